import type { Tx } from '@court/db/database'
import type { UseCaseContext } from '../context.ts'
import { isSameDigest } from '../keys.ts'
import { refuse, type Refusal, type Result } from '../refusal.ts'

/** What the code proves the phone for. A code of one purpose is nothing for another. */
export type LoginCodePurpose = 'sign-in' | 'change-phone' | 'confirm'

export const codeLifeMinutes = 10
export const codeAttemptsMax = 5

/** Six digits, each as likely as the other. */
export function newCode(ctx: UseCaseContext): string {
  for (;;) {
    const number = Buffer.from(ctx.randomBytes(4)).readUInt32BE(0)
    if (number < 4_294_000_000) return String(number % 1_000_000).padStart(6, '0')
  }
}

export const codeDigest = (ctx: UseCaseContext, challengeId: string, code: string): string =>
  ctx.keys.digest('login-code.code', `${challengeId} ${code}`)

export const phoneIndexOf = (ctx: UseCaseContext, phone: string): string => ctx.keys.blindIndex('person.phone', phone)

type Spent = { phone: string; phoneIndex: string; personId: string | null }

/**
 * Uses up one attempt and, when the code is right, the challenge itself. Of many at once exactly one gets it.
 * What never was, has expired, was used or tried too often is one and the same answer.
 */
export async function spendLoginCode(
  tx: Tx,
  ctx: UseCaseContext,
  input: { challengeId: string; code: string; purpose: LoginCodePurpose },
): Promise<Result<Spent>> {
  const isOpen = { id: input.challengeId, purpose: input.purpose, usedAt: null, expiresAt: { gt: ctx.now() } }
  const [challenge] = await tx.loginCode.updateManyAndReturn({
    where: { ...isOpen, attempts: { lt: codeAttemptsMax } },
    data: { attempts: { increment: 1 } },
  })
  if (!challenge) return codeIsGone()
  const typed = input.code
    .replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    .replace(/\s/g, '')
  if (!isSameDigest(challenge.codeHash, codeDigest(ctx, challenge.id, typed))) {
    const attemptsLeft = codeAttemptsMax - challenge.attempts
    return attemptsLeft > 0 ? codeIsWrong(attemptsLeft) : codeIsGone()
  }
  const { count } = await tx.loginCode.updateMany({ where: isOpen, data: { usedAt: ctx.now(), codeCipher: null } })
  if (count !== 1) return codeIsGone()
  const phone = ctx.keys.open('login-code.phone', challenge.phoneCipher)
  return { ok: true, value: { phone, phoneIndex: challenge.phoneIndex, personId: challenge.personId } }
}

const codeIsGone = (): Refusal => {
  const reason = { zh: '这个验证码已失效，请重新获取。', en: 'This code no longer works. Ask for a new one.' }
  return refuse({ ruleId: 'login-code.gone', reason, fields: { code: reason } })
}

const codeIsWrong = (attemptsLeft: number): Refusal => {
  const reason = {
    zh: `验证码不对，请看短信后再填一次。还可以试${attemptsLeft}次。`,
    en: `This is not the code we sent. Check the message and try again: ${attemptsLeft} ${attemptsLeft === 1 ? 'try' : 'tries'} left.`,
  }
  return refuse({ ruleId: 'login-code.wrong', reason, facts: { attemptsLeft }, fields: { code: reason } })
}
