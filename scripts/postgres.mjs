// An embedded PostgreSQL 18: for `npm start`, and for tests that need a real server.
//
//   const server = await startTemporaryPostgres()      // own folder, free port, no durability: for tests
//   server.url                                         // postgres://postgres:…@127.0.0.1:PORT/postgres (superuser)
//   await server.stop()
import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import pg from 'pg'
import { commandOf, isAlive, waitForEnd } from './postgres/pids.mjs'
import { choosePlace, serverOptions } from './postgres/place.mjs'
import { keepPort } from './postgres/ports.mjs'
import { findServerUser } from './postgres/user.mjs'

export { choosePlace } from './postgres/place.mjs'
export { isPortFree } from './postgres/ports.mjs'

export const repositoryRoot = resolve(import.meta.dirname, '..')

const secondsToStart = 60
const secondsToStop = 30

// Only libc's C.UTF-8 gives pg_trgm trigrams of Chinese text.
const locale = process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8'

// place: of choosePlace(); port: wanted, another is taken when it is in use; log: file the server writes to.
// Starts what is there, or makes it first. A server left over from a run that was killed is stopped before.
export async function startPostgres({ place, port, password, log, settings = {}, host = '127.0.0.1' }) {
  await stopLeftOver(place.data)
  if (!existsSync(join(place.data, 'PG_VERSION'))) await initialise({ place, password })
  const freePort = await keepPort(port, host)
  const flags = Object.entries({ listen_addresses: host, unix_socket_directories: '', ...settings })
  const output = log ? openSync(log, 'a') : 'ignore'
  const child = spawn(
    join(place.native, 'bin', 'postgres'),
    ['-D', place.data, '-p', String(freePort), ...flags.flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    // Its own group: Ctrl-C in the terminal must not stop it before those who use it.
    {
      cwd: '/',
      ...serverOptions(place.user),
      env: cleanEnvironment(),
      stdio: ['ignore', output, output],
      detached: true,
    },
  )
  // Whoever ends without stopping it (a crash, a test that was cut off) leaves no server behind.
  const kill = () => signal(child.pid, 'SIGQUIT')
  process.once('exit', kill)
  child.once('exit', () => process.off('exit', kill))
  await waitUntilReady({ child, data: place.data, log })
  const url = `postgres://postgres:${encodeURIComponent(password)}@${host}:${freePort}/postgres`
  return { url, port: freePort, pid: child.pid, child, stop: () => stopServer(child.pid) }
}

export async function startTemporaryPostgres({ root = repositoryRoot, settings = {} } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'tongheng-postgres-'))
  const user = findServerUser()
  if (user) chownSync(folder, user.uid, user.gid)
  const place = choosePlace({ root, wanted: join(folder, 'data'), user })
  const server = await startPostgres({
    place,
    password: randomBytes(18).toString('base64url'),
    log: join(folder, 'postgres.log'),
    settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: 300, ...settings },
  })
  return {
    ...server,
    stop: async () => {
      await server.stop()
      for (const path of [folder, place.data]) rmSync(path, { recursive: true, force: true })
    },
  }
}

// Runs fn with a connected client.
export async function withClient(url, fn) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await fn(client)
  } finally {
    await client.end()
  }
}

// A server still running on this folder is stopped; a stale postmaster.pid (its number taken by another program) is removed.
export async function stopLeftOver(data) {
  const file = join(data, 'postmaster.pid')
  if (!existsSync(file)) return
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0])
  const isOurs = pid > 0 && isAlive(pid) && /postgres/.test(commandOf(pid)) && commandOf(pid).includes(data)
  if (isOurs) await stopServer(pid)
  rmSync(file, { force: true })
}

async function stopServer(pid) {
  for (const name of ['SIGINT', 'SIGQUIT', 'SIGKILL']) {
    signal(pid, name)
    if (await waitForEnd(pid, secondsToStop * 1000)) return
  }
}

// Made beside its place and moved there when whole: an interrupted initdb leaves nothing that looks like a database.
async function initialise({ place, password }) {
  const { user } = place
  const unfinished = `${place.data}.new`
  const passwordFile = `${place.data}.password`
  mkdirSync(dirname(place.data), { recursive: true })
  rmSync(unfinished, { recursive: true, force: true })
  mkdirSync(unfinished, { mode: 0o700 })
  try {
    writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 })
    if (user) for (const path of [unfinished, passwordFile]) chownSync(path, user.uid, user.gid)
    const flags = [
      '--encoding=UTF8',
      `--locale=${locale}`,
      '--auth=scram-sha-256',
      '--username=postgres',
      '--no-instructions',
    ]
    await run(
      join(place.native, 'bin', 'initdb'),
      [`--pgdata=${unfinished}`, `--pwfile=${passwordFile}`, ...flags],
      user,
    )
    rmSync(place.data, { recursive: true, force: true })
    renameSync(unfinished, place.data)
  } finally {
    rmSync(passwordFile, { force: true })
    rmSync(unfinished, { recursive: true, force: true })
  }
}

function run(command, args, user) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: '/',
      ...serverOptions(user),
      env: cleanEnvironment(),
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    })
    const kill = () => signal(child.pid, 'SIGKILL')
    process.once('exit', kill)
    child.once('exit', () => process.off('exit', kill))
    let output = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk))
    child.once('error', reject) // such as EACCES
    child.once('close', (code) => {
      if (code === 0) resolve(output)
      else reject(new Error(`${command} ended with ${code}:\n${output.trim()}`))
    })
  })
}

async function waitUntilReady({ child, data, log }) {
  let failure
  child.once('error', (error) => (failure = error))
  child.once('exit', (code, name) => (failure ??= new Error(`PostgreSQL ended at once (${code ?? name}).${tail(log)}`)))
  const end = Date.now() + secondsToStart * 1000
  while (!isReady(data, child.pid)) {
    if (failure) throw failure
    if (Date.now() > end) {
      await stopServer(child.pid)
      throw new Error(`PostgreSQL was not ready after ${secondsToStart} s.${tail(log)}`)
    }
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

// The server writes its state into line 8 of its pid file.
function isReady(data, pid) {
  try {
    const lines = readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')
    return Number(lines[0]) === pid && lines[7]?.trim() === 'ready'
  } catch {
    return false
  }
}

function tail(log) {
  if (!log || !existsSync(log)) return ''
  return `\n${readFileSync(log, 'utf8').trimEnd().split('\n').slice(-12).join('\n')}`
}

// PGHOST, PGDATA and the like of the caller must not reach the server.
function cleanEnvironment() {
  return { PATH: process.env.PATH, LANG: 'C', LC_ALL: 'C', TZ: 'UTC' }
}

function signal(pid, name) {
  if (!pid) return // it never started
  try {
    process.kill(pid, name)
  } catch (error) {
    if (error.code !== 'ESRCH') throw error
  }
}
