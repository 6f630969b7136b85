import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const check = fileURLToPath(new URL('../../../../../shared/vectors/check.mjs', import.meta.url))
const launcher = fileURLToPath(new URL('../../bin/court-code.mjs', import.meta.url))

// The worked examples that are agreed between courts lie beside the repository, not in it.
test('the worked examples agreed between courts are answered as agreed', ({ skip }) => {
  if (!existsSync(check)) skip('no shared/vectors beside this repository: there is nothing to compare with')
  const run = spawnSync(process.execPath, [check, process.execPath, launcher], { encoding: 'utf8', timeout: 100_000 })
  expect(run.stdout + run.stderr).toMatch(/^(\S+ (\d+)\/\2(, )?)+\s*$/)
  expect(run.status).toBe(0)
}, 120_000)
