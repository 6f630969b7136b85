import type { HearingKey } from '@court/usecases/hearings/hearing-types'
import type { Refusal, Result } from '@court/usecases/refusal'
import type { DeviceFault } from '../devices/open-device.ts'

/**
 * `resuming`: a short break, sound may still come. `lost`: no connection; it is tried again every few seconds. `elsewhere`: the same
 * person came in from another window or device. `shut`: the court let nobody in or asked to leave; why stands in `refusal`.
 */
export type LinkState = 'idle' | 'unsupported' | 'connecting' | 'connected' | 'resuming' | 'lost' | 'elsewhere' | 'shut'

/** `clear`: what the line carries. `small`: little pictures both ways. `sound`: no picture comes, none is sent. */
export type PictureMode = 'clear' | 'small' | 'sound'
export type OwnDevice = 'off' | 'opening' | 'on' | DeviceFault

export type PersonMedia = {
  /** Puts the picture into an element; gives back how to let go. Absent when no picture comes. */
  showVideo?: ((video: HTMLVideoElement) => () => void) | undefined
  hasSound: boolean
  isSpeaking: boolean
}

export type LinkView = {
  state: LinkState
  refusal: Refusal | null
  /** What the media server allows, whatever this page would like. */
  maySend: boolean
  isWeak: boolean
  /** The browser plays no sound before the page is touched once. */
  needsTouch: boolean
  microphone: OwnDevice
  camera: OwnDevice
  microphoneTrack: MediaStreamTrack | undefined
  cameraTrack: MediaStreamTrack | undefined
  picture: PictureMode
  people: ReadonlyMap<string, PersonMedia>
}

export type LinkOptions = {
  join(): Promise<Result<HearingKey>>
  /** What the court knows of the hearing has changed. */
  onSignal(): void
  picture: PictureMode
  microphone: boolean
  camera: boolean
}
