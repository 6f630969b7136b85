import { isUniqueViolation } from '@court/db/database-errors'
import { z } from 'zod'
import { auditNation } from '../audit.ts'
import { authorisePerson } from '../authorise.ts'
import type { UseCaseContext } from '../context.ts'
import { maskPhone } from '../identity/check-phone.ts'
import { inNation } from '../nation.ts'
import { accepted, notFound, refuse, type Result } from '../refusal.ts'
import { spendLoginCode } from './login-code.ts'

export const changePhoneInput = z.object({ challengeId: z.uuid(), code: z.string().max(20) }).strict()
export type ChangePhoneInput = z.infer<typeof changePhoneInput>

/**
 * The code that reached the new phone makes it the account's own; all other sessions end. A phone that has an account already is not
 * taken from it: only whoever holds the phone got here, so saying so tells them nothing new.
 */
export async function changePhone(
  ctx: UseCaseContext,
  input: ChangePhoneInput,
): Promise<Result<{ maskedPhone: string }>> {
  const person = authorisePerson(ctx)
  if (!person.ok) return person
  const { personId, sessionId } = person.actor
  const spent = await inNation(ctx, (tx) => spendLoginCode(tx, ctx, { ...input, purpose: 'change-phone' }))
  if (!spent.ok) return spent
  const { phone, phoneIndex } = spent.value
  if (spent.value.personId !== personId) return notFound()
  try {
    return await inNation(ctx, async (tx) => {
      const holder = await tx.person.findUnique({ where: { phoneIndex }, select: { id: true } })
      if (holder && holder.id !== personId) return phoneTaken()
      const before = await tx.person.findUniqueOrThrow({ where: { id: personId } })
      const oldPhone = before.phoneCipher ? ctx.keys.open('person.phone', before.phoneCipher) : null
      const isNameless = before.identityLevel === 0 && oldPhone !== null && before.displayName === maskPhone(oldPhone)
      const now = ctx.now()
      await tx.person.update({
        where: { id: personId },
        data: {
          phoneCipher: ctx.keys.seal('person.phone', phone),
          phoneIndex,
          ...(isNameless ? { displayName: maskPhone(phone) } : {}),
          updatedAt: now,
        },
      })
      await tx.session.updateMany({
        where: { personId, endedAt: null, id: { not: sessionId } },
        data: { endedAt: now, endedBecause: 'phone-changed' },
      })
      await auditNation(tx, ctx, { action: 'phone-changed', subject: { kind: 'person', id: personId } })
      return accepted({ maskedPhone: maskPhone(phone) })
    })
  } catch (error) {
    if (isUniqueViolation(error)) return phoneTaken()
    throw error
  }
}

const phoneTaken = () => {
  const reason = {
    zh: '这个手机号已有自己的账户，不能再绑定。请换一个号码，或用它登录那个账户。',
    en: 'This number has an account of its own. Use another number, or sign in to that account with it.',
  }
  return refuse({ ruleId: 'account.phone-taken', reason, fields: { code: reason } })
}
