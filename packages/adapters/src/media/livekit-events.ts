import { WebhookReceiver } from 'livekit-server-sdk'
import type { WebhookEvent } from 'livekit-server-sdk'
import type { MediaEvent, MediaPort } from '@court/usecases/ports/media'
import { ticketAttribute } from './livekit-grants.ts'
import { kindOf, sourceOf } from './livekit-present.ts'

/** The server signs a hash of the body with our secret, for five minutes. Whatever does not fit byte for byte is nobody's. */
export function createEventReader({ key, secret }: { key: string; secret: string }): MediaPort['readEvent'] {
  const receiver = new WebhookReceiver(key, secret)
  return async ({ body, authorization }) => {
    const event = await receiver.receive(body, authorization ?? undefined).catch(() => null)
    return event?.id && event.event ? eventOf(event) : null
  }
}

function eventOf({ id, event, room, participant, track, createdAt }: WebhookEvent): MediaEvent {
  const joinedMs = Number(participant?.joinedAtMs ?? 0)
  // Events come in whole seconds; joining is known to the millisecond, and nobody leaves before.
  const atMs = event === 'participant_joined' && joinedMs > 0 ? joinedMs : Math.max(Number(createdAt) * 1000, joinedMs)
  return {
    id,
    kind: event,
    room: room?.name ?? '',
    at: new Date(atMs),
    identity: participant?.identity || null,
    ticket: participant?.attributes[ticketAttribute] ?? null,
    session: participant?.sid || null,
    track: track ? { id: track.sid, kind: kindOf(track), source: sourceOf(track) } : null,
  }
}
