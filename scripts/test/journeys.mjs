import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../start/options.mjs'
import { bin, execute } from './execute.mjs'

const report = 'test-results/journeys.json'

// The journeys of e2e/tests in a real browser, against a production build on a database of its own.
export async function journeys() {
  const folder = join(root, 'e2e/tests')
  const specs = existsSync(folder)
    ? readdirSync(folder, { recursive: true }).filter((name) => name.endsWith('.spec.ts'))
    : []
  if (specs.length === 0) return { failed: 1, says: 'e2e/tests holds no journey' }
  const browser = await execute({ args: ['e2e/src/browser.ts'], log: 'browser.log' })
  if (browser.code !== 0)
    return { skipped: specs.length, reasons: [`no browser: ${browser.output.trim().split('\n').at(-1)}`] }
  const { code, output, file } = await execute({
    args: [bin('@playwright/test/cli.js'), 'test', '-c', 'e2e/playwright.config.ts', '--reporter=line,json'],
    env: { PLAYWRIGHT_JSON_OUTPUT_NAME: join(root, report) },
    log: 'journeys.log',
  })
  const result = readReport()
  if (!result) return { failed: 1, says: output.slice(-8000) }
  const { expected, unexpected, flaky, skipped } = result.stats
  const failed = unexpected + flaky || (code === 0 ? 0 : 1)
  return {
    passed: expected,
    failed,
    skipped,
    reasons: skippedOf(result.suites),
    says: `${output.slice(-20_000)}\n(the whole output is in ${file})`,
  }
}

function readReport() {
  try {
    return JSON.parse(readFileSync(join(root, report), 'utf8'))
  } catch {
    return null
  }
}

// The reason is what the test gave to test.skip().
function skippedOf(suites) {
  return suites.flatMap((suite) => [
    ...skippedOf(suite.suites ?? []),
    ...suite.specs.flatMap(({ title, tests }) =>
      tests
        .filter(({ status }) => status === 'skipped')
        .map(
          ({ annotations }) =>
            `${title}: ${annotations.find(({ type }) => type === 'skip')?.description ?? 'no reason given'}`,
        ),
    ),
  ])
}
