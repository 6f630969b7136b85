import type { z } from 'zod'
import type { UseCaseContext } from '../context.ts'
import { accepted } from '../refusal.ts'
import { changeAndShow, saveSeat } from './change-hearing.ts'
import { findPartySeat } from './find-seat.ts'
import type { sendOutInput } from './hearing-types.ts'

/** Sends a party out of the room. It may wait at the door again, and comes back only when it is let in anew. */
export const sendOut = (ctx: UseCaseContext, { seatId, why, ...place }: z.infer<typeof sendOutInput>) =>
  changeAndShow(ctx, place, {
    act: 'send-out',
    change: async (tx, open) => {
      const found = findPartySeat(open, seatId)
      if (!found.ok) return found
      await saveSeat(tx, found.value, {
        admittedAt: null,
        waitingSince: null,
        sentOutAt: ctx.now(),
        sentOutWhy: why,
        maySpeak: false,
        handRaisedAt: null,
        ticket: null,
      })
      return accepted({
        deed: { action: 'hearing-sent-out', seatId },
        room: [{ kind: 'remove', seatId }],
      })
    },
  })
