import { isUniqueViolation } from '@court/db/database-errors'
import type { Tx } from '@court/db/database'
import { z } from 'zod'
import { auditNation } from '../audit.ts'
import { authorisePerson } from '../authorise.ts'
import type { UseCaseContext } from '../context.ts'
import { inNation } from '../nation.ts'
import { oweNation } from '../owe.ts'
import { spend } from '../rate-limit.ts'
import { accepted, invalid, refuse, type Result, type Words } from '../refusal.ts'
import { checkPersonName } from './check-name.ts'
import { checkPassport } from './check-passport.ts'
import { checkResidentId } from './check-resident-id.ts'
import { identityKinds, sealedTextOf, type IdentityText } from './identity-kinds.ts'
import { legalToday } from './legal-today.ts'

export const proveIdentityInput = z
  .object({
    kind: z.enum(identityKinds),
    name: z.string().max(400),
    number: z.string().max(100),
    /** The issuing country of a passport, ISO 3166-1 alpha-2. */
    country: z.string().max(10).default(''),
  })
  .strict()
export type ProveIdentityInput = z.infer<typeof proveIdentityInput>

/**
 * Identity of level 1: name and document number, checked by their form. One document is one account; the name and number that were
 * given once are not exchanged for another person's: what is given again must be the same document, with the name mended at most.
 */
export async function proveIdentity(
  ctx: UseCaseContext,
  input: ProveIdentityInput,
): Promise<Result<{ identityLevel: 1 }>> {
  const person = authorisePerson(ctx)
  if (!person.ok) return person
  const { personId, sessionId } = person.actor
  const checked = checkInput(ctx, input)
  if (!checked.ok) return checked
  const { name, identity } = checked.value
  const idIndex = ctx.keys.blindIndex('person.identity-number', sealedTextOf(identity))
  try {
    return await inNation(ctx, async (tx) => {
      const refusal = await spend(tx, ctx, [{ name: 'identity', subject: personId, max: 10, windowSeconds: 86_400 }])
      if (refusal) return refusal
      const before = await tx.person.findUniqueOrThrow({ where: { id: personId } })
      if (before.idIndex && (before.idIndex !== idIndex || before.idKind !== identity.kind)) return otherDocument()
      if (await isTaken(tx, { personId, kind: identity.kind, idIndex })) return documentTaken()
      const now = ctx.now()
      await tx.person.update({
        where: { id: personId },
        data: {
          legalName: name,
          displayName: name,
          idKind: identity.kind,
          idCipher: ctx.keys.seal('person.identity-number', sealedTextOf(identity)),
          idIndex,
          identityLevel: 1,
          identityVerifiedAt: now,
          updatedAt: now,
        },
      })
      await tx.session.updateMany({ where: { id: sessionId }, data: { identityLevel: 1 } })
      await auditNation(tx, ctx, {
        action: 'identity-given',
        subject: { kind: 'person', id: personId },
        data: { idKind: identity.kind, level: 1, isFirst: before.idIndex === null },
      })
      // Courts may know this person as a party already.
      await oweNation(tx, ctx, 'link-person', { personId })
      return accepted({ identityLevel: 1 as const })
    })
  } catch (error) {
    // Two accounts gave the same document in the same moment.
    if (isUniqueViolation(error)) return documentTaken()
    throw error
  }
}

function checkInput(ctx: UseCaseContext, input: ProveIdentityInput): Result<{ name: string; identity: IdentityText }> {
  const fields: Record<string, Words> = {}
  const name = checkPersonName(input.name)
  if (!name.ok) fields['name'] = name.words
  const identity = checkDocument(ctx, input)
  if (!identity.ok) fields[identity.field] = identity.words
  if (!name.ok || !identity.ok) return invalid(fields, 'identity.form')
  return accepted({ name: name.value, identity: identity.value })
}

type Document = { ok: true; value: IdentityText } | { ok: false; field: 'number' | 'country'; words: Words }

function checkDocument(ctx: UseCaseContext, { kind, number, country }: ProveIdentityInput): Document {
  if (kind === 'resident-id') {
    const read = checkResidentId(number, legalToday(ctx))
    if (!read.ok) return { ok: false, field: 'number', words: read.words }
    return { ok: true, value: { kind, number: read.value.number, country: null } }
  }
  const read = checkPassport({ number, country })
  if (!read.ok) return { ok: false, field: read.fault === 'country' ? 'country' : 'number', words: read.words }
  return { ok: true, value: { kind, ...read.value } }
}

async function isTaken(tx: Tx, { personId, kind, idIndex }: { personId: string; kind: string; idIndex: string }) {
  const holder = await tx.person.findFirst({
    where: { idKind: kind, idIndex, id: { not: personId } },
    select: { id: true },
  })
  return holder !== null
}

const documentTaken = () => {
  const reason = {
    zh: '这个证件已在另一个账户登记。如果那是您的旧手机号，请用旧号登录后更换手机号；如果不是您登记的，请带证件到任一法院诉讼服务中心。',
    en: 'This document is registered with another account. If that is your old phone number, sign in with it and change the number; if it was not you, bring the document to the service centre of any court.',
  }
  return refuse({ ruleId: 'identity.document-taken', reason, fields: { number: reason } })
}

const otherDocument = () => {
  const reason = {
    zh: '您的账户已登记了另一个证件，不能在线更换。证件换发或填错了，请带证件到任一法院诉讼服务中心办理。',
    en: 'Your account is registered with another document, which cannot be changed online. If it was replaced or mistyped, bring it to the service centre of any court.',
  }
  return refuse({ ruleId: 'identity.other-document', reason, fields: { number: reason } })
}
