import type { z } from 'zod'
import type { UseCaseContext } from '../context.ts'
import { accepted, conflict } from '../refusal.ts'
import { changeAndShow, ownSeat, saveSeat } from './change-hearing.ts'
import { dutiesOf } from './hearing-texts.ts'
import type { confirmDutiesInput } from './hearing-types.ts'

/** Rules of the courtroom, rights and duties, read and confirmed in the version that was shown. */
export const confirmDuties = (ctx: UseCaseContext, { version, ...place }: z.infer<typeof confirmDutiesInput>) =>
  changeAndShow(ctx, place, {
    act: 'confirm-duties',
    change: async (tx, open) => {
      if (version !== dutiesOf(open.code).version) return textChanged()
      const seat = ownSeat(open)
      await saveSeat(tx, seat, { dutiesVersion: version, dutiesConfirmedAt: ctx.now() })
      return accepted({ deed: { action: 'hearing-duties-confirmed', seatId: seat.id, data: { version } } })
    },
  })

export const textChanged = () =>
  conflict({
    ruleId: 'hearing.text-changed',
    reason: {
      zh: '文本刚刚有更新，请刷新页面，看过新的文本后再确认。',
      en: 'The text has just changed. Reload the page, read the new text, then confirm.',
    },
  })
