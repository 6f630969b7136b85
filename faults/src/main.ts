// npm run faults [-- F5 F9] [-- --list] [-- --minutes 60]
import { parseArgs } from 'node:util'
import { allFaults } from './all-faults.ts'
import { checkInvariants } from './check/invariants.ts'
import { runFaults } from './run-faults.ts'
import { startGround } from './ground/ground.ts'
import { lastLine, tableOf } from './report.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { list: { type: 'boolean', default: false }, minutes: { type: 'string', default: '60' } },
})
// In the order that was asked for.
const asked = positionals.flatMap((name) => allFaults.filter(({ id }) => id === name))
const wanted = positionals.length > 0 ? asked : allFaults
const unknown = positionals.filter((name) => !allFaults.some(({ id }) => id === name))

// Whoever breaks the run off leaves no process behind: those who started one listen for our end.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => process.exit(130))

if (values.list) {
  for (const { id, title } of allFaults) console.log(`${id.padEnd(4)} ${title}`)
} else if (unknown.length > 0) {
  console.error(`no fault is called ${unknown.join(', ')}; npm run faults -- --list`)
  process.exitCode = 2
} else {
  await run()
}

async function run(): Promise<void> {
  const say = (line: string) => console.error(line)
  const ground = await startGround(say)
  try {
    const { results, history } = await runFaults(wanted, ground, Date.now() + Number(values.minutes) * 60_000)
    say('checking the invariants')
    const checks = await checkInvariants(ground, history)
    console.log(tableOf(results, checks))
    const line = lastLine({ results, checks, history })
    console.log(`FAULTS ${JSON.stringify(line)}`)
    if (line.failed > 0 || line.lost > 0 || line.doubled > 0 || line.broken > 0) process.exitCode = 1
  } finally {
    await ground.stop()
  }
}
