import { z } from 'zod'
import { auditNation } from '../audit.ts'
import { authorisePerson } from '../authorise.ts'
import type { UseCaseContext } from '../context.ts'
import { inNation } from '../nation.ts'
import { accepted, notFound, type Result } from '../refusal.ts'
import { spendLoginCode } from './login-code.ts'
import { sendLoginCode, type LoginChallenge } from './request-login-code.ts'

/** Before an act that weighs more: a code to the account's own phone. */
export async function requestConfirmation(ctx: UseCaseContext): Promise<Result<LoginChallenge>> {
  const person = authorisePerson(ctx)
  if (!person.ok) return person
  const { personId } = person.actor
  const row = await inNation(ctx, (tx) =>
    tx.person.findUnique({ where: { id: personId }, select: { phoneCipher: true } }),
  )
  if (!row?.phoneCipher) return notFound()
  return sendLoginCode(ctx, { phone: ctx.keys.open('person.phone', row.phoneCipher), purpose: 'confirm' })
}

export const confirmPersonInput = z.object({ challengeId: z.uuid(), code: z.string().max(20) }).strict()
export type ConfirmPersonInput = z.infer<typeof confirmPersonInput>

/** The right code says that the person is there now; this session counts as freshly verified. */
export async function confirmPerson(
  ctx: UseCaseContext,
  input: ConfirmPersonInput,
): Promise<Result<{ verifiedAt: Date }>> {
  const person = authorisePerson(ctx)
  if (!person.ok) return person
  const { personId, sessionId } = person.actor
  return inNation(ctx, async (tx) => {
    const spent = await spendLoginCode(tx, ctx, { ...input, purpose: 'confirm' })
    if (!spent.ok) return spent
    if (spent.value.personId !== personId) return notFound()
    const verifiedAt = ctx.now()
    await tx.session.updateMany({ where: { id: sessionId, personId, endedAt: null }, data: { verifiedAt } })
    await auditNation(tx, ctx, { action: 'confirmed-again', subject: { kind: 'session', id: sessionId } })
    return accepted({ verifiedAt })
  })
}
