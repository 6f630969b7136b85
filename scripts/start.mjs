#!/usr/bin/env node
// `npm start`. Plain JavaScript for Node 20.19 with nothing but what Node brings: dependencies may not be there yet.
// Installs them, then hands over to start/main.mjs under the Node 24 that npm installed.
import { checkVersions, handOver, installDependencies } from './start/install.mjs'

try {
  checkVersions()
  await installDependencies()
  process.exitCode = await handOver('start/main.mjs', process.argv.slice(2))
} catch (error) {
  console.error(`\n✗ ${error.message}`)
  process.exitCode = 1
}
