#!/usr/bin/env node
// `npm test`. Plain JavaScript for Node 20.19 with nothing but what Node brings: dependencies may not be there yet.
import { checkVersions, handOver, installDependencies } from './start/install.mjs'

try {
  checkVersions()
  await installDependencies()
  process.exitCode = await handOver('test/main.mjs', process.argv.slice(2))
} catch (error) {
  console.error(`\n✗ ${error.message}`)
  console.log('0 passed, 1 failed, 0 skipped')
  process.exitCode = 1
}
