import { fork } from 'node:child_process'
import { mkdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { FromRecorder, ToRecorder } from './child.ts'

export type GapWhy = 'media-server-away' | 'recorder-ended' | 'recorder-failed'

export type Recorded = { startedAt: Date; endedAt: Date; body: Uint8Array }

type Options = {
  address: string
  token: string
  /** Where slices lie until they are stored; made, and removed at the end. */
  folder: string
  /** The whole path. */
  ffmpeg: string
  sliceSeconds: number
  /** One at a time, in the order of time; the next waits. */
  onSlice(slice: Recorded): Promise<void>
  onGap(gap: { fromAt: Date; toAt: Date | null; why: GapWhy }): Promise<void>
}

export type Recorder = {
  pid: number | undefined
  /** Once everything it left has been handed on. */
  ended: Promise<'finished' | GapWhy>
  /** Asks for the last slice and the end. */
  finish(): void
  kill(): void
  /** The end of what it has told so far. */
  lastAt(): Date
}

const secondsToFinish = 6

/** A recorder as a process of its own. Whatever it has told is handed on before `ended`, also when it was killed. */
export async function runRecorder(options: Options): Promise<Recorder> {
  await mkdir(options.folder, { recursive: true, mode: 0o700 })
  const child = fork(fileURLToPath(new URL('child.ts', import.meta.url)), {
    // What it needs it gets by message, and no secret of the worker; its library writes much to its output.
    env: { NODE_ENV: 'production' },
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    detached: true,
  })
  const { address, token, folder, ffmpeg, sliceSeconds } = options
  const startedAt = new Date()
  let last = startedAt
  let how: 'finished' | GapWhy = 'recorder-ended'
  let handed = Promise.resolve()
  const handOn = (fn: () => Promise<void>) => (handed = handed.then(fn))

  child.on('message', (message: FromRecorder) => {
    if (message.kind === 'ended') how = message.how
    if (message.kind === 'slice') {
      const times = { startedAt: new Date(message.startedAt), endedAt: new Date(message.endedAt) }
      last = times.endedAt
      void handOn(async () => {
        await options.onSlice({ ...times, body: await readFile(message.file) })
        await rm(message.file, { force: true })
      })
    }
    if (message.kind === 'lost') {
      last = new Date(message.toAt)
      void handOn(() => options.onGap({ fromAt: new Date(message.fromAt), toAt: last, why: 'recorder-failed' }))
    }
  })
  const closed = new Promise<void>((resolve) => {
    child.once('error', () => resolve())
    child.once('exit', () => resolve())
  })
  send(child, { kind: 'record', address, token, folder, ffmpeg, sliceSeconds })

  async function end(): Promise<'finished' | GapWhy> {
    await closed
    try {
      await handed
      // From what is known to be stored until somebody goes on.
      if (how !== 'finished') await options.onGap({ fromAt: last, toAt: null, why: how })
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
    return how
  }
  const kill = () => void child.kill('SIGKILL')
  return {
    pid: child.pid,
    ended: end(),
    finish() {
      send(child, { kind: 'finish' })
      setTimeout(kill, secondsToFinish * 1000).unref()
    },
    kill,
    lastAt: () => last,
  }
}

function send(child: ReturnType<typeof fork>, message: ToRecorder): void {
  if (child.connected) child.send(message, () => undefined)
}

export const folderOf = (filesDir: string, recorderId: string) => join(filesDir, 'recorder', recorderId)
