import type { z } from 'zod'
import type { UseCaseContext } from '../context.ts'
import { accepted } from '../refusal.ts'
import { changeAndShow, saveSeat } from './change-hearing.ts'
import { findSeat } from './find-seat.ts'
import type { speakingInput } from './hearing-types.ts'

/** Who may speak is the judge's to give and take. The row holds it; the media server enforces it, so that no page can speak on its own. */
export const giveFloor = (ctx: UseCaseContext, { seatId, maySpeak, ...place }: z.infer<typeof speakingInput>) =>
  changeAndShow(ctx, place, {
    act: 'give-floor',
    change: async (tx, open) => {
      const seat = findSeat(open, seatId)
      if (!seat.ok) return seat
      await saveSeat(tx, seat.value, { maySpeak, ...(maySpeak ? { handRaisedAt: null } : {}) })
      return accepted({
        deed: { action: maySpeak ? 'hearing-floor-given' : 'hearing-floor-taken', seatId },
        room: [{ kind: 'speaking', seatId, maySpeak }],
      })
    },
  })
