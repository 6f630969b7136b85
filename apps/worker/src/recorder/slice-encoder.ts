import { spawn } from 'node:child_process'
import type { Readable, Writable } from 'node:stream'

export type SliceFormat = { width: number; height: number; framesPerSecond: number; samplesPerSecond: number }
export const sliceMime = 'video/mp4'

export type SliceEncoder = {
  write(picture: Uint8Array, sound: Int16Array): void
  /** Resolves when the file is whole and plays by itself. */
  finish(): Promise<void>
  kill(): void
}

const secondsToFinish = 20

/** One piece of the recording as a file of its own: H.264 and AAC in MP4, which every browser plays. One ffmpeg each, so that none ruins another. */
export function encodeSlice({
  ffmpeg,
  file,
  format,
}: {
  ffmpeg: string
  file: string
  format: SliceFormat
}): SliceEncoder {
  const child = spawn(ffmpeg, argumentsOf(file, format), { stdio: ['pipe', 'ignore', 'pipe', 'pipe'] })
  // Pipes, all three, because `stdio` says so.
  const [pictures, , errors, sounds] = child.stdio as unknown as [Writable, null, Readable, Writable]
  let said = ''
  errors.on('data', (chunk: Buffer) => (said = (said + chunk.toString()).slice(-2000)))
  // A pipe that breaks is told by how ffmpeg ended.
  for (const pipe of [pictures, sounds]) pipe.on('error', () => undefined)
  const ended = new Promise<void>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code, signal) =>
      code === 0 ? resolve() : reject(new Error(`ffmpeg ended with ${code ?? signal}: ${said.trim()}`)),
    )
  })
  ended.catch(() => undefined) // told where `finish` is awaited
  return {
    write(picture, sound) {
      pictures.write(picture)
      sounds.write(new Uint8Array(sound.buffer, sound.byteOffset, sound.byteLength))
    },
    async finish() {
      pictures.end()
      sounds.end()
      const timer = setTimeout(() => child.kill('SIGKILL'), secondsToFinish * 1000)
      await ended.finally(() => clearTimeout(timer))
    },
    kill: () => child.kill('SIGKILL'),
  }
}

function argumentsOf(file: string, { width, height, framesPerSecond, samplesPerSecond }: SliceFormat): string[] {
  const pictures = ['-f', 'rawvideo', '-pix_fmt', 'yuv420p', '-s', `${width}x${height}`, '-r', String(framesPerSecond)]
  const sounds = ['-f', 's16le', '-ar', String(samplesPerSecond), '-ac', '1']
  const video = ['-c:v', 'libx264', '-preset', 'superfast', '-crf', '28', '-threads', '1', '-pix_fmt', 'yuv420p']
  return [
    ...['-hide_banner', '-loglevel', 'error', '-nostdin', '-y'],
    ...[...pictures, '-i', 'pipe:0', ...sounds, '-i', 'pipe:3'],
    ...[...video, '-c:a', 'aac', '-b:a', '64k', '-movflags', '+faststart', '-f', 'mp4', file],
  ]
}
