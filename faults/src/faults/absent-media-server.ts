import { join } from 'node:path'
import { held, must, type Fault } from '../fault.ts'
import { startChild, until } from '../ground/child.ts'

const root = join(import.meta.dirname, '../../..')
const file = 'apps/worker/src/recorder/hearing-faults.test.ts'

export const absentMediaServer: Fault = {
  id: 'F15',
  title: 'the media server is stopped during a hearing and comes back; its webhooks repeat, in any order',
  async run(ground) {
    const test = startChild({
      args: [join(root, 'node_modules/vitest/vitest.mjs'), 'run', file],
      cwd: root,
      env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0' },
      logFile: join(ground.folder, 'hearing-faults.log'),
    })
    await until('the faults of a hearing are played', () => test.hasEnded(), { milliseconds: 240_000, every: 250 })
    const output = test.output()
    const passed = Number(/Tests\s+(?:\d+ failed \| )?(\d+) passed/.exec(output)?.[1] ?? 0)
    must(passed > 0 && !/\d+ failed/.test(output), output.slice(-1500))
    return held({ 'tests passed': passed })
  },
}
