import { join } from 'node:path'
import { AudioStream, Room, RoomEvent, TrackKind, VideoBufferType, VideoStream } from '@livekit/rtc-node'
import type { RemoteParticipant, RemoteTrack } from '@livekit/rtc-node'
import { drawGrid, type Picture } from './grid.ts'
import { createMix } from './mix.ts'
import { encodeSlice, type SliceEncoder, type SliceFormat } from './slice-encoder.ts'

export type Slice = { file: string; startedAt: Date; endedAt: Date }

type Options = {
  address: string
  token: string
  folder: string
  ffmpeg: string
  sliceSeconds: number
  onSlice(slice: Slice): void
  /** Part of the hearing that could not be recorded though the recorder was there. */
  onLost(lost: { fromAt: Date; toAt: Date }): void
}

export type RoomRecording = {
  /** Resolves once the last slice is whole: after `finish`, or by itself when the media server is gone. */
  ended: Promise<'finished' | 'media-server-away'>
  finish(): void
}

const format: SliceFormat = { width: 640, height: 360, framesPerSecond: 10, samplesPerSecond: 48_000 }
const samplesPerTick = format.samplesPerSecond / format.framesPerSecond
const msPerTick = 1000 / format.framesPerSecond
/** A clock that stood still longer than that (the machine slept, the process was stopped) leaves a hole, not seconds of silence. */
const stillMsMax = 2_000
/** Slices that wait to be encoded; one more means that this machine is too slow, and the newest is lost. */
const encodingMax = 4

/** Joins unseen, and writes what everybody sees and hears into slices until it is told to finish. Rejects when it cannot join. */
export async function recordRoom(options: Options): Promise<RoomRecording> {
  const room = new Room()
  const mix = createMix({ samplesToBegin: samplesPerTick, samplesAheadMax: format.samplesPerSecond })
  const pictures = new Map<string, { identity: string; picture: Picture | null }>()
  let speaking = new Set<string>()
  room.on(RoomEvent.TrackSubscribed, (track, _publication, participant) => void receive(track, participant))
  room.on(RoomEvent.TrackUnsubscribed, (track) => forget(track))
  room.on(RoomEvent.TrackMuted, ({ sid }) => {
    const shown = pictures.get(sid ?? '')
    if (shown) shown.picture = null // dark, not frozen
  })
  room.on(RoomEvent.ActiveSpeakersChanged, (all) => (speaking = new Set(all.map(({ identity }) => identity))))

  async function receive(track: RemoteTrack, { identity }: RemoteParticipant) {
    const id = track.sid ?? identity
    if (track.kind === TrackKind.KIND_VIDEO) {
      const shown: { identity: string; picture: Picture | null } = { identity, picture: null }
      pictures.set(id, shown)
      for await (const { frame } of new VideoStream(track))
        shown.picture = frame.type === VideoBufferType.I420 ? frame : frame.convert(VideoBufferType.I420)
      pictures.delete(id)
    } else {
      for await (const { data } of new AudioStream(track, format.samplesPerSecond, 1)) mix.add(id, data)
      mix.remove(id)
    }
  }
  function forget({ sid }: RemoteTrack) {
    pictures.delete(sid ?? '')
    mix.remove(sid ?? '')
  }
  const draw = () =>
    drawGrid(
      [...pictures.values()].flatMap(({ identity, picture }) =>
        picture ? [{ picture, isSpeaking: speaking.has(identity) }] : [],
      ),
      format,
    )

  await room.connect(options.address, options.token, { autoSubscribe: true, dynacast: false })
  const writer = createWriter(options)
  return new Promise<RoomRecording>((resolve) => {
    let end: (how: 'finished' | 'media-server-away') => void = () => undefined
    const ended = new Promise<'finished' | 'media-server-away'>((done) => {
      let isOver = false
      end = (how) => {
        if (isOver) return
        isOver = true
        clearInterval(timer)
        void writer
          .close()
          .then(() => room.disconnect())
          .catch(() => undefined)
          .then(() => done(how))
      }
    })
    const timer = setInterval(() => writer.tick(Date.now(), draw, () => mix.take(samplesPerTick)), msPerTick / 2)
    // A room that was lost is entered anew, with a new token: whatever happened meanwhile is a gap.
    room.on(RoomEvent.Reconnecting, () => end('media-server-away'))
    room.on(RoomEvent.Disconnected, () => end('media-server-away'))
    resolve({ ended, finish: () => end('finished') })
  })
}

/** Cuts time into slices: one picture and its sound per tick, a new file after so many. */
function createWriter({ folder, ffmpeg, sliceSeconds, onSlice, onLost }: Options) {
  const ticksPerSlice = Math.round(sliceSeconds * format.framesPerSecond)
  let slice: { encoder: SliceEncoder; file: string; startMs: number; ticks: number } | null = null
  let nextMs = Date.now()
  let count = 0
  let encoding = 0
  // Told in the order of time, whichever is encoded first.
  let told = Promise.resolve()

  function begin() {
    const file = join(folder, `${String((count += 1)).padStart(6, '0')}.mp4`)
    slice = { encoder: encodeSlice({ ffmpeg, file, format }), file, startMs: nextMs, ticks: 0 }
    return slice
  }
  function cut() {
    if (!slice) return
    const { encoder, file, startMs, ticks } = slice
    slice = null
    const times = { startedAt: new Date(startMs), endedAt: new Date(startMs + ticks * msPerTick) }
    if (encoding >= encodingMax) encoder.kill()
    encoding += 1
    const isWhole = encoder.finish().then(
      () => true,
      () => false,
    )
    told = told.then(async () => {
      if (await isWhole) onSlice({ file, ...times })
      else onLost({ fromAt: times.startedAt, toAt: times.endedAt })
      encoding -= 1
    })
  }
  return {
    tick(nowMs: number, draw: () => Picture, take: () => Int16Array) {
      if (nowMs - nextMs > stillMsMax) {
        cut()
        const hole = { fromAt: new Date(nextMs), toAt: new Date(nowMs) }
        told = told.then(() => onLost(hole))
        nextMs = nowMs
      }
      while (nextMs <= nowMs) {
        const current = slice ?? begin()
        current.encoder.write(draw().data, take())
        current.ticks += 1
        nextMs += msPerTick
        if (current.ticks >= ticksPerSlice) cut()
      }
    },
    async close() {
      cut()
      await told
    },
  }
}
