import { execFile } from 'node:child_process'

export type CanRecord = { ffmpeg: string; whyNot: null } | { ffmpeg: null; whyNot: string }

/** Where ffmpeg is, or why this machine cannot record. Asked once: a program does not appear while a worker runs. */
export async function canRecord(program: string): Promise<CanRecord> {
  const ffmpeg = await placeOf(program)
  if (!ffmpeg)
    return { ffmpeg: null, whyNot: 'hearings are not recorded: there is no ffmpeg on the PATH of the worker' }
  if (await hasClient()) return { ffmpeg, whyNot: null }
  const machine = `${process.platform} ${process.arch}`
  return { ffmpeg: null, whyNot: `hearings are not recorded: there is no client of the media server for ${machine}` }
}

/** Loaded in a process of its own, as the recorder does: the worker itself has no use for it. */
const hasClient = (): Promise<boolean> =>
  new Promise((resolve) => {
    const args = ['--input-type=module', '--eval', `import '@livekit/rtc-node'; process.exit()`]
    execFile(process.execPath, args, { cwd: import.meta.dirname, timeout: 20_000 }, (error) => resolve(error === null))
  })

const placeOf = (program: string): Promise<string | null> =>
  new Promise((resolve) =>
    execFile('/bin/sh', ['-c', 'command -v -- "$1"', 'sh', program], { timeout: 10_000 }, (error, found) =>
      resolve(error ? null : found.trim() || null),
    ),
  )
