import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { environmentForBuild } from './environment.mjs'
import { root } from './options.mjs'
import { runCommand } from './run-command.mjs'
import { hashSources, isCurrent, writeStamp } from './sources.mjs'

const shared = ['packages', 'package-lock.json', 'package.json', 'tsconfig.base.json']

export function needsBuild(app) {
  const folder = join(root, 'apps', app)
  return !existsSync(join(folder, '.next/BUILD_ID')) || !isCurrent(stampOf(app), hashOf(app))
}

// `next build` of one app.
export async function build({ app, logsDir }) {
  const hash = hashOf(app)
  rmSync(stampOf(app), { force: true })
  await runCommand({
    title: `next build of ${app}`,
    args: [join(root, 'node_modules/next/dist/bin/next'), 'build'],
    cwd: join(root, 'apps', app),
    env: environmentForBuild(),
    logFile: join(logsDir, `build-${app}.log`),
    advice: ({ signal }) =>
      signal === 'SIGKILL' ? 'Too little memory: about 1.5 GB must be free while building.' : undefined,
  })
  writeStamp(stampOf(app), hash)
}

// Prisma's client is generated into packages/db; its CLI runs on the stand-in of its schema engine, offline.
export async function generateClient({ logsDir }) {
  const schema = 'packages/db/prisma/schema'
  if (!existsSync(join(root, schema)) || !existsSync(join(root, 'packages/db/prisma.config.ts'))) return 'no schema'
  const hash = hashSources([
    schema,
    'packages/db/prisma.config.ts',
    'packages/db/tools',
    'node_modules/prisma/package.json',
  ])
  const stamp = join(root, 'packages/db/src/generated/.made-from')
  if (isCurrent(stamp, hash)) return 'unchanged'
  await runCommand({
    title: 'prisma generate',
    args: [join(root, 'node_modules/prisma/build/index.js'), 'generate'],
    cwd: join(root, 'packages/db'),
    env: prismaEnvironment(),
    logFile: logsDir && join(logsDir, 'prisma.log'),
  })
  writeStamp(stamp, hash)
  return 'made'
}

export function prismaEnvironment(extra = {}) {
  return {
    ...environmentForBuild(),
    PRISMA_SCHEMA_ENGINE_BINARY: join(root, 'packages/db/tools/schema-engine.mjs'),
    DATABASE_URL: 'postgres://build:build@127.0.0.1:1/build',
    ...extra,
  }
}

const stampOf = (app) => join(root, 'apps', app, '.next/.made-from')

const hashOf = (app) => hashSources([`apps/${app}`, ...shared], process.versions.node)
