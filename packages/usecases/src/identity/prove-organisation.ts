import type { Tx } from '@court/db/database'
import { z } from 'zod'
import { auditNation } from '../audit.ts'
import { authoriseIdentifiedPerson } from '../authorise.ts'
import type { UseCaseContext } from '../context.ts'
import { inNation } from '../nation.ts'
import { spend } from '../rate-limit.ts'
import { accepted, invalid, refuse, type Result, type Words } from '../refusal.ts'
import { checkCreditCode } from './check-credit-code.ts'
import { checkOrganisationName, checkPersonName } from './check-name.ts'
import { legalToday } from './legal-today.ts'

export const organisationRoles = ['representative', 'staff'] as const
export type OrganisationRole = (typeof organisationRoles)[number]

export const proveOrganisationInput = z
  .object({
    creditCode: z.string().max(100),
    name: z.string().max(800),
    /** The legal representative or person in charge, as registered. */
    representativeName: z.string().max(400),
    role: z.enum(organisationRoles),
  })
  .strict()
export type ProveOrganisationInput = z.infer<typeof proveOrganisationInput>

/**
 * Who has proved the own identity names the organisation they act for: as its legal representative, whose registered name must be their
 * own, or as a member of its staff, whose powers the court checks with the letter of authority in each case.
 */
export async function proveOrganisation(
  ctx: UseCaseContext,
  input: ProveOrganisationInput,
): Promise<Result<{ organisationId: string }>> {
  const person = authoriseIdentifiedPerson(ctx)
  if (!person.ok) return person
  const { personId } = person.actor
  const checked = checkInput(input)
  if (!checked.ok) return checked
  return inNation(ctx, async (tx) => {
    const refusal = await spend(tx, ctx, [{ name: 'organisation', subject: personId, max: 20, windowSeconds: 86_400 }])
    if (refusal) return refusal
    const { legalName } = await tx.person.findUniqueOrThrow({ where: { id: personId }, select: { legalName: true } })
    if (input.role === 'representative' && !isSameName(legalName, checked.value.representativeName))
      return notRepresentative()
    const organisation = await findOrMake(tx, ctx, checked.value)
    if (!isSameName(organisation.legalName, checked.value.legalName)) return otherName()
    await joinOnce(tx, ctx, { personId, organisationId: organisation.id, role: input.role })
    return accepted({ organisationId: organisation.id })
  })
}

type Checked = { creditCode: string; legalName: string; representativeName: string }

function checkInput(input: ProveOrganisationInput): Result<Checked> {
  const [code, name] = [checkCreditCode(input.creditCode), checkOrganisationName(input.name)]
  const representative = checkPersonName(input.representativeName)
  if (code.ok && name.ok && representative.ok)
    return accepted({ creditCode: code.value, legalName: name.value, representativeName: representative.value })
  const fields: Record<string, Words> = {}
  if (!code.ok) fields['creditCode'] = code.words
  if (!name.ok) fields['name'] = name.words
  if (!representative.ok) fields['representativeName'] = representative.words
  return invalid(fields, 'organisation.form')
}

/** One row per credit code, also when two colleagues come at once. */
async function findOrMake(tx: Tx, ctx: UseCaseContext, { creditCode, legalName, representativeName }: Checked) {
  const now = ctx.now()
  const kind = creditCode.startsWith('9') ? 'enterprise' : creditCode.startsWith('1') ? 'public-body' : 'other'
  const row = { id: ctx.newId(), creditCode, legalName, representativeName, kind, identityLevel: 1, verifiedAt: now }
  await tx.organisation.createMany({ data: [{ ...row, createdAt: now, updatedAt: now }], skipDuplicates: true })
  return tx.organisation.findUniqueOrThrow({ where: { creditCode } })
}

async function joinOnce(
  tx: Tx,
  ctx: UseCaseContext,
  { personId, organisationId, role }: { personId: string; organisationId: string; role: OrganisationRole },
) {
  const today = legalToday(ctx)
  const current = await tx.membership.findFirst({ where: { personId, organisationId, validTo: null } })
  if (current?.role === role) return
  if (current) await tx.membership.update({ where: { id: current.id }, data: { validTo: today } })
  const powers = role === 'representative' ? ['all'] : []
  const id = ctx.newId()
  await tx.membership.create({
    data: { id, personId, organisationId, role, powers, validFrom: today, createdAt: ctx.now() },
  })
  await auditNation(tx, ctx, {
    action: 'membership-declared',
    subject: { kind: 'membership', id },
    data: { organisationId, role },
  })
}

/** Leaves an organisation: from today on this account acts for it no more. */
export async function leaveOrganisation(
  ctx: UseCaseContext,
  { organisationId }: { organisationId: string },
): Promise<Result<null>> {
  const person = authoriseIdentifiedPerson(ctx)
  if (!person.ok) return person
  const { personId } = person.actor
  return inNation(ctx, async (tx) => {
    const { count } = await tx.membership.updateMany({
      where: { personId, organisationId, validTo: null },
      data: { validTo: legalToday(ctx) },
    })
    if (count > 0)
      await auditNation(tx, ctx, { action: 'membership-ended', subject: { kind: 'organisation', id: organisationId } })
    return accepted(null)
  })
}

/** Width and blanks differ between a licence and a keyboard; nothing else may. */
const isSameName = (left: string | null, right: string) => left !== null && plain(left) === plain(right)
const plain = (name: string) => name.normalize('NFKC').replace(/\s/g, '').replaceAll('（', '(').replaceAll('）', ')')

const notRepresentative = () => {
  const reason = {
    zh: '您登记的姓名与所填法定代表人（负责人）姓名不同。您若是工作人员，请选择“受托工作人员”。',
    en: 'Your registered name differs from the legal representative you entered. If you work there, choose “member of staff”.',
  }
  return refuse({ ruleId: 'organisation.not-representative', reason, fields: { representativeName: reason } })
}

const otherName = () => {
  const reason = {
    zh: '这个统一社会信用代码已用另一个名称登记，请对照营业执照核对名称和代码。',
    en: 'This credit code is registered under another name. Compare name and code with the business licence.',
  }
  return refuse({ ruleId: 'organisation.other-name', reason, fields: { name: reason } })
}
