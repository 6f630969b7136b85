import { recordRoom } from './record-room.ts'

/**
 * The recorder of one hearing, a process of its own: what breaks in it breaks no other. Told what to record by its parent, tells it of
 * every slice; ends when it is told to, when the media server is gone, or with its parent.
 */
export type ToRecorder =
  | { kind: 'record'; address: string; token: string; folder: string; ffmpeg: string; sliceSeconds: number }
  | { kind: 'finish' }

export type FromRecorder =
  | { kind: 'recording' }
  | { kind: 'slice'; file: string; startedAt: string; endedAt: string }
  | { kind: 'lost'; fromAt: string; toAt: string }
  | { kind: 'ended'; how: 'finished' | 'media-server-away' }

const tell = (message: FromRecorder) => process.send?.(message)
let finish: () => void = () => process.exit(0)

process.on('message', (message: ToRecorder) => {
  if (message.kind === 'finish') finish()
  else void record(message)
})
process.on('disconnect', () => process.exit(1))
// Stopped by its parent alone, after the worker has decided what to do with the last slice.
for (const name of ['SIGINT', 'SIGTERM']) process.on(name, () => undefined)

async function record({ kind: _, ...options }: Extract<ToRecorder, { kind: 'record' }>): Promise<void> {
  try {
    const recording = await recordRoom({
      ...options,
      onSlice: ({ file, startedAt, endedAt }) =>
        tell({ kind: 'slice', file, startedAt: startedAt.toISOString(), endedAt: endedAt.toISOString() }),
      onLost: ({ fromAt, toAt }) => tell({ kind: 'lost', fromAt: fromAt.toISOString(), toAt: toAt.toISOString() }),
    })
    finish = recording.finish
    tell({ kind: 'recording' })
    end(await recording.ended)
  } catch {
    end('media-server-away') // it did not let us in: the parent asks for another token
  }
}

function end(how: 'finished' | 'media-server-away'): void {
  process.send?.({ kind: 'ended', how } satisfies FromRecorder, () => process.exit(0))
}
