import { z } from 'zod'
import { auditNation } from '../audit.ts'
import type { UseCaseContext } from '../context.ts'
import { giveBack, spend } from '../rate-limit.ts'
import { accepted, refuse, type Result } from '../refusal.ts'
import { isPassword } from './password.ts'
import { addressLimits, atStaffDoor, passwordLimits, plainLogin, sealTicket, type StaffSite } from './staff-door.ts'

export const beginStaffSignInInput = z.object({ login: z.string().max(200), password: z.string().max(1000) }).strict()
export type BeginStaffSignInInput = z.infer<typeof beginStaffSignInInput>

/**
 * First step: login and password. The answer, and the time it takes, are the same for a wrong password, an unknown login, an account that
 * was never set up or was closed. The right password gives a ticket for the second step and nothing else.
 */
export async function beginStaffSignIn(
  ctx: UseCaseContext,
  input: BeginStaffSignInInput,
  site: StaffSite,
): Promise<Result<{ ticket: string }>> {
  const login = plainLogin(input.login)
  const limited = await atStaffDoor(ctx, async (tx) => spend(tx, ctx, await passwordLimits(tx, ctx, login)))
  if (limited) return limited
  const account = await atStaffDoor(ctx, (tx) => tx.staffAccount.findUnique({ where: { login } }))
  // Outside of any transaction: the hash takes a tenth of a second of the processor.
  const passwordHash = account?.status === 'active' && account.totpCipher ? account.passwordHash : null
  const isRight = await isPassword(input.password, passwordHash)
  if (!isRight || !account || !passwordHash) {
    await atStaffDoor(ctx, async (tx) => {
      await tx.staffAccount.updateMany({ where: { login }, data: { failedCount: { increment: 1 } } })
      await auditNation(tx, ctx, {
        action: 'staff-sign-in-failed',
        subject: { kind: 'staff-account', id: account?.id ?? '' },
        data: { step: 'password' },
      })
    })
    return wrongPassword()
  }
  await atStaffDoor(ctx, (tx) => giveBack(tx, addressLimits(ctx)))
  return accepted({ ticket: sealTicket(ctx, { accountId: account.id, passwordHash, isProved: false, site }) })
}

const wrongPassword = () => {
  const reason = {
    zh: '账号或密码不对，请核对后再输。忘记密码请联系本院管理员重新发送邀请。',
    en: 'Login or password is wrong. Check and try again. If you forgot it, ask your court’s administrator for a new invitation.',
  }
  return refuse({ ruleId: 'staff.wrong-password', reason, fields: { password: reason } })
}
