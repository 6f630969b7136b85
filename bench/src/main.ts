// npm run bench -- NAME… [--rounds 5] [--small | --full], npm run bench -- --list
import { loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { allBenches } from './all-benches.ts'
import type { Settings } from './bench.ts'
import { report } from './report.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    list: { type: 'boolean', default: false },
    small: { type: 'boolean', default: false },
    full: { type: 'boolean', default: false },
    rounds: { type: 'string', default: '5' },
  },
})

if (values.list) {
  const width = Math.max(...allBenches.map(({ name }) => name.length))
  for (const { name, description } of allBenches) console.log(`${name.padEnd(width)}  ${description}`)
} else {
  await runBenches(positionals)
}

async function runBenches(names: readonly string[]): Promise<void> {
  const rounds = Number(values.rounds)
  const unknown = names.filter((name) => !allBenches.some((bench) => bench.name === name))
  if (names.length === 0 || unknown.length > 0 || !Number.isInteger(rounds) || rounds < 1) {
    console.error(`usage: npm run bench -- NAME… [--rounds N] [--small | --full], or --list`)
    if (unknown.length > 0) console.error(`no bench is called ${unknown.join(', ')}`)
    process.exitCode = 2
    return
  }
  const scale: Settings['scale'] = values.full ? 'full' : values.small ? 'small' : 'normal'
  for (const bench of allBenches.filter(({ name }) => names.includes(name))) {
    const startedAt = new Date()
    const [loadBefore = 0] = loadavg()
    const outcome = await bench.run({ rounds, scale, say: (line) => console.error(`[${bench.name}] ${line}`) })
    console.log(report({ bench, outcome, startedAt, loadBefore, rounds, scale }))
  }
}
