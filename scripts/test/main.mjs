// `npm test` under Node 24: every step is counted, and the last line says it all.
import { parseArgs } from 'node:util'
import { generateClient } from '../start/build.mjs'
import { arrows, format, lint, lock, types } from './checks.mjs'
import { killExecuted } from './execute.mjs'
import { journeys } from './journeys.mjs'
import { startCommand } from './start-command.mjs'
import { createTally } from './tally.mjs'
import { unitAndIntegration } from './unit-and-integration.mjs'

// Those of one group run side by side: they need little memory and no database.
const groups = [
  { format, lock, arrows },
  { lint, types },
  { vitest: unitAndIntegration },
  { start: startCommand },
  { e2e: journeys },
]
const names = groups.flatMap((group) => Object.keys(group))

const { values } = parseArgs({ options: { only: { type: 'string' } } })
const wanted = values.only ? values.only.split(',') : names
const unknown = wanted.filter((name) => !names.includes(name))
if (unknown.length > 0) {
  console.error(`No step is called ${unknown.join(', ')}. Steps: ${names.join(', ')}`)
  process.exit(2)
}

let isStopped = false
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(name, () => {
    isStopped = true
    killExecuted()
  })
}

const tally = createTally()
try {
  await generateClient({})
  for (const group of groups) {
    const steps = Object.entries(group).filter(([name]) => wanted.includes(name) && !isStopped)
    await Promise.all(steps.map(([name, run]) => tally.count(name, run)))
  }
} catch (error) {
  tally.add('preparation', { failed: 1, says: error.message })
}
if (isStopped) tally.add('the rest', { failed: 1, says: 'stopped before the end' })
process.exitCode = tally.end()
