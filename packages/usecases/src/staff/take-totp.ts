import { auditNation } from '../audit.ts'
import type { UseCaseContext } from '../context.ts'
import { forgive, spend } from '../rate-limit.ts'
import { accepted, refuse, type Result } from '../refusal.ts'
import { atStaffDoor, beginAgain, codeLimits } from './staff-door.ts'
import { acceptTotp } from './totp.ts'

/** Takes a code of an active account's authenticator: each code once, also when two browsers send it at the same moment. */
export function takeTotp(
  ctx: UseCaseContext,
  { accountId, code }: { accountId: string; code: string },
): Promise<Result<null>> {
  return atStaffDoor(ctx, async (tx) => {
    const limited = await spend(tx, ctx, codeLimits(accountId))
    if (limited) return limited
    const account = await tx.staffAccount.findUnique({ where: { id: accountId } })
    if (account?.status !== 'active' || !account.totpCipher) return beginAgain()
    const secret = ctx.keys.open('staff.totp', account.totpCipher)
    const step = acceptTotp({ secret, code: plainDigits(code), now: ctx.now(), lastStep: account.totpLastStep })
    const taken =
      step === null
        ? { count: 0 }
        : await tx.staffAccount.updateMany({
            where: { id: accountId, OR: [{ totpLastStep: null }, { totpLastStep: { lt: step } }] },
            data: { totpLastStep: step },
          })
    if (taken.count === 1) {
      await forgive(tx, codeLimits(accountId))
      return accepted(null)
    }
    await tx.staffAccount.updateMany({ where: { id: accountId }, data: { failedCount: { increment: 1 } } })
    await auditNation(tx, ctx, {
      action: 'staff-sign-in-failed',
      subject: { kind: 'staff-account', id: accountId },
      data: { step: 'code' },
    })
    return wrongCode()
  })
}

const plainDigits = (code: string) => code.normalize('NFKC').replace(/\s/g, '')

export const wrongCode = () => {
  const reason = {
    zh: '动态码不对或已用过。请等验证器显示下一个6位码后再输。',
    en: 'This code is wrong or was used. Wait for the next six digits in your authenticator and enter those.',
  }
  return refuse({ ruleId: 'staff.wrong-code', reason, fields: { code: reason } })
}
