import type { Tx } from '@court/db/database'
import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { StaffRole } from '../actor.ts'
import type { UseCaseContext } from '../context.ts'
import type { Limit } from '../rate-limit.ts'
import { refuse, type Refusal } from '../refusal.ts'

/** Each site lets in those who have something to do there. */
export type StaffSite = 'web' | 'admin'

const adminRoles: readonly StaffRole[] = ['court-admin', 'national-admin', 'security-admin', 'auditor']

export const mayEnter = (site: StaffSite, roles: readonly string[]): boolean =>
  site === 'web' || roles.some((role) => adminRoles.some((one) => one === role))

/** A transaction of the staff's zone before anybody is signed in: accounts can be looked at, no court can. */
export const atStaffDoor = <T>(ctx: UseCaseContext, fn: (tx: Tx) => Promise<T>): Promise<T> =>
  ctx.db.withNation({ kind: 'staff' }, fn)

/** Logins are typed on many keyboards: case, width and blanks around do not matter. */
export const plainLogin = (login: string): string => login.normalize('NFKC').trim().toLowerCase()

/**
 * Per login, whether it exists or not, so that a lock says nothing of it; and per address, of which those that succeed are taken back. From an
 * address where the account got in lately its tries are counted apart: whoever guesses elsewhere does not lock the owner out.
 */
export async function passwordLimits(tx: Tx, ctx: UseCaseContext, login: string): Promise<Limit[]> {
  const subject = subjectOf((await wasHere(tx, ctx, login)) ? `${login} ${ctx.clientAddress ?? ''}` : login)
  return [
    { name: 'staff-sign-in.login', subject, max: 5, windowSeconds: 900 },
    { name: 'staff-sign-in.login', subject, max: 20, windowSeconds: 86_400 },
    ...addressLimits(ctx),
  ]
}

const rememberedDays = 30

async function wasHere(tx: Tx, ctx: UseCaseContext, login: string): Promise<boolean> {
  if (ctx.clientAddress === null) return false
  const since = new Date(ctx.now().getTime() - rememberedDays * 86_400_000)
  const session = await tx.session.findFirst({
    where: { kind: 'staff', ip: ctx.clientAddress, createdAt: { gte: since }, staffAccount: { login } },
    select: { id: true },
  })
  return session !== null
}

export const codeLimits = (accountId: string): Limit[] => [
  { name: 'staff-code.account', subject: accountId, max: 5, windowSeconds: 900 },
  { name: 'staff-code.account', subject: accountId, max: 20, windowSeconds: 86_400 },
]

export const addressLimits = ({ clientAddress }: UseCaseContext): Limit[] =>
  clientAddress ? [{ name: 'staff-sign-in.address', subject: clientAddress, max: 60, windowSeconds: 900 }] : []

const subjectOf = (login: string) => createHash('sha256').update(login).digest('base64url')

/**
 * What the browser keeps between two steps of a sign-in, sealed: it cannot be made or read outside. `isProved` says that password and code
 * were both right and only the court is to be chosen. It dies with the password it was made under.
 */
export type StaffTicket = {
  accountId: string
  isProved: boolean
  passwordMark: string
  expiresAt: string
  site: StaffSite
}

const ticketMinutes = 10

export function sealTicket(
  ctx: UseCaseContext,
  {
    accountId,
    passwordHash,
    isProved,
    site,
  }: { accountId: string; passwordHash: string; isProved: boolean; site: StaffSite },
): string {
  const expiresAt = new Date(ctx.now().getTime() + ticketMinutes * 60_000).toISOString()
  const ticket: StaffTicket = { accountId, isProved, passwordMark: markOf(ctx, passwordHash), expiresAt, site }
  return ctx.keys.seal('staff.sign-in', JSON.stringify(ticket))
}

/** Null for what was not made here, has expired, or is of another site. */
export function openTicket(ctx: UseCaseContext, sealed: string, site: StaffSite): StaffTicket | null {
  const read = ticketSchema.safeParse(unsealed(ctx, sealed))
  return read.success && read.data.site === site && new Date(read.data.expiresAt) > ctx.now() ? read.data : null
}

function unsealed(ctx: UseCaseContext, sealed: string): unknown {
  try {
    return JSON.parse(ctx.keys.open('staff.sign-in', sealed))
  } catch {
    return null // changed, made by others, or under a key that is gone: all the same to whoever sent it
  }
}

const ticketSchema = z.object({
  accountId: z.uuid(),
  isProved: z.boolean(),
  passwordMark: z.string(),
  expiresAt: z.string(),
  site: z.enum(['web', 'admin']),
})

export const markOf = (ctx: UseCaseContext, passwordHash: string): string =>
  ctx.keys.digest('staff.password', passwordHash)

export const beginAgain = (): Refusal =>
  refuse({
    kind: 'sign-in-needed',
    ruleId: 'staff.begin-again',
    reason: {
      zh: '这次登录已超时，请重新输入账号和密码。',
      en: 'This sign-in took too long. Enter login and password again.',
    },
  })
