import { z } from 'zod'
import type { Tx } from '@court/db/database'
import { auditNation } from '../audit.ts'
import type { UseCaseContext } from '../context.ts'
import { oncePerKey } from '../idempotency.ts'
import { accepted, invalid, notFound, type Result } from '../refusal.ts'
import { contactSchema, courtCode, courtNames, levels, plainDate, slug, unitSchema, zone } from './court-input.ts'
import { authoriseNational } from './reach.ts'

export const takeCourtOnInput = z.strictObject({
  key: z.string(),
  parentId: z.uuid(),
  level: z.enum(levels),
  zone: zone.default('Asia/Shanghai'),
  ...courtNames,
  slug,
  regionCode: z
    .string()
    .trim()
    .regex(/^\d{6}$/)
    .optional(),
  code: courtCode,
  codeFrom: plainDate,
  contact: contactSchema.default({}),
  units: z.array(unitSchema).min(1).max(60),
})
export type TakeCourtOnInput = z.input<typeof takeCourtOnInput>

/**
 * A new court joins the house: its place in the tree, its code with the day from which it counts, its units. It is `preparing` until its
 * codes of procedure are assigned and it is opened. The same form sent again gives the same court.
 */
export async function takeCourtOn(ctx: UseCaseContext, given: TakeCourtOnInput): Promise<Result<{ courtId: string }>> {
  const admin = authoriseNational(ctx)
  if (!admin.ok) return admin
  const { key, ...input } = takeCourtOnInput.parse(given)
  const courtId = ctx.newId()
  return ctx.db.withCourt({ courtId, actor: admin.actor }, (tx) =>
    oncePerKey(tx, ctx, { key, request: { takeCourtOn: input } }, async () => {
      const parent = await tx.court.findUnique({ where: { id: input.parentId } })
      if (!parent) return notFound()
      const taken = await whatIsTaken(tx, input)
      if (taken) return taken
      const { units, code, codeFrom, ...court } = input
      await tx.court.create({
        data: {
          ...court,
          regionCode: court.regionCode ?? null,
          id: courtId,
          createdAt: ctx.now(),
          updatedAt: ctx.now(),
        },
      })
      await tx.courtCode.create({ data: { courtId, code, validFrom: codeFrom } })
      await tx.unit.createMany({
        data: units.map((unit, position) => ({
          ...unit,
          address: unit.address ?? null,
          courtId,
          id: ctx.newId(),
          position,
        })),
      })
      await auditNation(tx, ctx, {
        action: 'court-taken-on',
        courtId,
        subject: { kind: 'court', id: courtId },
        data: { code, codeFrom, parentId: input.parentId, units: units.length },
      })
      return accepted({ courtId })
    }),
  )
}

/** A code number may stand for one court at a time, an address name for one court ever. */
async function whatIsTaken(tx: Tx, { code, codeFrom, slug }: { code: string; codeFrom: string; slug: string }) {
  const [sameCode, sameSlug] = [
    await tx.courtCode.findFirst({ where: { code, OR: [{ validTo: null }, { validTo: { gte: codeFrom } }] } }),
    await tx.court.findUnique({ where: { slug }, select: { id: true } }),
  ]
  if (!sameCode && !sameSlug) return null
  return invalid(
    {
      ...(sameCode && {
        code: {
          zh: `代字${code}在这一天已由另一法院使用。请核对代字或起始日期。`,
          en: `The code ${code} belongs to another court on that day. Check the code or its first day.`,
        },
      }),
      ...(sameSlug && {
        slug: {
          zh: `网址名“${slug}”已被使用，请换一个。`,
          en: `The address name “${slug}” is taken. Choose another.`,
        },
      }),
    },
    'court.taken',
  )
}
