import type { RemoteTrackPublication, Room } from 'livekit-client'
import { kindOf } from '@court/usecases/refusal'
import { hasWebRtc, type Device } from '../devices/open-device.ts'
import { OwnTracks } from './own-tracks.ts'
import type { LinkOptions, LinkState, LinkView, PersonMedia, PictureMode } from './link-types.ts'

type Livekit = typeof import('livekit-client')
type Ending = 'again' | 'elsewhere' | 'shut'

const pauseMs = 2000
const breakMsMax = 6000

/** Nobody is in; also what the server draws, which knows no devices. */
export const outside: LinkView = {
  state: 'idle',
  refusal: null,
  maySend: false,
  isWeak: false,
  needsTouch: false,
  microphone: 'off',
  camera: 'off',
  microphoneTrack: undefined,
  cameraTrack: undefined,
  picture: 'clear',
  people: new Map(),
}

/**
 * Sound and picture of one hearing. Comes back by itself: a short break is resumed; anything longer begins anew with a new key, for a key is
 * good once. A server that is gone is asked again every two seconds.
 */
export class MediaLink {
  #view: LinkView
  #listeners = new Set<() => void>()
  #room: Room | null = null
  #isOn = false
  #run = 0
  readonly #options: LinkOptions
  readonly #own: OwnTracks

  constructor(options: LinkOptions) {
    this.#options = options
    this.#own = new OwnTracks({ camera: options.camera, microphone: options.microphone }, options.picture, () =>
      this.#redraw(),
    )
    this.#view = { ...outside, picture: options.picture }
  }

  readonly subscribe = (listener: () => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }
  readonly snapshot = (): LinkView => this.#view

  /** Comes in, or comes back after `elsewhere` and `shut`. */
  enter(): void {
    if (this.#isOn) return
    if (!hasWebRtc()) return this.#say('unsupported')
    this.#isOn = true
    this.#own.open()
    void this.#keep(++this.#run)
  }

  async leave(): Promise<void> {
    this.#isOn = false
    this.#run++
    await this.#own.close()
    await this.#room?.disconnect()
    this.#room = null
    this.#say('idle')
  }

  want(device: Device, isWanted: boolean): void {
    void this.#own.want(device, isWanted)
  }

  setPicture(picture: PictureMode): void {
    this.#view = { ...this.#view, picture }
    this.#choosePictures()
    void this.#own.setPicture(picture)
  }

  /** A touch of the page lets the browser play sound. */
  touch(): void {
    void this.#room?.startAudio().then(() => this.#redraw())
  }

  async #keep(run: number): Promise<void> {
    const isMine = () => this.#isOn && run === this.#run
    this.#say('connecting')
    const livekit = await loadLivekit().catch(() => null)
    while (isMine()) {
      const ending = livekit ? await this.#connectOnce(livekit, isMine) : 'again'
      if (!isMine()) return
      if (ending !== 'again') {
        this.#isOn = false
        await this.#own.use(null)
        return this.#say(ending)
      }
      this.#say('lost')
      await new Promise((done) => setTimeout(done, pauseMs))
    }
  }

  async #connectOnce(livekit: Livekit, isMine: () => boolean): Promise<Ending> {
    const key = await this.#options.join()
    if (!isMine()) return 'again'
    if (!key.ok) {
      if (kindOf(key) === 'unavailable' || kindOf(key) === 'rate-limited') return 'again'
      this.#view = { ...this.#view, refusal: key }
      this.#options.onSignal()
      return 'shut'
    }
    const room = new livekit.Room({
      adaptiveStream: true,
      dynacast: true,
      stopLocalTrackOnUnpublish: false,
      disconnectOnPageLeave: true,
      // A key is good once: a short break is resumed, after that the loop above asks for a new one.
      reconnectPolicy: { nextRetryDelayInMs: ({ elapsedMs }) => (elapsedMs > breakMsMax ? null : 600) },
    })
    const ended = this.#watch(livekit, room)
    try {
      await room.connect(key.value.address, key.value.token, {
        autoSubscribe: false,
        maxRetries: 0,
        peerConnectionTimeout: 10_000,
      })
    } catch {
      await room.disconnect()
      return 'again'
    }
    if (!isMine()) {
      await room.disconnect()
      return 'again'
    }
    this.#room = room
    this.#view = { ...this.#view, refusal: null }
    this.#say('connected')
    this.#choosePictures()
    this.#options.onSignal()
    void this.#own.use(room.localParticipant)
    const ending = await ended
    this.#room = null
    if (ending === 'again') await this.#own.use(null)
    return ending
  }

  #watch(livekit: Livekit, room: Room): Promise<Ending> {
    const { RoomEvent, DisconnectReason, ConnectionQuality } = livekit
    const redraw = () => this.#redraw()
    for (const event of [
      RoomEvent.TrackSubscribed,
      RoomEvent.TrackUnsubscribed,
      RoomEvent.TrackMuted,
      RoomEvent.TrackUnmuted,
      RoomEvent.ActiveSpeakersChanged,
      RoomEvent.ParticipantConnected,
      RoomEvent.ParticipantDisconnected,
      RoomEvent.AudioPlaybackStatusChanged,
    ] as const)
      room.on(event, redraw)
    room.on(RoomEvent.TrackPublished, (publication) => this.#choose(publication))
    room.on(RoomEvent.TrackSubscribed, (track) => {
      if (track.kind === livekit.Track.Kind.Audio) track.attach()
    })
    room.on(RoomEvent.TrackUnsubscribed, (track) => {
      if (track.kind === livekit.Track.Kind.Audio) track.detach().forEach((element) => element.remove())
    })
    room.on(RoomEvent.ParticipantPermissionsChanged, (_before, participant) => {
      if (participant === room.localParticipant) void this.#own.settle()
    })
    room.on(RoomEvent.DataReceived, (_bytes, sender, _kind, topic) => {
      if (topic === 'hearing' && !sender) this.#options.onSignal() // from the server alone, never from another page
    })
    room.on(RoomEvent.ConnectionQualityChanged, (quality, participant) => {
      if (participant !== room.localParticipant) return
      const isWeak = quality === ConnectionQuality.Poor || quality === ConnectionQuality.Lost
      this.#view = { ...this.#view, isWeak }
      redraw()
    })
    room.on(RoomEvent.SignalReconnecting, () => this.#say('resuming'))
    room.on(RoomEvent.Reconnected, () => {
      this.#say('connected')
      this.#options.onSignal()
    })
    // Beginning anew would need the key a second time.
    room.on(RoomEvent.Reconnecting, () => void room.disconnect())
    return new Promise((done) => {
      room.once(RoomEvent.Disconnected, (reason) => {
        if (reason === DisconnectReason.DUPLICATE_IDENTITY) done('elsewhere')
        else done('again') // sent out or closed: the next key says so
      })
    })
  }

  #choosePictures(): void {
    this.#room?.remoteParticipants.forEach((person) => person.trackPublications.forEach((one) => this.#choose(one)))
  }

  #choose(publication: RemoteTrackPublication): void {
    publication.setSubscribed(publication.kind === 'audio' || this.#view.picture !== 'sound')
  }

  #say(state: LinkState): void {
    this.#view = { ...this.#view, state }
    this.#redraw()
  }

  #redraw(): void {
    const { state, track } = this.#own
    const room = this.#room
    this.#view = {
      ...this.#view,
      maySend: room?.localParticipant.permissions?.canPublish === true,
      needsTouch: room !== null && !room.canPlaybackAudio,
      isWeak: room !== null && this.#view.isWeak,
      microphone: state.microphone,
      camera: state.camera,
      microphoneTrack: track.microphone,
      cameraTrack: track.camera,
      people: room ? peopleOf(room, this.#view.people) : new Map(),
    }
    this.#listeners.forEach((listener) => listener())
  }
}

// The library is fetched when somebody enters a room, and nowhere else.
async function loadLivekit(): Promise<Livekit> {
  const livekit = await import('livekit-client')
  livekit.setLogLevel('silent')
  return livekit
}

const shows = new WeakMap<object, PersonMedia['showVideo']>()

function peopleOf(room: Room, known: ReadonlyMap<string, PersonMedia>): ReadonlyMap<string, PersonMedia> {
  const people = new Map<string, PersonMedia>()
  for (const person of [room.localParticipant, ...room.remoteParticipants.values()]) {
    const publications = [...person.trackPublications.values()]
    const sound = publications.find(({ kind, track }) => kind === 'audio' && track)
    const video = publications.find(({ kind, track, isMuted }) => kind === 'video' && track && !isMuted)?.track
    if (video && !shows.has(video))
      shows.set(video, (element) => {
        video.attach(element)
        return () => void video.detach(element)
      })
    const next: PersonMedia = {
      showVideo: video ? shows.get(video) : undefined,
      hasSound: sound !== undefined && !sound.isMuted,
      isSpeaking: person.isSpeaking,
    }
    const before = known.get(person.identity)
    const isSame =
      before?.showVideo === next.showVideo &&
      before?.hasSound === next.hasSound &&
      before?.isSpeaking === next.isSpeaking
    people.set(person.identity, isSame && before ? before : next)
  }
  return people
}
