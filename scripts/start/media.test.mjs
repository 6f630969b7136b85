import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { findMediaServer, noMediaServer } from '../media-server.mjs'
import { isAlive, waitForEnd } from '../postgres/pids.mjs'
import { createChildren } from './children.mjs'
import { bringUpMedia, describeMedia, planMedia } from './media.mjs'

const folder = mkdtempSync(join(tmpdir(), 'tongheng-start-media-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const secrets = { mediaSecret: 's'.repeat(43) }
const program = findMediaServer()
const webhookUrl = 'http://127.0.0.1:9/reports/media'

const pids = []
const childrenOf = (onGivenUp = () => {}) =>
  createChildren({
    logsDir: join(folder, 'logs'),
    record: { add: (_name, pid) => pids.push(pid) },
    isVerbose: false,
    onGivenUp,
  })
const plan = (environment, { hasGo = true, name = 'data' } = {}) => {
  const dataDir = join(folder, name)
  mkdirSync(dataDir, { recursive: true })
  return planMedia({ dataDir, secrets, environment, hasGo: () => hasGo })
}

describe('where hearings get sound and picture', () => {
  test('the server that LIVEKIT_URL names is used as it is', async () => {
    const given = await plan({ LIVEKIT_URL: 'wss://media.court.example' })
    expect(given).toEqual({ how: 'given', environment: {} })
    expect(describeMedia(given)).toContain('LIVEKIT_URL')
  })

  test('a program that is named or on the PATH is taken', async () => {
    const found = await plan({ PATH: '/nowhere', LIVEKIT_SERVER: process.execPath })
    expect(found).toMatchObject({ how: 'there', program: process.execPath })
    expect(found.environment).toEqual({
      LIVEKIT_URL: `ws://127.0.0.1:${found.ports.port}`,
      LIVEKIT_API_KEY: 'tongheng',
      LIVEKIT_API_SECRET: secrets.mediaSecret,
    })
    expect(describeMedia(found)).toBe(found.environment.LIVEKIT_URL)
  })

  test('without one it is built where Go is, and until then the sites know where it will be', async () => {
    if (findMediaServer({ PATH: '/nowhere' })) return // it was built on this machine: that is the one
    const unbuilt = await plan({ PATH: '/nowhere' })
    expect(unbuilt.how).toBe('to-build')
    expect(unbuilt.environment.LIVEKIT_URL).toMatch(/^ws:\/\/127\.0\.0\.1:\d+$/)
    const none = await plan({ PATH: '/nowhere' }, { hasGo: false })
    expect(none).toEqual({ how: 'absent', environment: {} })
    expect(describeMedia(none)).toContain('docs/runbooks/media-server.md')
  })
})

test('a server that cannot be built or started stops nothing, and is reported', async () => {
  const children = childrenOf()
  const unbuilt = { how: 'to-build', environment: {} }
  const build = Promise.withResolvers()
  await bringUpMedia({ plan: unbuilt, children, logsDir: folder, webhookUrl, build: () => build.promise })
  build.reject(new Error('go is too old')) // it returned before
  const given = []
  const broken = await plan({ PATH: '/nowhere', LIVEKIT_SERVER: '/bin/false' }, { name: 'broken' })
  await bringUpMedia({
    plan: broken,
    children: childrenOf((...how) => given.push(how)),
    logsDir: folder,
    webhookUrl,
  }).catch(() => expect.unreachable())
  expect(given).toMatchObject([['media', 1, true]])
  await children.stop()
})

describe.skipIf(!program)(program ? 'the real server' : `the real server (${noMediaServer})`, () => {
  const start = async () => {
    const children = childrenOf()
    const there = await plan({ PATH: '/nowhere', LIVEKIT_SERVER: program })
    await bringUpMedia({ plan: there, children, logsDir: folder, webhookUrl })
    const answer = await fetch(there.environment.LIVEKIT_URL.replace('ws', 'http'))
    expect(await answer.text()).toBe('OK')
    return { children, there, pid: pids.at(-1) }
  }

  test('is up on ports of its own, is gone when all is stopped, and comes back on the same ports', async () => {
    const first = await start()
    const settings = join(folder, 'data/media-server.json')
    expect(JSON.parse(readFileSync(settings, 'utf8'))).toMatchObject({
      bind_addresses: ['127.0.0.1'],
      webhook: { urls: [webhookUrl] },
    })
    expect(statSync(settings).mode & 0o077).toBe(0)
    await first.children.stop()
    expect(isAlive(first.pid)).toBe(false)
    const second = await start()
    expect(second.there.ports).toEqual(first.there.ports)
    await second.children.stop()
    expect(existsSync(join(folder, 'logs/media.log'))).toBe(true)
  })

  test('that dies is started again', async () => {
    const { children, there, pid } = await start()
    process.kill(pid, 'SIGKILL')
    await waitForEnd(pid, 5_000)
    const isBack = () =>
      fetch(there.environment.LIVEKIT_URL.replace('ws', 'http')).then(
        ({ ok }) => ok,
        () => false,
      )
    await expect.poll(isBack, { timeout: 10_000 }).toBe(true)
    await children.stop()
  })
})
