import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readEnv as readAdmin } from '../../apps/admin/src/env.ts'
import { readEnv as readWeb } from '../../apps/web/src/env.ts'
import { readCatcherEnv } from '../../apps/worker/src/catcher/env.ts'
import { readWorkerEnv } from '../../apps/worker/src/env.ts'
import { databaseRoles, environmentForBuild, environmentOf } from './environment.mjs'
import { readOptions, root } from './options.mjs'

const secrets = new Proxy({}, { get: () => 'A'.repeat(43) })
const databaseUrls = Object.fromEntries(
  databaseRoles.map(({ role, variable }) => [variable, `postgres://${role}:x@127.0.0.1:5432/tongheng`]),
)
const given = (environment = {}) =>
  environmentOf({ options: readOptions([], environment), secrets, databaseUrls, environment })
const readers = [
  ['web', readWeb],
  ['admin', readAdmin],
  ['worker', readWorkerEnv],
  ['catcher', readCatcherEnv],
]

describe('what `npm start` hands on', () => {
  test.each(readers)('is complete for %s', (app, read) => {
    expect(() => read(given()[app])).not.toThrow()
  })

  test.each(readers)('while building is complete for %s, so that modules can be loaded', (app, read) => {
    if (app !== 'catcher') expect(() => read(environmentForBuild({}))).not.toThrow()
  })

  test('keeps apart what a process has no business with', () => {
    const { web, admin, worker, catcher } = given({ DATABASE_URL: 'postgres://owner:x@127.0.0.1/tongheng' })
    const keys = (environment) =>
      Object.keys(environment)
        .filter((name) => /^DATABASE_URL|^SESSION_SECRET/.test(name))
        .sort()
    expect(keys(web)).toEqual(['DATABASE_URL_PUBLIC', 'DATABASE_URL_STAFF', 'SESSION_SECRET_WEB'])
    expect(keys(admin)).toEqual(['DATABASE_URL_ADMIN', 'SESSION_SECRET_ADMIN'])
    expect(keys(worker)).toEqual(['DATABASE_URL_ADMIN', 'DATABASE_URL_WORKER', 'SESSION_SECRET_ADMIN'])
    expect(keys(catcher)).toEqual([])
  })

  test('says where the media server is to web and worker, and its secret to nobody else', () => {
    const media = { LIVEKIT_URL: 'ws://127.0.0.1:7', LIVEKIT_API_KEY: 'k', LIVEKIT_API_SECRET: 's'.repeat(43) }
    const { web, admin, worker, catcher } = environmentOf({
      ...{ options: readOptions([], {}), secrets, databaseUrls, media, environment: {} },
    })
    for (const app of [web, worker]) expect(app).toMatchObject(media)
    for (const app of [admin, catcher]) expect(app).not.toHaveProperty('LIVEKIT_API_SECRET')
  })

  test('is what the user set, where the user set it', () => {
    const { web, worker } = given({
      PORT: '4000',
      REDIS_URL: 'redis://127.0.0.1:6379',
      SMTP_URL: 'smtp://mail.example:25',
    })
    expect(web).toMatchObject({
      PORT: '4000',
      WEB_ORIGIN: 'http://localhost:4000',
      ADMIN_ORIGIN: 'http://localhost:4001',
    })
    expect(worker).toMatchObject({
      REDIS_URL: 'redis://127.0.0.1:6379',
      SMTP_URL: 'smtp://mail.example:25',
      WORKER_PORT: '4003',
    })
  })
})

describe('.env.example', () => {
  const source = (path) => readFileSync(join(root, path), 'utf8')
  const explained = [...source('.env.example').matchAll(/^([A-Z_0-9]+)=/gm)].map(([, name]) => name)
  const files = [
    'apps/web/src/env.ts',
    'apps/admin/src/env.ts',
    'apps/worker/src/env.ts',
    'apps/worker/src/catcher/env.ts',
    'apps/worker/src/seed/env.ts',
    'packages/adapters/src/telemetry/telemetry-environment.ts',
  ]
  const readByApps = new Set(
    files.flatMap((file) => [...source(file).matchAll(/^ {2,4}([A-Z][A-Z_0-9]+):/gm)].map(([, name]) => name)),
  )
  const readByStart = [
    ...(source('scripts/start/options.mjs') + source('scripts/start/environment.mjs')).matchAll(
      /\b[A-Z][A-Z_0-9]{3,}\b/g,
    ),
  ].map(([name]) => name)

  test('explains whatever an app reads', () => {
    expect(readByApps.size).toBeGreaterThan(20)
    // NODE_ENV, CATCHER_DIR and DEMO_FILE are set by `npm start` alone.
    expect(
      [...readByApps].filter(
        (name) => !explained.includes(name) && !['NODE_ENV', 'CATCHER_DIR', 'DEMO_FILE'].includes(name),
      ),
    ).toEqual([])
  })

  test('explains nothing that nobody reads, and nothing twice', () => {
    expect(explained.filter((name) => !readByApps.has(name) && !readByStart.includes(name))).toEqual([])
    expect(new Set(explained).size).toBe(explained.length)
  })
})
