// The media server of the hearings: the one that LIVEKIT_URL names, else one of our own on loopback. It is there when it is there:
// nothing waits for it, and whatever happens to it, the sites go on.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import {
  builtMediaServer,
  chooseMediaPorts,
  findMediaServer,
  mediaServerSettings,
  writeSettings,
} from '../media-server.mjs'
import { root } from './options.mjs'
import { waitUntilReady } from './ready.mjs'
import { runCommand } from './run-command.mjs'
import { out, step } from './steps.mjs'

const module = 'github.com/livekit/livekit-server/cmd/server@v1.13.5'
const key = 'tongheng'
const secondsToReady = 20
const millisecondsToEnd = 2_000

// How hearings get sound and picture this time, and what the apps are told of it.
export async function planMedia({ dataDir, secrets, environment = process.env, hasGo = isGoThere }) {
  if (environment.LIVEKIT_URL) return { how: 'given', environment: {} }
  const program = findMediaServer(environment)
  const how = program ? 'there' : hasGo() ? 'to-build' : 'absent'
  if (how === 'absent') return { how, environment: {} }
  const file = join(dataDir, 'media-server.json')
  const ports = await chooseMediaPorts(portsOf(file))
  return {
    ...{ how, program, file, ports, secret: secrets.mediaSecret },
    environment: {
      LIVEKIT_URL: `ws://127.0.0.1:${ports.port}`,
      LIVEKIT_API_KEY: key,
      LIVEKIT_API_SECRET: secrets.mediaSecret,
    },
  }
}

// Starts it beside the other processes, and builds it first where it must be. Never throws; returns at once when it has to be built.
export async function bringUpMedia({ plan, children, logsDir, webhookUrl, build = buildMediaServer }) {
  if (plan.how !== 'there' && plan.how !== 'to-build') return
  const run = (program) => runMedia({ plan, program, children, webhookUrl })
  const failed = (error) => children.isStopping() || reportMedia(error)
  if (plan.how === 'there') await step('Media server of the hearings', () => run(plan.program)).catch(failed)
  else void step('Media server of the hearings, built with Go', () => build({ logsDir }).then(run)).catch(failed)
}

async function runMedia({ plan: { file, ports, secret }, program, children, webhookUrl }) {
  const settings = mediaServerSettings({ ...ports, key, secret, webhookUrls: [webhookUrl] })
  const child = children.start({
    name: 'media',
    command: program,
    args: writeSettings(file, settings),
    cwd: dirname(file),
    env: {},
    isOptional: true,
    millisecondsToEnd,
  })
  await waitUntilReady({ child, origin: `http://127.0.0.1:${ports.port}`, path: '/', seconds: secondsToReady })
}

export function describeMedia({ how, environment }) {
  if (how === 'given') return 'the one that LIVEKIT_URL names'
  if (how === 'there') return environment.LIVEKIT_URL
  return how === 'to-build'
    ? 'is being built with Go (about two minutes, once); hearings have sound and picture as soon as it is'
    : 'none: hearings have no sound and picture; docs/runbooks/media-server.md says how to get one'
}

// Beside its place and moved there when whole. In the background of whoever works on this machine.
export async function buildMediaServer({ logsDir }) {
  const folder = dirname(builtMediaServer)
  const unfinished = join(folder, `new-${process.pid}`)
  mkdirSync(unfinished, { recursive: true })
  try {
    await runCommand({
      title: 'go install of the media server',
      command: 'go',
      args: ['install', module],
      // A Go that is too old fetches the one it needs from the same registry.
      env: { GOTOOLCHAIN: 'auto', ...process.env, GOBIN: unfinished },
      logFile: logsDir && join(logsDir, 'media-build.log'),
      isInBackground: true,
    })
    renameSync(join(unfinished, 'server'), builtMediaServer)
  } finally {
    rmSync(unfinished, { recursive: true, force: true })
  }
  return builtMediaServer
}

export const reportMedia = (error) =>
  out.fail(`Hearings have no sound and picture: ${error.message.trim()}\n  See docs/runbooks/media-server.md.`)

const isGoThere = () => spawnSync('go', ['version'], { cwd: root, stdio: 'ignore' }).status === 0

// Those of last time: the addresses that browsers hold stay right.
function portsOf(file) {
  if (!existsSync(file)) return {}
  try {
    const { port, rtc } = JSON.parse(readFileSync(file, 'utf8'))
    return { port, tcpPort: rtc.tcp_port, udpPort: rtc.udp_port }
  } catch {
    return {}
  }
}
