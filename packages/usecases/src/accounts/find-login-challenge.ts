import type { UseCaseContext } from '../context.ts'
import { maskPhone } from '../identity/check-phone.ts'
import { atPublicDoor } from '../nation.ts'
import { accepted, notFound, type Result } from '../refusal.ts'
import type { LoginChallenge } from './request-login-code.ts'

/** For the page that asks for the code: where it was sent, as long as it works. */
export function findLoginChallenge(
  ctx: UseCaseContext,
  input: { challengeId: string },
): Promise<Result<LoginChallenge>> {
  return atPublicDoor(ctx, async (tx) => {
    const challenge = await tx.loginCode.findUnique({ where: { id: input.challengeId } })
    if (!challenge || challenge.usedAt || challenge.expiresAt <= ctx.now()) return notFound()
    const phone = ctx.keys.open('login-code.phone', challenge.phoneCipher)
    return accepted({ challengeId: challenge.id, maskedPhone: maskPhone(phone), expiresAt: challenge.expiresAt })
  })
}
