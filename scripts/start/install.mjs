// For Node 20.19: no imports but Node's own.
import { execFileSync, spawn } from 'node:child_process'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { delimiter, join, resolve } from 'node:path'

const root = resolve(import.meta.dirname, '../..')
const nodeMinimum = [20, 19]
const npmMinimum = [10]

// Nothing here reports to anybody, and nothing is fetched but the packages of the lock file.
export const quietEnvironment = {
  NEXT_TELEMETRY_DISABLED: '1',
  TURBO_TELEMETRY_DISABLED: '1',
  DO_NOT_TRACK: '1',
  CHECKPOINT_DISABLE: '1',
  PRISMA_HIDE_UPDATE_MESSAGE: '1',
  ONNXRUNTIME_NODE_INSTALL: 'skip',
}

export function checkVersions() {
  if (process.platform === 'win32') throw new Error('Windows is not supported. Use WSL 2, Linux or macOS.')
  if (isOlder(process.versions.node, nodeMinimum)) {
    throw new Error(
      `Node ${process.versions.node} is too old: install Node 20.19 or newer (nodejs.org), then try again.`,
    )
  }
  const npm = npmVersion()
  if (!npm) throw new Error('npm was not found. It comes with Node: install Node 20.19 or newer (nodejs.org).')
  if (isOlder(npm, npmMinimum)) throw new Error(`npm ${npm} is too old: run \`npm install -g npm@11\`, then try again.`)
}

export function isOlder(version, minimum) {
  const parts = version.split('.').map(Number)
  for (const [index, wanted] of minimum.entries()) {
    if ((parts[index] ?? 0) !== wanted) return (parts[index] ?? 0) < wanted
  }
  return false
}

// Installs when what is in node_modules is not what the lock file says. Returns whether it did.
export async function installDependencies({ log = console.log } = {}) {
  const lock = readJson(join(root, 'package-lock.json'))
  if (!lock) throw new Error('package-lock.json is missing or broken: take it from the repository again.')
  if (isInstalled(lock, readJson(join(root, 'node_modules/.package-lock.json')))) return false
  log('• Installing dependencies (npm ci; about a minute, 1.5 GB on disk)')
  const started = Date.now()
  const expected = Object.keys(lock.packages).filter((path) => /^node_modules\/[^/]+$/.test(path)).length
  const timer = setInterval(() => {
    const seconds = Math.round((Date.now() - started) / 1000)
    log(`  … ${seconds} s, ${countFolders()} of about ${expected} packages`)
  }, 10_000)
  try {
    await runNpm(['ci', '--no-audit', '--no-fund', '--loglevel=error'])
  } finally {
    clearInterval(timer)
  }
  log(`✓ Dependencies installed (${((Date.now() - started) / 1000).toFixed(0)} s)`)
  return true
}

// npm keeps in node_modules a list of what it installed there, written last. A package may only be absent
// if it is optional (those for other machines).
export function isInstalled(lock, installed) {
  if (!installed?.packages) return false
  return Object.entries(lock.packages).every(([path, wanted]) => {
    if (!path.includes('node_modules/')) return true // the root and the workspaces themselves
    const found = installed.packages[path]
    if (!found) return Boolean(wanted.optional || wanted.devOptional || wanted.peer)
    return found.version === wanted.version && Boolean(found.link) === Boolean(wanted.link)
  })
}

// Runs a script under the Node of node_modules, hands signals on, and ends as it ends.
export function handOver(script, args) {
  const node = pinnedNode()
  const bin = join(root, 'node_modules/.bin')
  const child = spawn(node, [join(root, 'scripts', script), ...args], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...quietEnvironment, PATH: `${bin}${delimiter}${process.env.PATH ?? ''}` },
  })
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(name, () => child.kill(name))
  return new Promise((done, reject) => {
    child.once('error', reject)
    child.once('close', (code, name) => done(code ?? (name === 'SIGINT' ? 130 : 1)))
  })
}

function pinnedNode() {
  const node = join(root, 'node_modules/.bin/node')
  if (existsSync(node)) return node
  if (!isOlder(process.versions.node, [24])) return process.execPath
  throw new Error(
    'npm did not install Node 24 (were install scripts switched off?): run `npm rebuild node`, then try again.',
  )
}

function runNpm(args) {
  const [command, ...first] = npmCommand()
  const child = spawn(command, [...first, ...args], {
    cwd: root,
    env: { ...process.env, ...quietEnvironment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => (output = (output + chunk).slice(-6000)))
  return new Promise((done, reject) => {
    child.once('error', reject)
    child.once('close', (code) => {
      if (code === 0) return done()
      const advice = /EACCES|EPERM/.test(output)
        ? 'This user may not write here: clone to a folder of your own, or mend the owner of this one.'
        : /ENOSPC/.test(output)
          ? 'The disk is full: 2 GB are needed.'
          : /package-lock|in sync/.test(output)
            ? 'The lock file does not fit package.json: take both from the repository again.'
            : 'Check that the npm registry can be reached (`npm ping`), then start again: it goes on from here.'
      reject(new Error(`npm ci failed.\n${output.trim()}\n\n${advice}`))
    })
  })
}

// Under `npm start` the same npm, wherever it is installed.
function npmCommand() {
  const script = process.env.npm_execpath
  return script && /npm-cli\.c?js$/.test(script) ? [process.execPath, script] : ['npm']
}

function npmVersion() {
  const named = /\bnpm\/(\S+)/.exec(process.env.npm_config_user_agent ?? '')
  if (named) return named[1]
  try {
    return execFileSync('npm', ['--version'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim()
  } catch {
    return null
  }
}

function countFolders() {
  try {
    return readdirSync(join(root, 'node_modules')).filter((name) => !name.startsWith('.')).length
  } catch {
    return 0
  }
}

function readJson(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return null
  }
}
