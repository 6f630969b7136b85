import { z } from 'zod'
import { auditNation } from '../audit.ts'
import type { UseCaseContext } from '../context.ts'
import { checkPhone, maskPhone } from '../identity/check-phone.ts'
import { atPublicDoor } from '../nation.ts'
import { oweNation } from '../owe.ts'
import { spend, type Limit } from '../rate-limit.ts'
import { accepted, invalid, signInNeeded, type Result } from '../refusal.ts'
import { codeDigest, codeLifeMinutes, newCode, phoneIndexOf, type LoginCodePurpose } from './login-code.ts'

export const requestLoginCodeInput = z
  .object({ phone: z.string().max(60), purpose: z.enum(['sign-in', 'change-phone']).default('sign-in') })
  .strict()
export type RequestLoginCodeInput = z.infer<typeof requestLoginCodeInput>

export type LoginChallenge = { challengeId: string; maskedPhone: string; expiresAt: Date }

/**
 * Sends a code to a phone. The answer is the same whether an account has this phone or not.
 * The code stands sealed in its row; the job in the outbox carries the id of the row alone.
 */
export async function requestLoginCode(
  ctx: UseCaseContext,
  input: RequestLoginCodeInput,
): Promise<Result<LoginChallenge>> {
  if (input.purpose === 'change-phone' && ctx.actor.kind !== 'person') return signInNeeded()
  const phone = checkPhone(input.phone)
  if (!phone.ok) return invalid({ phone: phone.words }, `phone.${phone.fault}`)
  return sendLoginCode(ctx, { phone: phone.value, purpose: input.purpose })
}

export function sendLoginCode(
  ctx: UseCaseContext,
  { phone, purpose }: { phone: string; purpose: LoginCodePurpose },
): Promise<Result<LoginChallenge>> {
  const phoneIndex = phoneIndexOf(ctx, phone)
  const personId = ctx.actor.kind === 'person' ? ctx.actor.personId : null
  return atPublicDoor(ctx, async (tx) => {
    const refusal = await spend(tx, ctx, limitsOf(ctx, phoneIndex, personId))
    if (refusal) return refusal
    const challengeId = ctx.newId()
    const code = newCode(ctx)
    const expiresAt = new Date(ctx.now().getTime() + codeLifeMinutes * 60_000)
    await tx.loginCode.create({
      data: {
        id: challengeId,
        phoneIndex,
        phoneCipher: ctx.keys.seal('login-code.phone', phone),
        personId,
        purpose,
        codeHash: codeDigest(ctx, challengeId, code),
        codeCipher: ctx.keys.seal('login-code.code', code),
        locale: ctx.locale,
        expiresAt,
        ip: ctx.clientAddress ?? '',
        createdAt: ctx.now(),
      },
    })
    await oweNation(tx, ctx, 'deliver-login-code', { loginCodeId: challengeId })
    await auditNation(tx, ctx, {
      action: 'login-code-requested',
      subject: { kind: 'login-code', id: challengeId },
      data: { purpose },
    })
    return accepted({ challengeId, maskedPhone: maskPhone(phone), expiresAt })
  })
}

/** Per phone so that nobody is flooded, per person who is signed in, and per address so that nobody floods: many phones share one. */
const limitsOf = (ctx: UseCaseContext, phoneIndex: string, personId: string | null): Limit[] => [
  { name: 'login-code.phone', subject: phoneIndex, max: 1, windowSeconds: 60 },
  { name: 'login-code.phone', subject: phoneIndex, max: 5, windowSeconds: 3600 },
  { name: 'login-code.phone', subject: phoneIndex, max: 10, windowSeconds: 86_400 },
  ...(ctx.clientAddress
    ? [{ name: 'login-code.address', subject: ctx.clientAddress, max: 300, windowSeconds: 3600 }]
    : []),
  ...(personId ? [{ name: 'login-code.person', subject: personId, max: 10, windowSeconds: 86_400 }] : []),
]
