import { z } from 'zod'
import { plusDays } from '@court/procedure/docket/legal-time'
import { auditNation } from '../audit.ts'
import type { UseCaseContext } from '../context.ts'
import { accepted, invalid, notFound, type Result } from '../refusal.ts'
import { courtCode, plainDate } from './court-input.ts'
import { authoriseNational } from './reach.ts'

export const giveCourtCodeInput = z.strictObject({ courtId: z.uuid(), code: courtCode, validFrom: plainDate })
export type GiveCourtCodeInput = z.infer<typeof giveCourtCodeInput>

/** A code from a day on; the one before ends the day before, so that every day has one code and old case numbers stay true. */
export async function giveCourtCode(
  ctx: UseCaseContext,
  { courtId, code, validFrom }: GiveCourtCodeInput,
): Promise<Result<null>> {
  const admin = authoriseNational(ctx)
  if (!admin.ok) return admin
  return ctx.db.withCourt({ courtId, actor: admin.actor }, async (tx) => {
    const court = await tx.court.findUnique({
      where: { id: courtId },
      include: { codes: { orderBy: { validFrom: 'asc' } } },
    })
    if (!court) return notFound()
    const latest = court.codes.at(-1)
    if (latest && latest.validFrom >= validFrom) return invalid({ validFrom: notAfter(latest.validFrom) })
    const elsewhere = await tx.courtCode.findFirst({
      where: { code, courtId: { not: courtId }, OR: [{ validTo: null }, { validTo: { gte: validFrom } }] },
    })
    if (elsewhere) return invalid({ code: otherCourts(code) })
    if (latest && (latest.validTo === null || latest.validTo >= validFrom)) {
      await tx.courtCode.updateMany({
        where: { courtId, code: latest.code, validFrom: latest.validFrom },
        data: { validTo: plusDays(validFrom, -1) },
      })
    }
    await tx.courtCode.create({ data: { courtId, code, validFrom } })
    await auditNation(tx, ctx, {
      action: 'court-code-given',
      courtId,
      subject: { kind: 'court', id: courtId },
      data: { code, validFrom },
    })
    return accepted(null)
  })
}

const notAfter = (latest: string) => ({
  zh: `新代字的起始日应当晚于现行代字的起始日（${latest}）。`,
  en: `The new code must begin after the present one, which began on ${latest}.`,
})

const otherCourts = (code: string) => ({
  zh: `代字${code}在这一天已由另一法院使用。`,
  en: `The code ${code} belongs to another court on that day.`,
})
