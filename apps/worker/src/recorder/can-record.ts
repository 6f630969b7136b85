import { execFile } from 'node:child_process'

export type CanRecord = { ffmpeg: string; whyNot: null } | { ffmpeg: null; whyNot: string }

/** Where ffmpeg is, or why this machine cannot record. Asked once: a program does not appear while a worker runs. */
export async function canRecord(program: string): Promise<CanRecord> {
  const ffmpeg = await placeOf(program)
  if (!ffmpeg)
    return { ffmpeg: null, whyNot: 'hearings are not recorded: there is no ffmpeg on the PATH of the worker' }
  return import('@livekit/rtc-node').then(
    () => ({ ffmpeg, whyNot: null }),
    () => ({
      ffmpeg: null,
      whyNot: `hearings are not recorded: there is no client of the media server for ${process.platform} ${process.arch}`,
    }),
  )
}

const placeOf = (program: string): Promise<string | null> =>
  new Promise((resolve) =>
    execFile('/bin/sh', ['-c', 'command -v -- "$1"', 'sh', program], { timeout: 10_000 }, (error, found) =>
      resolve(error ? null : found.trim() || null),
    ),
  )
