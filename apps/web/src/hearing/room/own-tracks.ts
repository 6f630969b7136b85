import type { LocalParticipant, Track } from 'livekit-client'
import { openDevice, type Device } from '../devices/open-device.ts'
import type { OwnDevice, PictureMode } from './link-types.ts'

type Source = Track.Source.Camera | Track.Source.Microphone
const sources = { camera: 'camera', microphone: 'microphone' } as unknown as Record<Device, Source>

/**
 * The own camera and microphone: opened when wanted, sent when the court allows it. What is not wanted is closed, so that the lamp of the
 * camera tells the truth. One change after the other, whoever asks.
 */
export class OwnTracks {
  readonly state: Record<Device, OwnDevice> = { camera: 'off', microphone: 'off' }
  readonly track: Record<Device, MediaStreamTrack | undefined> = { camera: undefined, microphone: undefined }
  readonly wanted: Record<Device, boolean>
  #picture: PictureMode
  #participant: LocalParticipant | null = null
  #isClosed = false
  #turn: Promise<void> = Promise.resolve()
  readonly #onChange: () => void

  constructor(wanted: Record<Device, boolean>, picture: PictureMode, onChange: () => void) {
    this.wanted = { ...wanted }
    this.#picture = picture
    this.#onChange = onChange
  }

  /** The connection over which to send; null when there is none. */
  use(participant: LocalParticipant | null): Promise<void> {
    this.#participant = participant
    return this.settle()
  }

  want(device: Device, isWanted: boolean): Promise<void> {
    this.wanted[device] = isWanted
    return this.settle()
  }

  setPicture(picture: PictureMode): Promise<void> {
    const isResized = this.#picture !== picture
    this.#picture = picture
    // Another size is another capture.
    return this.settle(isResized ? () => this.#shut('camera') : undefined)
  }

  settle(first?: () => Promise<void>): Promise<void> {
    this.#turn = this.#turn.then(async () => {
      await first?.()
      for (const device of ['microphone', 'camera'] as const) await this.#settleOne(device)
      this.#onChange()
    })
    return this.#turn
  }

  /** Closes both until `open`; what is wanted is remembered. */
  close(): Promise<void> {
    this.#isClosed = true
    return this.use(null)
  }

  open(): void {
    this.#isClosed = false
  }

  async #settleOne(device: Device): Promise<void> {
    const isWanted = !this.#isClosed && this.wanted[device] && (device === 'microphone' || this.#picture !== 'sound')
    if (!isWanted) return this.#shut(device)
    const track = await this.#open(device)
    const participant = this.#participant
    if (!track || !participant) return
    const source = sources[device]
    const published = participant.getTrackPublication(source)
    if (participant.permissions?.canPublish !== true) {
      if (published?.track) await participant.unpublishTrack(published.track.mediaStreamTrack, false)
      return
    }
    if (published?.track?.mediaStreamTrack === track) return
    if (published?.track) await participant.unpublishTrack(published.track.mediaStreamTrack, true)
    // A connection that ends meanwhile is noticed elsewhere, and the track is sent over the next one.
    await participant
      .publishTrack(track, {
        source,
        simulcast: device === 'camera' && this.#picture === 'clear',
        stopMicTrackOnMute: false,
      })
      .catch(() => undefined)
  }

  async #open(device: Device): Promise<MediaStreamTrack | undefined> {
    const known = this.track[device]
    if (known?.readyState === 'live') return known
    this.state[device] = 'opening'
    this.#onChange()
    const opened = await openDevice(device, this.#picture === 'small' ? 'small' : 'full')
    this.state[device] = opened.ok ? 'on' : opened.fault
    this.track[device] = opened.ok ? opened.track : undefined
    if (opened.ok) opened.track.onended = () => void this.settle() // taken out: opened anew, or it says why not
    this.#onChange()
    return this.track[device]
  }

  async #shut(device: Device): Promise<void> {
    const track = this.track[device]
    this.state[device] = 'off'
    this.track[device] = undefined
    if (!track) return
    track.onended = null
    await this.#participant?.unpublishTrack(track, true).catch(() => undefined)
    track.stop()
  }
}
