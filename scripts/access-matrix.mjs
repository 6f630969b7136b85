// Tries every cell of the access matrix and breaks every policy of the database in turn; prints what was tried, and last `ACCESS {json}`.
import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { generateClient } from './start/build.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'tongheng-access-'))
const files = { matrix: join(folder, 'matrix.json'), policies: join(folder, 'policies.json') }

const vitest = (paths) =>
  new Promise((resolve) => {
    const args = [join(root, 'node_modules/vitest/vitest.mjs'), 'run', '--reporter=dot', ...paths]
    const env = {
      ...process.env,
      ACCESS_MATRIX: 'full',
      ACCESS_REPORT: files.matrix,
      ACCESS_POLICIES_REPORT: files.policies,
    }
    spawn(process.execPath, args, { cwd: root, env, stdio: 'inherit' }).on('exit', (code) => resolve(code ?? 1))
  })

const read = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null)

await generateClient({})
const began = Date.now()
const code = await vitest([
  'packages/api/src/access/access-matrix.test.ts',
  'packages/api/src/access/rows/policies.test.ts',
])
const [matrix, policies] = [read(files.matrix), read(files.policies)]
rmSync(folder, { recursive: true, force: true })
if (!matrix || !policies) {
  console.error('The matrix did not come to its end: see above what broke.')
  process.exit(1)
}

const relations = ['own', 'same-court', 'superior', 'other-court', 'other-party', 'ended', 'sealed', 'absent', 'public']
const line = (name, cells) => [name.padEnd(34), ...cells.map((cell) => String(cell).padStart(12))].join('')
console.log(line('cells by what the object is to them', relations).trimEnd())
for (const { procedure, relations: counts } of matrix.table)
  console.log(
    line(
      procedure,
      relations.map((relation) => counts[relation] ?? ''),
    ).trimEnd(),
  )
console.log(line('actions of the code', [matrix.actionCells]))
for (const { kind, cell, what } of matrix.findings) console.log(`${kind}: ${cell}: ${what}`)
for (const mutant of policies.missed) console.log(`not missed by any check: ${mutant}`)

const { procedures, cells, leaks, others } = matrix
const { policies: policyCount, policiesMutated, mutantsCaught } = policies
const seconds = Math.round((Date.now() - began) / 1000)
console.log(
  `ACCESS ${JSON.stringify({ procedures, cells, leaks, others, policies: policyCount, policiesMutated, mutantsCaught, seconds })}`,
)
process.exit(code)
