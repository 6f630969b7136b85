// `npm start` as a stranger meets it: in a clone below a closed folder, started, stopped, started again, killed, begun anew.
import { execFileSync, spawn } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { findMediaServer } from '../media-server.mjs'
import { withClient } from '../postgres.mjs'
import { choosePlace } from '../postgres/place.mjs'
import { isAlive, waitForEnd } from '../postgres/pids.mjs'
import { findFreePort } from '../postgres/ports.mjs'
import { root } from '../start/options.mjs'

const closedFolder = join(root, '.data/test-closed')
const clone = join(closedFolder, 'tongheng')
const secondsToFirst = 300
const secondsToSecond = 20
const mediaServer = findMediaServer()

// Each is a guarantee; they run in this order on the same clone.
const guarantees = [
  ['below a folder that nobody else may enter, everything comes up', firstStart],
  ['a second start is refused while the first runs, and says what to do', refusedTwice],
  ['Ctrl-C leaves no process', stopped],
  [`a second start takes what is there, within ${secondsToSecond} s`, secondStart],
  ['a start after a crash stops what was left and goes on', afterCrash],
  ['a taken port is named, with what to do', takenPort],
  ['with hot reload the sites answer too', dev],
  ['--fresh begins anew', fresh],
]

export async function startCommand() {
  const found = { passed: 0, failed: 0, skipped: 0, says: '', reasons: [] }
  if (!existsSync(join(root, '.git')))
    return { skipped: guarantees.length, reasons: ['not a git checkout: what belongs to a clone is not known'] }
  const ports = await choosePorts()
  let isBroken = false
  try {
    makeClone()
    for (const [title, check] of guarantees) {
      if (isBroken) {
        found.failed += 1 // what comes after cannot hold
        continue
      }
      try {
        await check(ports)
        found.passed += 1
      } catch (error) {
        found.failed += 1
        isBroken = true
        found.says += `${title}:\n${error.message}\n`
      }
    }
  } finally {
    await stop('SIGTERM').catch(() => {})
    throwAway()
  }
  return found
}

async function firstStart(ports) {
  const { seconds, output } = await start(ports)
  if (seconds > secondsToFirst) throw new Error(`took ${seconds} s`)
  for (const origin of [
    `http://localhost:${ports.PORT}/`,
    `http://localhost:${ports.ADMIN_PORT}/sign-in`,
    `http://localhost:${ports.CATCHER_PORT}/`,
  ])
    await expectPage(origin)
  if (!/Demo sign-ins/.test(output)) throw new Error(`no sign-ins were printed:\n${output}`)
  if (mediaServer) await expectMediaServer()
}

async function refusedTwice(ports) {
  const { code, output } = await runToEnd(ports)
  if (code === 0 || !/runs already/.test(output) || !/What to do/.test(output))
    throw new Error(`ended with ${code}:\n${output}`)
}

async function stopped() {
  const code = await stop('SIGINT')
  const left = [...processesOfClone(), ...((await isMediaServerUp()) ? ['the media server'] : [])]
  if (left.length > 0) throw new Error(`still there:\n${left.join('\n')}`)
  if (code !== 0) throw new Error(`ended with ${code}`)
}

async function secondStart(ports) {
  const { seconds, output } = await start(ports)
  if (/Built|Demo country|Installing/.test(output)) throw new Error(`something was made again:\n${output}`)
  if (seconds > secondsToSecond) throw new Error(`took ${seconds} s:\n${output}`)
}

async function afterCrash(ports) {
  for (const pid of [child.pid, ...supervisors()]) kill(pid, 'SIGKILL')
  await waitForEnd(child.pid, 10_000)
  const { output } = await start(ports)
  if (!/left behind/.test(output)) throw new Error(`nothing is said of what was left:\n${output}`)
  await stopped()
}

async function takenPort(ports) {
  const { createServer } = await import('node:net')
  const server = createServer().listen(Number(ports.PORT), '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const { code, output } = await runToEnd(ports)
  await new Promise((resolve) => server.close(resolve))
  if (code === 0 || !output.includes(`Port ${ports.PORT} (web) is used`) || !/What to do/.test(output))
    throw new Error(`ended with ${code}:\n${output}`)
}

// Without the sites: what they do on an empty database was the first start.
async function fresh(ports) {
  const secrets = () => readFileSync(join(clone, '.data/secrets.json'), 'utf8')
  const before = secrets()
  const { output } = await start(ports, ['--fresh', '--only-database'])
  if (secrets() === before || !/thrown away/.test(output)) throw new Error(`the old data is still there:\n${output}`)
  const { rows } = await withClient(/postgres:\/\/\S+/.exec(output)[0], (client) =>
    client.query('select count(*)::int as courts from court'),
  )
  if (rows[0].courts !== 0) throw new Error(`${rows[0].courts} courts are still there`)
  await stopped()
}

async function dev(ports) {
  await start(ports, ['--dev'])
  await expectPage(`http://localhost:${ports.PORT}/`, 240) // compiles when it is asked for
  await stopped()
}

let child = null
let collected = ''

// Starts and waits until it says that all is ready.
async function start(ports, args = []) {
  const from = Date.now()
  collected = ''
  child = spawn('npm', ['start', '--silent', '--', ...args], {
    cwd: clone,
    env: environmentOf(ports),
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  })
  const ended = new Promise((resolve) => child.once('close', (code) => resolve(code)))
  child.ended = ended
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (collected += chunk))
  const isReady = await Promise.race([ended.then(() => false), untilReady()])
  if (!isReady) throw new Error(`it did not come up:\n${collected.slice(-6000)}`)
  return { seconds: (Date.now() - from) / 1000, output: collected }
}

async function untilReady() {
  const end = Date.now() + secondsToFirst * 1000
  while (Date.now() < end) {
    if (/✓ Started in|^Ready in/m.test(collected)) return true
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  return false
}

// As a terminal does it: the signal goes to the whole group, npm included.
async function stop(signal) {
  if (!child || child.exitCode !== null || child.signalCode !== null) return child?.exitCode ?? 0
  kill(-child.pid, signal)
  const late = new Promise((resolve) => setTimeout(() => resolve('late'), 60_000).unref())
  const code = await Promise.race([child.ended, late])
  if (code === 'late') throw new Error(`it did not end within a minute:\n${collected.slice(-3000)}`)
  await new Promise((resolve) => setTimeout(resolve, 300))
  return code ?? 0
}

function runToEnd(ports) {
  return new Promise((resolve) => {
    const second = spawn('npm', ['start', '--silent'], {
      cwd: clone,
      env: environmentOf(ports),
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    for (const stream of [second.stdout, second.stderr]) stream.on('data', (chunk) => (output += chunk))
    second.once('close', (code) => resolve({ code, output }))
  })
}

async function expectMediaServer() {
  if (!(await isMediaServerUp())) throw new Error(`the media server does not answer:\n${collected}`)
}

function isMediaServerUp() {
  const file = join(clone, '.data/media-server.json')
  if (!existsSync(file)) return false
  const { port } = JSON.parse(readFileSync(file, 'utf8'))
  return fetch(`http://127.0.0.1:${port}`, { signal: AbortSignal.timeout(5_000) }).then(
    ({ ok }) => ok,
    () => false,
  )
}

async function expectPage(url, seconds = 60) {
  const response = await fetch(url, { signal: AbortSignal.timeout(seconds * 1000) })
  const body = await response.text()
  if (response.status !== 200 || !/<html/i.test(body))
    throw new Error(`${url} answers ${response.status}: ${body.slice(0, 300)}`)
}

// The files as they are here, committed or not, and the packages by hard links.
function makeClone() {
  throwAway()
  mkdirSync(clone, { recursive: true })
  execFileSync('chmod', ['0700', closedFolder])
  const files = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1e8,
  })
  for (const file of files.split('\0').filter(Boolean)) {
    if (!existsSync(join(root, file))) continue // deleted and not yet committed
    mkdirSync(dirname(join(clone, file)), { recursive: true })
    cpSync(join(root, file), join(clone, file))
  }
  const args = process.platform === 'linux' ? ['-al'] : ['-a']
  execFileSync('cp', [...args, join(root, 'node_modules'), join(clone, 'node_modules')])
  // Packages that npm put below a workspace.
  for (const area of ['packages', 'apps'])
    for (const name of readdirSync(join(root, area))) {
      const nested = join(area, name, 'node_modules')
      if (existsSync(join(root, nested))) execFileSync('cp', [...args, join(root, nested), join(clone, nested)])
    }
}

function throwAway() {
  if (existsSync(clone)) {
    const place = existsSync(join(clone, 'node_modules')) ? placeOfClone() : null
    if (place?.isOutside) rmSync(dirname(place.data), { recursive: true, force: true })
  }
  rmSync(closedFolder, { recursive: true, force: true })
}

function placeOfClone() {
  try {
    return choosePlace({ root: clone, wanted: join(clone, '.data/postgres') })
  } catch {
    return null
  }
}

function environmentOf(ports) {
  const { PATH, HOME, TMPDIR, LANG, USER } = process.env
  return {
    PATH,
    HOME,
    ...(TMPDIR ? { TMPDIR } : {}),
    ...(LANG ? { LANG } : {}),
    ...(USER ? { USER } : {}),
    ...(mediaServer ? { LIVEKIT_SERVER: mediaServer } : {}),
    DEMO_CASES: '24',
    ...ports,
  }
}

async function choosePorts() {
  const names = ['PORT', 'ADMIN_PORT', 'CATCHER_PORT', 'WORKER_PORT', 'CATCHER_SMTP_PORT']
  const ports = {}
  for (const name of names) ports[name] = String(await findFreePort())
  return ports
}

// Whatever runs in the clone, or on its database.
function processesOfClone() {
  const all = execFileSync('ps', ['-eo', 'pid=,args='], { encoding: 'utf8' }).split('\n')
  const outside = placeOfClone()?.data
  return all.filter(
    (line) =>
      (line.includes(`${clone}/`) || (outside && line.includes(outside))) && isAlive(Number(line.trim().split(' ')[0])),
  )
}

const supervisors = () =>
  processesOfClone()
    .filter((line) => /start(\/main)?\.mjs/.test(line))
    .map((line) => Number(line.trim().split(' ')[0]))

function kill(pid, signal) {
  try {
    process.kill(pid, signal)
  } catch (error) {
    if (error.code !== 'ESRCH') throw error
  }
}
