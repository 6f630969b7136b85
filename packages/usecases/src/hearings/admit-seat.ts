import type { z } from 'zod'
import type { UseCaseContext } from '../context.ts'
import { accepted, refuse } from '../refusal.ts'
import { changeAndShow, saveSeat } from './change-hearing.ts'
import { findPartySeat } from './find-seat.ts'
import type { admitInput } from './hearing-types.ts'
import { isAtCourt } from './seat-kinds.ts'

/**
 * The clerk has made sure anew who it is (article 7 of the online rules asks for it at each stage) and lets the party in: online from the
 * waiting room, or in the courtroom.
 */
export const admitSeat = (ctx: UseCaseContext, { seatId, identityBy, note, ...place }: z.infer<typeof admitInput>) =>
  changeAndShow(ctx, place, {
    act: 'admit',
    change: async (tx, open) => {
      const found = findPartySeat(open, seatId)
      if (!found.ok) return found
      const seat = found.value
      if (!isAtCourt(seat) && seat.waitingSince === null) return notWaiting(seat.name)
      await saveSeat(tx, seat, {
        admittedAt: ctx.now(),
        admittedById: ctx.actor.kind === 'staff' ? ctx.actor.staffId : null,
        identityBy,
        identityNote: note === '' ? null : note,
        waitingSince: null,
        sentOutAt: null,
        sentOutWhy: null,
      })
      return accepted({ deed: { action: 'hearing-admitted', seatId, data: { identityBy } } })
    },
  })

const notWaiting = (name: string) =>
  refuse({
    ruleId: 'hearing.not-waiting',
    reason: {
      zh: `${name}还没有进入候审室，不能准许进入。请等对方完成设备测试、确认权利义务并进入候审室。`,
      en: 'This party is not in the waiting room yet. Wait until devices are tested, duties confirmed and the waiting room entered.',
    },
  })
