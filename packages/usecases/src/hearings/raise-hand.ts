import type { z } from 'zod'
import type { UseCaseContext } from '../context.ts'
import { accepted } from '../refusal.ts'
import { changeAndShow, ownSeat, saveSeat } from './change-hearing.ts'
import type { raiseHandInput } from './hearing-types.ts'

/** Asks for the floor, or takes the request back. The first to ask stays the first. */
export const raiseHand = (ctx: UseCaseContext, { isRaised, ...place }: z.infer<typeof raiseHandInput>) =>
  changeAndShow(ctx, place, {
    act: 'raise-hand',
    change: async (tx, open) => {
      const seat = ownSeat(open)
      await saveSeat(tx, seat, { handRaisedAt: isRaised ? (seat.handRaisedAt ?? ctx.now()) : null })
      return accepted({ deed: { action: isRaised ? 'hearing-hand-raised' : 'hearing-hand-lowered', seatId: seat.id } })
    },
  })
