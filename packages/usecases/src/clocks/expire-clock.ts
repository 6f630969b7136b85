import type { Tx } from '@court/db/database'
import { expiryTells } from '@court/procedure/docket/told'
import { audit } from '../audit.ts'
import { actInCase } from '../case/act-in-case.ts'
import { inCourt } from '../case/in-court.ts'
import { openCase, type OpenCase } from '../case/open-case.ts'
import { bringInStep } from '../case/record-decision.ts'
import { saveNext } from '../case/record/save-case.ts'
import type { UseCaseContext } from '../context.ts'
import { writeNotices } from '../notices/write-notices.ts'
import { accepted, type Result } from '../refusal.ts'
import { timeBook } from './time-book.ts'

/** `at`: the instant the job was owed for. */
type Clock = { courtId: string; caseId: string; clockKey: string; at?: string | undefined }

/** `too-early`: by this machine's clock it has not run out. One of two clocks is wrong; the job comes back. */
export type Expired = 'handled' | 'not-needed' | 'too-early'

/**
 * The job `expire-clock`: a clock has run out. What follows stands in the code: a task for somebody, a notice, and an action of the
 * platform only where the code names one. Expiry itself decides nothing. Running it twice changes nothing.
 */
export function expireClock(ctx: UseCaseContext, { courtId, caseId, clockKey, at }: Clock): Promise<Result<Expired>> {
  return inCourt(ctx, courtId, async (tx) => {
    const open = await openCase(tx, ctx, { courtId, caseId, lock: true })
    if (!open.ok) return accepted('not-needed')
    const clock = open.value.clocks.find(({ key }) => key === clockKey)
    const row = await tx.clock.findUnique({ where: { courtId_caseId_key: { courtId, caseId, key: clockKey } } })
    if (!clock || !row || row.expiryHandledAt !== null) return accepted('not-needed')
    if (row.dueAt.toISOString() === at && row.dueAt > ctx.now()) return accepted('too-early')
    if (clock.status !== 'expired') return accepted('not-needed')
    const book = timeBook(ctx, open.value)
    await saveNext(tx, book)
    const { standing } = await bringInStep(tx, ctx, book)
    await writeNotices(tx, ctx, book, {
      tells: expiryTells(clock, open.value),
      occasion: `expire:${clockKey}:${clock.due}`,
      standing,
    })
    await tx.clock.updateMany({ where: { courtId, caseId, key: clockKey }, data: { expiryHandledAt: ctx.now() } })
    await audit(tx, ctx, {
      action: 'clock-expired',
      courtId,
      caseId,
      subject: { kind: 'clock', id: `${caseId} ${clockKey}` },
      data: { due: clock.due, period: clock.periodId },
    })
    const action = open.value.code.periods[clock.periodId]?.onExpiry?.action
    return action === undefined ? accepted('handled') : actByCode(tx, ctx, open.value, action)
  })
}

/** What the code says the platform does by itself. Where a rule of the code stands against it, the task is what remains. */
async function actByCode(tx: Tx, ctx: UseCaseContext, open: OpenCase, action: string): Promise<Result<Expired>> {
  const done = await actInCase(tx, ctx, open, { action, input: {} })
  if (done.ok) return accepted('handled')
  await audit(tx, ctx, {
    action: 'expiry-action-refused',
    courtId: open.court.courtId,
    caseId: open.row.id,
    subject: { kind: 'action', id: action },
    data: { rule: done.ruleId },
  })
  return accepted('handled')
}
