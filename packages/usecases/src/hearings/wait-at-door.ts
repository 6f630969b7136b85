import type { z } from 'zod'
import type { UseCaseContext } from '../context.ts'
import { accepted } from '../refusal.ts'
import { changeAndShow, ownSeat, saveSeat } from './change-hearing.ts'
import type { waitInput } from './hearing-types.ts'

/** Enters the waiting room, where the clerk sees who has come, or leaves it. Who was sent out waits again. */
export const waitAtDoor = (ctx: UseCaseContext, { isWaiting, ...place }: z.infer<typeof waitInput>) =>
  changeAndShow(ctx, place, {
    act: 'wait',
    change: async (tx, open) => {
      const seat = ownSeat(open)
      await saveSeat(tx, seat, { waitingSince: isWaiting ? (seat.waitingSince ?? ctx.now()) : null })
      return accepted({ deed: { action: isWaiting ? 'hearing-waiting' : 'hearing-waiting-left', seatId: seat.id } })
    },
  })
