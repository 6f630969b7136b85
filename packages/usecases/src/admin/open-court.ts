import { z } from 'zod'
import { auditNation } from '../audit.ts'
import type { UseCaseContext } from '../context.ts'
import { accepted, conflict, refuse, type Result } from '../refusal.ts'
import { authoriseNational } from './reach.ts'
import { readCourt, type MissingPart } from './read-court.ts'

export const openCourtInput = z.strictObject({ courtId: z.uuid() })
export type OpenCourtInput = z.infer<typeof openCourtInput>

/** From now on the court receives filings. Refused while anything it needs is missing, and what is missing is named. */
export async function openCourt(ctx: UseCaseContext, { courtId }: OpenCourtInput): Promise<Result<null>> {
  const admin = authoriseNational(ctx)
  if (!admin.ok) return admin
  const court = await readCourt(ctx, { courtId })
  if (!court.ok) return court
  if (court.value.status === 'open') return accepted(null)
  const missing = court.value.missing.filter((part) => part !== 'filing-staff')
  if (missing.length > 0) return stillMissing(missing)
  return ctx.db.withCourt({ courtId, actor: admin.actor }, async (tx) => {
    const { count } = await tx.court.updateMany({
      where: { id: courtId, status: court.value.status },
      data: { status: 'open', updatedAt: ctx.now() },
    })
    if (count === 0) return changedMeanwhile()
    await auditNation(tx, ctx, { action: 'court-opened', courtId, subject: { kind: 'court', id: courtId } })
    return accepted(null)
  })
}

const partNames: Record<MissingPart, { zh: string; en: string }> = {
  'code-number': { zh: '法院代字', en: 'a court code' },
  packs: { zh: '诉讼规程', en: 'a code of procedure' },
  unit: { zh: '内设部门', en: 'a unit' },
  'filing-staff': { zh: '立案人员', en: 'filing staff' },
}

const stillMissing = (missing: MissingPart[]) =>
  refuse({
    ruleId: 'court.not-ready',
    reason: {
      zh: `还不能开放立案，尚缺：${missing.map((part) => partNames[part].zh).join('、')}。请补齐后再开放。`,
      en: `The court cannot open yet. Still missing: ${missing.map((part) => partNames[part].en).join(', ')}.`,
    },
    facts: { missing },
  })

const changedMeanwhile = () =>
  conflict({
    ruleId: 'court.changed',
    reason: {
      zh: '这个法院的状态刚刚被别人改过。请刷新页面后再试。',
      en: 'Somebody changed this court just now. Reload the page and try again.',
    },
  })
