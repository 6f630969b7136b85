import { TrackSource, TrackType } from 'livekit-server-sdk'
import type { ParticipantInfo, TrackInfo } from 'livekit-server-sdk'
import type { MediaPresent } from '@court/usecases/ports/media'
import { ticketAttribute } from './livekit-grants.ts'

export function presentOf({ identity, attributes, permission, tracks }: ParticipantInfo): MediaPresent {
  return {
    identity,
    ticket: attributes[ticketAttribute] ?? null,
    maySpeak: permission?.canPublish ?? false,
    tracks: tracks.map((track) => ({
      id: track.sid,
      kind: kindOf(track),
      source: sourceOf(track),
      isMuted: track.muted,
    })),
  }
}

export const kindOf = ({ type }: TrackInfo) => (type === TrackType.VIDEO ? 'video' : 'audio')

export function sourceOf({ source }: TrackInfo): 'camera' | 'microphone' | 'other' {
  if (source === TrackSource.CAMERA) return 'camera'
  return source === TrackSource.MICROPHONE ? 'microphone' : 'other'
}
