// A LiveKit server on loopback: for `npm start`, for tests and for measuring.
//
//   const program = findMediaServer()                       // path, or null: say noMediaServer
//   const server = await startMediaServer({ program })      // own folder and ports; server.url, .key, .secret
//   await server.stop()
import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { accessSync, closeSync, constants, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join, resolve } from 'node:path'
import { waitForEnd } from './postgres/pids.mjs'
import { keepPort } from './postgres/ports.mjs'

const root = resolve(import.meta.dirname, '..')
const host = '127.0.0.1'
const secondsToStart = 20

export const builtMediaServer = join(root, '.cache/bin/livekit-server')
export const noMediaServer =
  'no media server: `livekit-server` is not on the PATH, none was built into .cache/bin, and LIVEKIT_SERVER names none'

// LIVEKIT_SERVER (a path), else `livekit-server` on the PATH, else the one that was built earlier.
export function findMediaServer(environment = process.env) {
  const onPath = (environment.PATH ?? '').split(delimiter).filter(Boolean)
  const places = [
    ...(environment.LIVEKIT_SERVER ? [environment.LIVEKIT_SERVER] : []),
    ...onPath.map((folder) => join(folder, 'livekit-server')),
    builtMediaServer,
  ]
  return places.find(isProgram) ?? null
}

// Whoever sends media from this machine to this machine needs the loopback candidates; without them ICE offers an address that
// nothing reaches. A room is opened by the court alone, never by whoever comes first.
export function mediaServerSettings({ port, tcpPort, udpPort, key, secret, webhookUrls = [] }) {
  return {
    port,
    bind_addresses: [host],
    rtc: {
      tcp_port: tcpPort,
      udp_port: udpPort,
      node_ip: host,
      use_external_ip: false,
      enable_loopback_candidate: true,
      interfaces: { includes: ['lo', 'lo0'] },
    },
    room: { auto_create: false },
    keys: { [key]: secret },
    ...(webhookUrls.length > 0 ? { webhook: { api_key: key, urls: webhookUrls } } : {}),
    logging: { level: 'info', json: true },
  }
}

// The ports of last time where they are still free.
export async function chooseMediaPorts({ port, tcpPort, udpPort } = {}) {
  const isUdpKept = udpPort && (await isUdpPortFree(udpPort))
  return {
    port: await keepPort(port, host),
    tcpPort: await keepPort(tcpPort, host),
    udpPort: isUdpKept ? udpPort : await findFreeUdpPort(),
  }
}

// JSON is YAML too. The file holds the secret.
export function writeSettings(file, settings) {
  writeFileSync(file, JSON.stringify(settings, null, 2), { mode: 0o600 })
  return ['--config', file]
}

// Ends the server when our end of its input closes: also when we are killed, as the processes of a test run are.
const guarded =
  'exec 4<&0; "$@" 3>&- 4<&- & server=$!; echo $server >&3; (read -r _ <&4; kill -9 $server) 3>&- & exec 3>&-; wait $server'

// For tests: a server of its own in a temporary folder. `restart` brings it up again on the same ports, with nothing remembered.
export async function startMediaServer({ program, webhookUrls = [] }) {
  const folder = mkdtempSync(join(tmpdir(), 'tongheng-media-'))
  const ports = await chooseMediaPorts()
  const [key, secret] = ['court', randomBytes(32).toString('base64url')]
  const args = writeSettings(join(folder, 'settings.json'), mediaServerSettings({ ...ports, key, secret, webhookUrls }))
  const logFile = join(folder, 'log')
  const url = `ws://${host}:${ports.port}`
  let running = null

  async function up() {
    const output = openSync(logFile, 'a')
    const child = spawn('/bin/sh', ['-c', guarded, 'sh', program, ...args], {
      ...{ cwd: folder, env: {}, stdio: ['pipe', output, output, 'pipe'] },
    })
    closeSync(output)
    child.once('exit', () => child.stdin.destroy())
    const [line] = await once(child.stdio[3], 'data')
    running = { child, pid: Number(line) }
    await untilItAnswers({ child, origin: `http://${host}:${ports.port}`, logFile })
  }
  // Killed, not asked: a server that is asked waits until the last has left.
  async function down() {
    if (!running) return
    const { child, pid } = running
    running = null
    child.stdin.destroy()
    await waitForEnd(pid, 10_000)
  }
  await up()
  return {
    url,
    key,
    secret,
    logFile,
    pid: () => running.pid,
    down,
    up,
    async stop() {
      await down()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function untilItAnswers({ child, origin, logFile }) {
  let failure
  child.once('error', (error) => (failure = error))
  child.once('exit', (code, name) => (failure ??= new Error(`it ended at once (${code ?? name})`)))
  const end = Date.now() + secondsToStart * 1000
  while (!(await isUp(origin))) {
    failure ??= Date.now() > end ? new Error(`it does not answer after ${secondsToStart} s`) : undefined
    if (failure) throw new Error(`the media server: ${failure.message}\n${readFileSync(logFile, 'utf8').slice(-2000)}`)
    await new Promise((done) => setTimeout(done, 25))
  }
}

const isUp = (origin) =>
  fetch(origin, { signal: AbortSignal.timeout(2_000) }).then(
    async (response) => (await response.text()) !== '' && response.ok,
    () => false,
  )

const isUdpPortFree = (port) =>
  new Promise((resolve) => {
    const socket = createSocket('udp4')
    socket.once('error', () => resolve(false))
    socket.bind({ port, address: host, exclusive: true }, () => socket.close(() => resolve(true)))
  })

const findFreeUdpPort = () =>
  new Promise((resolve, reject) => {
    const socket = createSocket('udp4')
    socket.once('error', reject)
    socket.bind({ port: 0, address: host }, () => {
      const { port } = socket.address()
      socket.close(() => resolve(port))
    })
  })

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
