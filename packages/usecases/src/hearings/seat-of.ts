import type { HearingRoom } from '@court/db/reads/hearing-room'
import type { Actor } from '../actor.ts'

type Seat = HearingRoom['seats'][number]
type Room = Pick<HearingRoom, 'seats' | 'representations' | 'parties'>

/**
 * The seat of whoever acts. An agent sits on the agent's seat; who stands for an organisation, or filed for somebody who has no account,
 * sits on the seat of that party.
 */
export function seatOf(room: Room, actor: Actor, partyId: string | undefined): Seat | null {
  switch (actor.kind) {
    case 'staff':
      return room.seats.find(({ staffId }) => staffId === actor.staffId) ?? null
    case 'person':
      return seatOfPerson(room, actor.personId, partyId)
    case 'anonymous':
    case 'system':
      return null
  }
}

export function seatOfPerson({ seats, representations, parties }: Room, personId: string, partyId: string | undefined) {
  const mandates = new Set(representations.filter((one) => one.personId === personId).map(({ id }) => id))
  const asAgent = seats.find((seat) => seat.representationId !== null && mandates.has(seat.representationId))
  if (asAgent) return asAgent
  const party = parties.find(({ id }) => id === partyId)
  if (!party || (party.personId !== null && party.personId !== personId)) return null
  return seats.find((seat) => seat.partyId === party.id && seat.representationId === null) ?? null
}
