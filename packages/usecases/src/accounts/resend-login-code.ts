import type { UseCaseContext } from '../context.ts'
import { atPublicDoor } from '../nation.ts'
import { notFound, type Result } from '../refusal.ts'
import { sendLoginCode, type LoginChallenge } from './request-login-code.ts'

const hoursMax = 1

/** A new code to the phone of a challenge that was not used: for the page that shows the phone masked alone. The limits of the phone hold. */
export async function resendLoginCode(
  ctx: UseCaseContext,
  { challengeId }: { challengeId: string },
): Promise<Result<LoginChallenge>> {
  const since = new Date(ctx.now().getTime() - hoursMax * 3_600_000)
  const challenge = await atPublicDoor(ctx, (tx) =>
    tx.loginCode.findFirst({ where: { id: challengeId, purpose: 'sign-in', usedAt: null, createdAt: { gt: since } } }),
  )
  if (!challenge) return notFound()
  return sendLoginCode(ctx, { phone: ctx.keys.open('login-code.phone', challenge.phoneCipher), purpose: 'sign-in' })
}
