import { z } from 'zod'
import { auditNation } from '../audit.ts'
import type { UseCaseContext } from '../context.ts'
import { checkPersonName } from '../identity/check-name.ts'
import { accepted, conflict, invalid, type Result } from '../refusal.ts'
import { newInvitation, type Invitation } from '../staff/invite-staff.ts'
import { plainLogin } from '../staff/staff-door.ts'
import { contactSchema, courtCode, courtNames, plainDate, slug, unitSchema, zone } from './court-input.ts'

export const foundNationInput = z.strictObject({
  ...courtNames,
  slug,
  zone: zone.default('Asia/Shanghai'),
  code: courtCode,
  codeFrom: plainDate,
  contact: contactSchema.default({}),
  unit: unitSchema,
  admin: z.strictObject({ login: z.string().max(100), name: z.string().max(400) }),
})
export type FoundNationInput = z.input<typeof foundNationInput>

/**
 * The first act of an installation: the supreme court and its first administrator, who takes on everything else. It is done from the
 * machine's command line, by nobody who could be signed in, and never again once there is a court.
 */
export async function foundNation(
  ctx: UseCaseContext,
  given: FoundNationInput,
): Promise<Result<{ courtId: string; unitId: string } & Invitation>> {
  const input = foundNationInput.parse(given)
  const name = checkPersonName(input.admin.name)
  if (!name.ok) return invalid({ name: name.words }, 'staff.form')
  const [courtId, unitId, accountId, staffId] = [ctx.newId(), ctx.newId(), ctx.newId(), ctx.newId()]
  const now = ctx.now()
  const times = { createdAt: now, updatedAt: now }
  return ctx.db.withCourt({ courtId, actor: { kind: 'staff' } }, async (tx) => {
    // Two foundings at once: the second waits here and finds the court of the first.
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtext('found-nation'))`
    if ((await tx.court.count()) > 0) return foundedAlready()
    const { nameZh, nameEn, slug, zone, contact, code, codeFrom, unit } = input
    const court = { id: courtId, level: 'supreme', status: 'open', nameZh, nameEn, slug, zone, contact, ...times }
    await tx.court.create({ data: court })
    await tx.courtCode.create({ data: { courtId, code, validFrom: codeFrom } })
    await tx.unit.create({ data: { ...unit, address: unit.address ?? null, courtId, id: unitId } })
    const login = plainLogin(input.admin.login)
    await tx.staffAccount.create({ data: { id: accountId, login, name: name.value, status: 'invited', ...times } })
    const roles = ['national-admin']
    await tx.staffMember.create({
      data: { courtId, id: staffId, accountId, name: name.value, roles, unitId, ...times },
    })
    await tx.staffPost.create({ data: { accountId, courtId, staffId } })
    await auditNation(tx, ctx, { action: 'nation-founded', courtId, subject: { kind: 'court', id: courtId } })
    return accepted({ courtId, unitId, accountId, staffId, ...(await newInvitation(tx, ctx, accountId)) })
  })
}

const foundedAlready = () =>
  conflict({
    ruleId: 'nation.founded',
    reason: {
      zh: '这套系统已经建立。新的法院由最高人民法院管理员在管理网站接入。',
      en: 'This installation was founded already. Further courts are taken on by the supreme court’s administrators.',
    },
  })
