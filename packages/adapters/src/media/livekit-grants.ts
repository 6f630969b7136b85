import { AccessToken, TrackSource } from 'livekit-server-sdk'
import type { VideoGrant } from 'livekit-server-sdk'
import type { MediaTicket } from '@court/usecases/ports/media'

/** Carried through the server as an attribute that its bearer cannot change. */
export const ticketAttribute = 'ticket'

const secondsMax = 600
const sources = [TrackSource.CAMERA, TrackSource.MICROPHONE]

/** One room, one identity, ten minutes at the most, and nothing that a hearing does not need: data comes from the court alone. */
export function signTicket(ticket: MediaTicket, { key, secret }: { key: string; secret: string }): Promise<string> {
  const { room, identity, seconds, maySpeak, isRecorder = false } = ticket
  if (!(seconds > 0 && seconds <= secondsMax))
    throw new Error(`a token lives 1 to ${secondsMax} seconds, not ${seconds}`)
  if (!room || !identity) throw new Error('a token is for one room and one identity')
  const token = new AccessToken(key, secret, {
    identity,
    ttl: Math.ceil(seconds),
    attributes: { [ticketAttribute]: ticket.ticket },
  })
  token.addGrant({ roomJoin: true, room, ...grantOf(isRecorder ? { maySpeak: false, isRecorder } : { maySpeak }) })
  return token.toJwt()
}

type Right = { maySpeak: boolean; isRecorder?: boolean }

function grantOf({ maySpeak, isRecorder = false }: Right): VideoGrant {
  return {
    canPublish: maySpeak,
    canPublishSources: maySpeak ? sources : [],
    canSubscribe: true,
    canPublishData: false,
    canUpdateOwnMetadata: false,
    ...(isRecorder ? { hidden: true, recorder: true } : {}),
  }
}

/** The same rights for somebody who is in the room already; the server takes them all or none. */
export const permissionOf = ({ maySpeak }: Right) => ({
  canPublish: maySpeak,
  canPublishSources: maySpeak ? sources : [],
  canSubscribe: true,
  canPublishData: false,
  canUpdateMetadata: false,
})
