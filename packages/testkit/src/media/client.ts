import type { AudioSource, LocalAudioTrack, LocalVideoTrack, RemoteTrack, Room, VideoSource } from '@livekit/rtc-node'

/** Somebody in a room, without a browser: sends a tone and a picture of one colour, counts what arrives. */
export type MediaClient = {
  room: Room
  /** How many sounds (frames of 10 ms that are not silent) and pictures came from each identity, by `identity/audio` and `identity/video`. */
  received: Map<string, number>
  /** How many pictures this one has sent. */
  sentPictures(): number
  /** What the server sent as data, oldest first. */
  messages: { topic: string | undefined; text: string }[]
  /** Rejects when the server does not let it. */
  speak(options?: { hertz?: number }): Promise<{ stop(): Promise<void> }>
  show(options?: {
    width?: number
    height?: number
    luma?: number
    framesPerSecond?: number
  }): Promise<{ stop(): Promise<void> }>
  /** The identities whose tracks this one has, each with the kind. */
  tracksOf(): string[]
  leave(): Promise<void>
}

/** A process that had clients ends by itself only after this. */
export const endClients = async (): Promise<void> => (await loadLibrary()).dispose()

const sampleRate = 48_000

type Library = typeof import('@livekit/rtc-node')
type Source = Library['TrackSource'][keyof Library['TrackSource']]

/** Loaded when somebody joins: npm has it for some machines only, and where it is not the tests that need it are skipped. */
async function loadLibrary(): Promise<Library> {
  try {
    return await import('@livekit/rtc-node')
  } catch (cause) {
    throw new Error(`no client of the media server for ${process.platform} ${process.arch}`, { cause })
  }
}

/** Rejects when the server refuses the token. */
export async function joinAsClient({ url, token }: { url: string; token: string }): Promise<MediaClient> {
  const library = await loadLibrary()
  const { LocalAudioTrack, LocalVideoTrack, RoomEvent, TrackPublishOptions, TrackSource } = library
  const room = new library.Room()
  const received = new Map<string, number>()
  const messages: MediaClient['messages'] = []
  const tracks = new Set<string>()
  const sending = new Set<() => void>()
  let sent = 0
  const count = (name: string) => received.set(name, (received.get(name) ?? 0) + 1)

  room.on(RoomEvent.TrackSubscribed, (track, _publication, { identity }) => {
    tracks.add(nameOf(library, identity, track))
    void take(library, track, () => count(nameOf(library, identity, track)))
  })
  room.on(RoomEvent.TrackUnsubscribed, (track, _publication, { identity }) =>
    tracks.delete(nameOf(library, identity, track)),
  )
  room.on(RoomEvent.ParticipantDisconnected, ({ identity }) => {
    for (const kind of ['audio', 'video']) tracks.delete(`${identity}/${kind}`)
  })
  room.on(RoomEvent.DataReceived, (payload, _participant, _kind, topic) =>
    messages.push({ topic, text: new TextDecoder().decode(payload) }),
  )
  await room.connect(url, token, { autoSubscribe: true, dynacast: false })

  const publish = async (track: LocalAudioTrack | LocalVideoTrack, source: Source, send: () => () => void) => {
    const local = room.localParticipant
    if (!local) throw new Error('not in the room')
    const publication = await local.publishTrack(track, new TrackPublishOptions({ source, simulcast: false }))
    const cease = send()
    sending.add(cease)
    const stop = async () => {
      cease()
      if (publication.sid) await local.unpublishTrack(publication.sid)
    }
    return { stop }
  }
  return {
    room,
    received,
    messages,
    speak: ({ hertz = 440 } = {}) => {
      const source = new library.AudioSource(sampleRate, 1)
      const track = LocalAudioTrack.createAudioTrack('microphone', source)
      return publish(track, TrackSource.SOURCE_MICROPHONE, () => sendTone(library, source, hertz))
    },
    show: ({ width = 320, height = 180, luma = 160, framesPerSecond = 10 } = {}) => {
      const source = new library.VideoSource(width, height)
      const track = LocalVideoTrack.createVideoTrack('camera', source)
      return publish(track, TrackSource.SOURCE_CAMERA, () =>
        sendPictures(library, source, { width, height, luma, framesPerSecond }, () => (sent += 1)),
      )
    },
    sentPictures: () => sent,
    tracksOf: () => [...tracks].sort(),
    async leave() {
      for (const cease of sending) cease()
      // One whose server is gone would wait for its answer.
      await Promise.race([room.disconnect(), new Promise((resolve) => setTimeout(resolve, 2_000).unref())])
    },
  }
}

const nameOf = ({ TrackKind }: Library, identity: string, { kind }: RemoteTrack) =>
  `${identity}/${kind === TrackKind.KIND_AUDIO ? 'audio' : 'video'}`

async function take(library: Library, track: RemoteTrack, count: () => void): Promise<void> {
  if (track.kind === library.TrackKind.KIND_VIDEO) {
    for await (const { frame } of new library.VideoStream(track)) if (frame.width > 0) count()
    return
  }
  for await (const { data } of new library.AudioStream(track, sampleRate, 1)) if (isSound(data)) count()
}

/** Louder than the noise that a codec makes of silence. */
const isSound = (data: Int16Array) => data.some((sample) => Math.abs(sample) > 1_000)

function sendTone({ AudioFrame }: Library, source: AudioSource, hertz: number): () => void {
  const samples = sampleRate / 100
  let isOn = true
  let phase = 0
  const step = (2 * Math.PI * hertz) / sampleRate
  async function run() {
    while (isOn) {
      const data = Int16Array.from({ length: samples }, () => Math.round(12_000 * Math.sin((phase += step))))
      // Resolves when the queue has room: that keeps the time.
      await source.captureFrame(new AudioFrame(data, sampleRate, 1, samples))
    }
  }
  run().catch(() => undefined)
  return () => (isOn = false)
}

type Picture = { width: number; height: number; luma: number; framesPerSecond: number }

function sendPictures(
  { VideoFrame, VideoBufferType }: Library,
  source: VideoSource,
  { width, height, luma, framesPerSecond }: Picture,
  onSent: () => void,
): () => void {
  let at = 0
  const timer = setInterval(() => {
    const data = new Uint8Array((width * height * 3) / 2).fill(128)
    data.fill(luma, 0, width * height)
    const row = (at += 4) % height // something moves, or the encoder sends next to nothing
    data.fill(255 - luma, row * width, (row + 1) * width)
    source.captureFrame(new VideoFrame(data, width, height, VideoBufferType.I420))
    onSent()
  }, 1000 / framesPerSecond)
  return () => clearInterval(timer)
}
