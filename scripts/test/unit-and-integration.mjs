import { readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { root } from '../start/options.mjs'
import { bin, execute } from './execute.mjs'

const report = 'test-results/vitest.json'

// All tests of vitest, in parallel processes on one temporary PostgreSQL.
export async function unitAndIntegration() {
  const { code, output, file } = await execute({
    args: [bin('vitest/vitest.mjs'), 'run', '--reporter=dot', '--reporter=json', `--outputFile.json=${report}`],
    log: 'vitest.log',
  })
  const result = readReport()
  if (!result) return { failed: 1, says: output.slice(-8000) }
  const { numPassedTests: passed, numPendingTests: pending, numTodoTests: todo, testResults } = result
  // A file that cannot be loaded has no tests that could fail.
  const broken = testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0,
  ).length
  const failed = result.numFailedTests + broken || (code === 0 ? 0 : 1)
  return {
    passed,
    failed,
    skipped: pending + todo,
    reasons: reasonsOf(testResults),
    says: `${failuresOf(output)}\n(the whole output is in ${file})`,
  }
}

function readReport() {
  try {
    return JSON.parse(readFileSync(join(root, report), 'utf8'))
  } catch {
    return null
  }
}

// One line per describe-block, which says in its title why.
function reasonsOf(testResults) {
  const counts = new Map()
  for (const { name, assertionResults } of testResults)
    for (const { status, ancestorTitles, title } of assertionResults)
      if (['pending', 'skipped', 'todo', 'disabled'].includes(status)) {
        const key = `${relative(root, name)}: ${ancestorTitles[0] ?? title}`
        counts.set(key, (counts.get(key) ?? 0) + 1)
      }
  return [...counts].map(([key, count]) => `${key} (${count})`)
}

function failuresOf(output) {
  const from = output.search(/⎯+ Failed /)
  return from === -1 ? output.slice(-6000) : output.slice(from).slice(0, 30_000)
}
