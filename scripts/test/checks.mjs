import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../start/options.mjs'
import { bin, execute } from './execute.mjs'

const lastLines = (output, lines = 80) => output.trimEnd().split('\n').slice(-lines).join('\n')

const one = ({ code, output, file }) =>
  code === 0 ? { passed: 1 } : { failed: 1, says: `${lastLines(output)}\n(the whole output is in ${file})` }

const sum = (results) =>
  results.reduce(
    (all, { passed = 0, failed = 0, says = '' }) => ({
      passed: all.passed + passed,
      failed: all.failed + failed,
      says: [all.says, says].filter(Boolean).join('\n\n'),
    }),
    { passed: 0, failed: 0, says: '' },
  )

export const format = async () =>
  one(
    await execute({
      args: [bin('prettier/bin/prettier.cjs'), '--check', '--log-level', 'warn', '.'],
      log: 'format.log',
    }),
  )

export const lint = async () =>
  one(
    await execute({
      args: [bin('eslint/bin/eslint.js'), '.', '--max-warnings', '0', '--cache', '--cache-location', '.cache/eslint/'],
      log: 'lint.log',
      env: { NODE_OPTIONS: '--max-old-space-size=3072' },
    }),
  )

// The lock file is what `npm ci` would take: it fits every package.json.
export const lock = async () => {
  const { code, output, file } = await execute({
    command: 'npm',
    args: ['ci', '--dry-run', '--ignore-scripts', '--no-audit', '--no-fund'],
    log: 'lock.log',
  })
  return one({ code, output, file })
}

// The packages together; what knows a browser and React by itself: the packages with components, the pages of each site.
export async function types() {
  const results = [
    one(await execute({ args: [bin('typescript/bin/tsc'), '-p', 'tsconfig.json', '--noEmit'], log: 'types.log' })),
  ]
  for (const name of ['ui', 'site']) {
    const args = [bin('typescript/bin/tsc'), '-p', `packages/${name}`, '--noEmit']
    results.push(one(await execute({ args, log: `types-${name}.log` })))
  }
  for (const app of ['web', 'admin']) {
    const cwd = join(root, 'apps', app)
    const routes = await execute({ args: [bin('next/dist/bin/next'), 'typegen'], cwd, log: `typegen-${app}.log` })
    results.push(
      one(
        routes.code === 0
          ? await execute({
              args: [bin('typescript/bin/tsc'), '--noEmit', '--incremental', 'false'],
              cwd,
              log: `types-${app}.log`,
            })
          : routes,
      ),
    )
  }
  return sum(results)
}

// Imports run one way. A tool that sees no modules says that all is well: that is a failure too.
export async function arrows() {
  const folders = ['packages', 'apps', 'e2e', 'bench'].filter((folder) => existsSync(join(root, folder)))
  const { code, output, file } = await execute({
    args: [
      bin('dependency-cruiser/bin/dependency-cruise.mjs'),
      '--config',
      '.dependency-cruiser.mjs',
      '--output-type',
      'err',
      ...folders,
    ],
    log: 'arrows.log',
  })
  const seen = Number(/(\d+) modules/.exec(output)?.[1] ?? 0)
  if (code === 0 && seen < 100)
    return { failed: 1, says: `only ${seen} modules were seen: the check looks at nothing\n${output}` }
  return one({ code, output, file })
}
