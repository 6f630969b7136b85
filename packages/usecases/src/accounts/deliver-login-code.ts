import type { UseCaseContext } from '../context.ts'
import { inNation } from '../nation.ts'
import type { SendResult } from '../ports/sending.ts'
import { codeLifeMinutes } from './login-code.ts'

/**
 * The job `deliver-login-code`. A code that was sent, used or has expired is sent no more; the gateway drops doubles by the row's id.
 * `unavailable` and `unknown` are for the caller to repeat.
 */
export async function deliverLoginCode(
  ctx: UseCaseContext,
  input: { loginCodeId: string },
): Promise<SendResult | { outcome: 'not-needed' }> {
  const row = await inNation(ctx, (tx) => tx.loginCode.findUnique({ where: { id: input.loginCodeId } }))
  if (!row?.codeCipher || row.usedAt || row.sentAt || row.expiresAt <= ctx.now()) return { outcome: 'not-needed' }
  const code = ctx.keys.open('login-code.code', row.codeCipher)
  const sent = await ctx.ports.sms.send({
    messageId: `login-code-${row.id}`,
    to: ctx.keys.open('login-code.phone', row.phoneCipher),
    text: textOf(row.locale, code),
  })
  if (sent.outcome === 'accepted' || sent.outcome === 'refused') {
    const data = { codeCipher: null, ...(sent.outcome === 'accepted' ? { sentAt: ctx.now() } : {}) }
    await inNation(ctx, (tx) => tx.loginCode.updateMany({ where: { id: row.id }, data }))
  }
  return sent
}

const textOf = (locale: string, code: string) =>
  locale === 'en'
    ? `[Tongheng courts] Your code is ${code}. It works for ${codeLifeMinutes} minutes. Court staff never ask for it.`
    : `【同衡法院】您的验证码是 ${code}，${codeLifeMinutes}分钟内有效。法院工作人员不会向您索要验证码，请勿告诉他人。`
