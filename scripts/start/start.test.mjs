import { spawn } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isAlive, waitForEnd } from '../postgres/pids.mjs'
import { choosePlace } from '../postgres/place.mjs'
import { findFreePort, keepPort } from '../postgres/ports.mjs'
import { findServerUser } from '../postgres/user.mjs'
import { repositoryRoot, startPostgres, withClient } from '../postgres.mjs'
import { createChildren } from './children.mjs'
import { describeReady } from './demo.mjs'
import { isInstalled, isOlder } from './install.mjs'
import { readOptions } from './options.mjs'
import { waitUntilReady } from './ready.mjs'
import { runCommand } from './run-command.mjs'
import { findRunning, openRunRecord, stopLeftBehind } from './run-record.mjs'
import { keepSecrets } from './secrets.mjs'

let folder
beforeAll(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'tongheng-start-')))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('what was asked for', () => {
  test('PORT moves every port, and each can be named', () => {
    expect(readOptions([], { PORT: '5000', WORKER_PORT: '7' }).ports).toEqual({
      web: 5000,
      admin: 5001,
      catcher: 5002,
      worker: 7,
      webMetrics: 5010,
      adminMetrics: 5011,
      workerMetrics: 5013,
      catcherSmtp: 5025,
    })
  })

  test.each(['0', '65536', 'http', '3000.5'])('PORT=%s is refused by its name', (PORT) => {
    expect(() => readOptions([], { PORT })).toThrow(`PORT=${PORT} is not a port`)
  })

  test('an option nobody knows is refused', () => {
    expect(() => readOptions(['--frsh'], {})).toThrow('--frsh')
  })
})

describe('what is installed', () => {
  const lock = {
    packages: {
      '': {},
      'packages/db': {},
      'node_modules/pg': { version: '8.1.0' },
      'node_modules/other-os': { version: '1.0.0', optional: true },
    },
  }
  const has = (packages) => isInstalled(lock, { packages })

  test('must be what the lock file says; only what is for other machines may be absent', () => {
    expect(has({ 'node_modules/pg': { version: '8.1.0' } })).toBe(true)
    expect(has({ 'node_modules/pg': { version: '8.0.0' } })).toBe(false)
    expect(has({})).toBe(false)
    expect(isInstalled(lock, null)).toBe(false)
  })

  test.each([
    ['20.18.3', true],
    ['20.19.0', false],
    ['24.0.0', false],
    ['18.20.0', true],
  ])('Node %s is too old: %s', (version, isTooOld) => expect(isOlder(version, [20, 19])).toBe(isTooOld))
})

describe('secrets', () => {
  test('are made once, kept, and only added to', () => {
    const file = join(folder, 'secrets.json')
    const first = keepSecrets(file)
    expect(new Set(Object.values(first)).size).toBe(Object.keys(first).length)
    const { postgresPassword, ...rest } = first
    writeFileSync(file, JSON.stringify(rest))
    expect(keepSecrets(file)).toMatchObject(rest)
    expect(keepSecrets(file).postgresPassword).not.toBe(postgresPassword)
  })

  test('that are broken are not replaced: the data would be lost without a word', () => {
    const file = join(folder, 'broken.json')
    writeFileSync(file, '{')
    expect(() => keepSecrets(file)).toThrow('--fresh')
    expect(readFileSync(file, 'utf8')).toBe('{')
  })
})

describe('the place of PostgreSQL', () => {
  test('below a folder that only its owner may enter, the server starts all the same', async () => {
    const closed = join(folder, 'closed')
    const outside = join(folder, 'outside')
    mkdirSync(closed, { mode: 0o700 })
    mkdirSync(outside, { mode: 0o755 })
    chmodSync(folder, 0o755)
    const place = choosePlace({ root: repositoryRoot, wanted: join(closed, 'data'), outside: [outside] })
    // Root lends the server another user, who cannot enter; everybody else runs it as themselves.
    expect(place.data.startsWith(findServerUser() ? outside : closed)).toBe(true)
    const server = await startPostgres({
      place,
      password: 'of this test',
      log: join(folder, 'postgres.log'),
      settings: { fsync: 'off' },
    })
    try {
      const version = await withClient(server.url, (client) => client.query('show server_version_num'))
      expect(Number(version.rows[0].server_version_num)).toBeGreaterThanOrEqual(180000)
    } finally {
      await server.stop()
    }
    expect(isAlive(server.pid)).toBe(false)
    // The second start takes the data that is there.
    const again = await startPostgres({
      place,
      port: server.port,
      password: 'ignored',
      log: join(folder, 'postgres.log'),
    })
    await again.stop()
    expect(again.port).toBe(server.port)
  })

  test('a port that is taken is given up for another', async () => {
    const port = await findFreePort()
    const server = createServer().listen(port, '127.0.0.1')
    await new Promise((resolve) => server.once('listening', resolve))
    expect(await keepPort(port, '127.0.0.1')).not.toBe(port)
    await new Promise((resolve) => server.close(resolve))
    expect(await keepPort(port, '127.0.0.1')).toBe(port)
  })
})

describe('what a killed run left behind', () => {
  const sleeper = () =>
    spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { detached: true, stdio: 'ignore' })

  test('is stopped by the next, each with its group', async () => {
    const file = join(folder, 'run.json')
    const child = sleeper()
    const record = openRunRecord(file)
    record.begin()
    record.add('web', child.pid)
    expect(findRunning(file)).toBe(process.pid)
    expect(await stopLeftBehind(file)).toEqual(['web'])
    expect(await waitForEnd(child.pid, 2000)).toBe(true)
    expect(existsSync(file)).toBe(false)
  })

  test('is left alone when its number belongs to another process by now', async () => {
    const file = join(folder, 'run-other.json')
    const child = sleeper()
    writeFileSync(
      file,
      JSON.stringify({
        supervisor: { pid: 1, startedAs: 'long ago' },
        children: [{ name: 'web', pid: child.pid, startedAs: 'long ago' }],
      }),
    )
    expect(findRunning(file)).toBeNull()
    expect(await stopLeftBehind(file)).toEqual([])
    expect(isAlive(child.pid)).toBe(true)
    child.kill('SIGKILL')
  })
})

describe('a child process', () => {
  const record = { add() {} }
  const run = (code, onGivenUp = () => {}) => {
    const children = createChildren({ logsDir: join(folder, 'logs'), record, isVerbose: false, onGivenUp })
    return { children, child: children.start({ name: 'child', args: ['-e', code], cwd: folder, env: process.env }) }
  }

  test('that ends before it is ready fails at once, with the end of its log', async () => {
    const { children, child } = run(`console.log('no database'); process.exit(3)`)
    await expect(waitUntilReady({ child, origin: 'http://127.0.0.1:1', seconds: 20 })).rejects.toThrow(
      /ended while starting[^]*no database/,
    )
    await children.stop()
  })

  test('is ready when it says so, and is gone when it was stopped', async () => {
    const port = await findFreePort()
    const code = `require('http').createServer((q, r) => { r.statusCode = q.url === '/readyz' ? 200 : 404; r.end(String(process.pid)) }).listen(${port}, '127.0.0.1')`
    const { children, child } = run(code)
    await waitUntilReady({ child, origin: `http://127.0.0.1:${port}`, seconds: 20 })
    const pid = Number(await (await fetch(`http://127.0.0.1:${port}/readyz`)).text())
    await children.stop()
    expect(isAlive(pid)).toBe(false)
  })
})

test('a step that fails says what it was, its last words, and where the rest is', async () => {
  const logFile = join(folder, 'step.log')
  const failing = runCommand({
    title: 'The step',
    args: ['-e', `console.error('disk is full'); process.exit(7)`],
    env: process.env,
    logFile,
  })
  await expect(failing).rejects.toMatchObject({
    message: expect.stringMatching(/The step failed \(7\)[^]*disk is full/),
    advice: expect.stringContaining(logFile),
  })
})

test('addresses and sign-ins are printed; without a file of sign-ins the addresses alone', () => {
  const demoFile = join(folder, 'demo.json')
  writeFileSync(
    demoFile,
    JSON.stringify({
      signIns: [{ at: 'web', who: '立案法官', account: 'filing-1', password: 'p', totpSecret: 'ABC' }],
    }),
  )
  const addresses = { web: 'http://localhost:1', admin: 'http://localhost:2', catcher: 'http://localhost:3' }
  const said = describeReady({ addresses, demoFile, logsDir: '/logs' })
  for (const part of ['http://localhost:1', '立案法官', 'filing-1', 'password p', '/sign-ins', 'Ctrl-C'])
    expect(said).toContain(part)
  expect(describeReady({ addresses, demoFile: join(folder, 'none.json'), logsDir: '/logs' })).not.toContain('sign-ins')
})
