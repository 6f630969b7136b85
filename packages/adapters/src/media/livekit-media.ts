import { DataPacket_Kind, RoomServiceClient, TwirpError } from 'livekit-server-sdk'
import type { MediaPort, MediaState } from '@court/usecases/ports/media'
import { permissionOf, signTicket } from './livekit-grants.ts'
import { createEventReader } from './livekit-events.ts'
import { presentOf } from './livekit-present.ts'

/** Every message of ours to the pages of a room carries it. */
export const signalTopic = 'hearing'

const secondsToAnswer = 5
const secondsToSayReady = 1.5
const stateIsTrueForMs = 2_000

export type LiveKitOptions = {
  /** Where we reach the server (http, https, ws or wss), and where browsers do (ws or wss). */
  url: string
  publicUrl: string
  key: string
  secret: string
}

/** A LiveKit server: `livekit-server` of one's own, a cluster of them, or LiveKit Cloud. */
export function createLiveKitMedia({ url, publicUrl, key, secret }: LiveKitOptions): MediaPort {
  const client = (requestTimeout: number) => new RoomServiceClient(url, key, secret, { requestTimeout })
  const rooms = client(secondsToAnswer)
  const readEvent = createEventReader({ key, secret })
  const askState = createState(client(secondsToSayReady), publicUrl)
  // Who is not there cannot be muted, removed or told: that is no error. A room that nobody opened is asked for first: the server
  // would look for three seconds for somebody who serves it.
  const inOpenRoom = async (room: string, call: () => Promise<unknown>): Promise<void> => {
    if ((await rooms.listRooms([room])).length === 0) return
    await call().catch((error: unknown) => {
      if (!(error instanceof TwirpError && error.code === 'not_found')) throw error
    })
  }
  return {
    state: askState,
    async openRoom({ room, emptySeconds, participantsMax }) {
      await rooms.createRoom({
        name: room,
        emptyTimeout: emptySeconds,
        departureTimeout: emptySeconds,
        maxParticipants: participantsMax,
      })
    },
    closeRoom: (room) => inOpenRoom(room, () => rooms.deleteRoom(room)),
    issueToken: (ticket) => signTicket(ticket, { key, secret }),
    setSpeaking: ({ room, identity, maySpeak }) =>
      inOpenRoom(room, () => rooms.updateParticipant(room, identity, { permission: permissionOf({ maySpeak }) })),
    remove: ({ room, identity }) => inOpenRoom(room, () => rooms.removeParticipant(room, identity)),
    async listPresent(room) {
      const found = await rooms.listParticipants(room)
      return found.map(presentOf)
    },
    signal: ({ room, revision }) =>
      inOpenRoom(room, () =>
        rooms.sendData(room, new TextEncoder().encode(JSON.stringify({ revision })), DataPacket_Kind.RELIABLE, {
          topic: signalTopic,
        }),
      ),
    readEvent,
  }
}

/** Asked with our key, so that a server that would refuse our tokens is not called ready. One question at a time, true for two seconds. */
function createState(rooms: RoomServiceClient, address: string): () => Promise<MediaState> {
  let known: { state: Promise<MediaState>; until: number } | undefined
  const ask = (): Promise<MediaState> =>
    rooms.listRooms(['-']).then(
      () => ({ state: 'ready', address }),
      () => ({ state: 'unreachable', address }),
    )
  return () => {
    if (known && Date.now() < known.until) return known.state
    const state = ask()
    const asked = { state, until: Infinity }
    known = asked
    void state.then(() => (asked.until = Date.now() + stateIsTrueForMs))
    return state
  }
}
