import { accepted, notFound, refuse, type Result } from '../refusal.ts'
import type { OpenHearing, Seat } from './open-hearing.ts'
import { isParty } from './seat-kinds.ts'

export function findSeat({ seats }: OpenHearing, seatId: string): Result<Seat> {
  const seat = seats.find(({ id }) => id === seatId)
  return seat ? accepted(seat) : notFound()
}

/** The court's own people are let in by their office. */
export function findPartySeat(open: OpenHearing, seatId: string): Result<Seat> {
  const seat = findSeat(open, seatId)
  if (!seat.ok || isParty(seat.value)) return seat
  return refuse({
    ruleId: 'hearing.seat-of-court',
    reason: {
      zh: '审判人员和书记员凭职务参加，不需要核对和准许进入。',
      en: 'Judge and clerk take part by their office; they are neither let in nor sent out.',
    },
  })
}
