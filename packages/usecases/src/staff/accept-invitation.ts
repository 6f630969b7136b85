import { z } from 'zod'
import type { Browser } from '../accounts/open-session.ts'
import { auditNation } from '../audit.ts'
import type { UseCaseContext } from '../context.ts'
import { giveBack, spend } from '../rate-limit.ts'
import { accepted, invalid, refuse, type Result } from '../refusal.ts'
import { enter, type StaffSignIn } from './finish-staff-sign-in.ts'
import { invitationHashOf } from './invite-staff.ts'
import { checkNewPassword, hashPassword } from './password.ts'
import { addressLimits, atStaffDoor } from './staff-door.ts'
import { wrongCode } from './take-totp.ts'
import { acceptTotp, newTotpSecret, totpUri } from './totp.ts'

export const invitationInput = z.object({ token: z.string().max(200) }).strict()

export type OpenInvitation = {
  name: string
  login: string
  expiresAt: Date
  hasPassword: boolean
  /** For the authenticator, once the password was chosen: shown as a QR code and to be typed by hand. */
  totp: { secret: string; uri: string } | null
}

/** What the holder of the link sees. A link that was used, replaced or never was is one and the same answer. */
export async function readInvitation(
  ctx: UseCaseContext,
  { token }: { token: string },
): Promise<Result<OpenInvitation>> {
  const found = await findInvited(ctx, token)
  if (!found.ok) return found
  const { name, login, passwordHash, totpCipher, invitationExpiresAt } = found.value
  const secret = passwordHash && totpCipher ? ctx.keys.open('staff.totp', totpCipher) : null
  return accepted({
    name,
    login,
    expiresAt: invitationExpiresAt ?? ctx.now(),
    hasPassword: passwordHash !== null,
    totp: secret ? { secret, uri: totpUri({ secret, login, issuer: '同衡' }) } : null,
  })
}

export const choosePasswordInput = z
  .object({ token: z.string().max(200), password: z.string().max(1000), again: z.string().max(1000) })
  .strict()
export type ChoosePasswordInput = z.infer<typeof choosePasswordInput>

/** First step of joining: a password; with it a secret for the authenticator is made and waits to be paired. */
export async function choosePassword(ctx: UseCaseContext, input: ChoosePasswordInput): Promise<Result<null>> {
  const found = await findInvited(ctx, input.token)
  if (!found.ok) return found
  const account = found.value
  const password = checkNewPassword(input.password, [account.login, account.name])
  if (!password.ok) return invalid({ password: password.words }, `password.${password.fault}`)
  if (input.again !== input.password) return invalid({ again: notTheSame }, 'password.not-the-same')
  const passwordHash = await hashPassword(input.password)
  const secret = newTotpSecret(ctx.randomBytes(20))
  const { count } = await atStaffDoor(ctx, (tx) =>
    tx.staffAccount.updateMany({
      where: { id: account.id, status: 'invited', invitationHash: invitationHashOf(input.token) },
      data: { passwordHash, totpCipher: ctx.keys.seal('staff.totp', secret), totpLastStep: null, updatedAt: ctx.now() },
    }),
  )
  return count === 1 ? accepted(null) : linkIsGone()
}

export const finishInvitationInput = z.object({ token: z.string().max(200), code: z.string().max(40) }).strict()
export type FinishInvitationInput = z.infer<typeof finishInvitationInput>

/** Second step: the first code proves that the authenticator is paired. The account is active, the link is spent, the session is open. */
export async function finishInvitation(
  ctx: UseCaseContext,
  { token, code }: FinishInvitationInput,
  browser: Browser,
): Promise<Result<StaffSignIn>> {
  const found = await findInvited(ctx, token)
  if (!found.ok) return found
  const account = found.value
  if (!account.passwordHash || !account.totpCipher) return linkIsGone()
  const secret = ctx.keys.open('staff.totp', account.totpCipher)
  const typed = code.normalize('NFKC').replace(/\s/g, '')
  const joined = await atStaffDoor(ctx, async (tx): Promise<Result<null>> => {
    const limits = [{ name: 'staff-join.account', subject: account.id, max: 10, windowSeconds: 900 }]
    const limited = await spend(tx, ctx, limits)
    if (limited) return limited
    const step = acceptTotp({ secret, code: typed, now: ctx.now(), lastStep: null })
    if (step === null) return wrongCode()
    const { count } = await tx.staffAccount.updateMany({
      where: { id: account.id, status: 'invited', invitationHash: invitationHashOf(token) },
      data: {
        status: 'active',
        totpLastStep: step,
        invitationHash: null,
        invitationExpiresAt: null,
        updatedAt: ctx.now(),
      },
    })
    if (count !== 1) return linkIsGone()
    await auditNation(tx, ctx, { action: 'invitation-accepted', subject: { kind: 'staff-account', id: account.id } })
    return accepted(null)
  })
  return joined.ok ? enter(ctx, account, browser) : joined
}

/** Guessing is counted per address; a link that is right is not. */
async function findInvited(ctx: UseCaseContext, token: string) {
  if (!/^[\w-]{43}$/.test(token)) return linkIsGone()
  return atStaffDoor(ctx, async (tx) => {
    const limits = addressLimits(ctx)
    const limited = await spend(tx, ctx, limits)
    if (limited) return limited
    const account = await tx.staffAccount.findFirst({
      where: { invitationHash: invitationHashOf(token), status: 'invited', invitationExpiresAt: { gt: ctx.now() } },
    })
    if (!account) return linkIsGone()
    await giveBack(tx, limits)
    return accepted(account)
  })
}

const linkIsGone = () =>
  refuse({
    kind: 'not-found',
    ruleId: 'invitation.gone',
    reason: {
      zh: '这个邀请链接已使用、已过期或已更换。请联系本院管理员重新发送。',
      en: 'This invitation was used, has expired or was replaced. Ask your court’s administrator for a new one.',
    },
  })

const notTheSame = { zh: '两次输入的密码不同，请再输一次。', en: 'The two passwords differ. Enter it once more.' }
