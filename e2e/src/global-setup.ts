import { spawn } from 'node:child_process'
import { createWriteStream, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { personalLines } from './private-logs.ts'
import { stackFileVariable } from './stack.ts'

const root = resolve(import.meta.dirname, '../..')
const secondsToReady = 420

/**
 * Brings the whole platform up once, by the machinery of `npm start`: production build, demo country, a database and folders of its own,
 * free ports. E2E_STACK names the ready-file of one that runs already (`npm start -- --ready-file FILE`).
 */
export default async function bringUp(): Promise<(() => Promise<void>) | undefined> {
  if (process.env[stackFileVariable]) return undefined
  const folder = mkdtempSync(join(tmpdir(), 'tongheng-e2e-'))
  const readyFile = join(folder, 'ready.json')
  const logFile = join(root, 'test-results/stack.log')
  mkdirSync(join(root, 'test-results'), { recursive: true })
  const log = createWriteStream(logFile)
  const names = ['PORT', 'ADMIN_PORT', 'CATCHER_PORT', 'WORKER_PORT', 'CATCHER_SMTP_PORT']
  const ports = Object.fromEntries(await Promise.all(names.map(async (name) => [name, String(await freePort())])))
  const child = spawn(
    process.execPath,
    [join(root, 'scripts/start/main.mjs'), '--ready-file', readyFile, '--throw-away'],
    {
      cwd: root,
      env: { ...process.env, ...ports, DATA_DIR: join(folder, 'data'), DATABASE_URL: '', REDIS_URL: '' },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  )
  for (const stream of [child.stdout, child.stderr]) stream.pipe(log, { end: false })
  const ended = new Promise<void>((done) => child.once('close', () => done()))
  const stop = async () => {
    child.kill('SIGTERM')
    await ended
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    await waitFor(readyFile, () => child.exitCode !== null)
  } catch (error) {
    await stop()
    throw new Error(`the platform did not come up: ${String(error)}\n${readFileSync(logFile, 'utf8').slice(-6000)}`, {
      cause: error,
    })
  }
  process.env[stackFileVariable] = readyFile
  return async () => {
    const found = personalLines(join(folder, 'data/logs'))
    await stop()
    if (found.length > 0) throw new Error(`the logs hold personal data:\n${found.slice(0, 20).join('\n')}`)
  }
}

async function waitFor(file: string, hasEnded: () => boolean): Promise<void> {
  const end = Date.now() + secondsToReady * 1000
  while (!existsSync(file)) {
    if (hasEnded()) throw new Error('it ended')
    if (Date.now() > end) throw new Error(`not ready after ${secondsToReady} s`)
    await new Promise((done) => setTimeout(done, 200))
  }
}

function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const server = createServer().once('error', fail)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => done(port))
    })
  })
}
