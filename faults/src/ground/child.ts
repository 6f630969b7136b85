import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'

export type Child = {
  pid: number
  hasEnded(): boolean
  /** What it said so far. */
  output(): string
  /** Sends the signal and waits for the end; SIGKILL after `patienceMs`. */
  end(signal: NodeJS.Signals, patienceMs?: number): Promise<{ code: number | null; milliseconds: number }>
}

type Start = {
  command?: string
  args: readonly string[]
  cwd?: string
  env?: NodeJS.ProcessEnv
  uid?: number
  gid?: number
  logFile: string
}

const running = new Set<ChildProcess>()
// Whoever leaves in a hurry leaves nobody behind.
process.on('exit', () => {
  for (const child of running) child.kill('SIGKILL')
})

export function startChild({ command = process.execPath, args, logFile, ...options }: Start): Child {
  const child = spawn(command, [...args], { ...options, stdio: ['ignore', 'pipe', 'pipe'] })
  if (child.pid === undefined) throw new Error(`${command} did not start`)
  running.add(child)
  const log = createWriteStream(logFile, { flags: 'a' })
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      output = (output + chunk.toString()).slice(-200_000)
      log.write(chunk)
    })
  let hasEnded = false
  // Not `exit`: what it said last is still on its way then.
  const ended = once(child, 'close').then(([code]) => {
    hasEnded = true
    running.delete(child)
    log.end()
    return code as number | null
  })
  return {
    pid: child.pid,
    hasEnded: () => hasEnded,
    output: () => output,
    async end(signal, patienceMs = 30_000) {
      const begun = performance.now()
      child.kill(signal)
      const timer = setTimeout(() => child.kill('SIGKILL'), patienceMs)
      const code = await ended
      clearTimeout(timer)
      return { code, milliseconds: performance.now() - begun }
    },
  }
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

/** Asks again and again until it is so, and says after how many milliseconds; throws when it never is. */
export async function until(
  what: string,
  isSo: () => Promise<boolean> | boolean,
  { milliseconds = 90_000, every = 50 }: { milliseconds?: number; every?: number } = {},
): Promise<number> {
  const begun = performance.now()
  for (;;) {
    if (await isSo()) return performance.now() - begun
    if (performance.now() - begun > milliseconds) throw new Error(`not within ${milliseconds / 1000} s: ${what}`)
    await pause(every)
  }
}

export const pause = (milliseconds: number) => new Promise<void>((done) => setTimeout(done, milliseconds))
