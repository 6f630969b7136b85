import { z } from 'zod'
import { signOut } from '../accounts/sessions.ts'
import { openSession, type Browser, type OpenedSession } from '../accounts/open-session.ts'
import type { StaffActor, StaffRole } from '../actor.ts'
import { auditNation } from '../audit.ts'
import { actingAs, type UseCaseContext } from '../context.ts'
import { forgive } from '../rate-limit.ts'
import { accepted, refuse, signInNeeded, type Result } from '../refusal.ts'
import {
  atStaffDoor,
  beginAgain,
  markOf,
  openTicket,
  passwordLimits,
  sealTicket,
  type StaffSite,
} from './staff-door.ts'
import { postsOf, type StaffPlace } from './staff-posts.ts'
import { takeTotp } from './take-totp.ts'

export const finishStaffSignInInput = z.object({ ticket: z.string().max(2000), code: z.string().max(40) }).strict()
export type FinishStaffSignInInput = z.infer<typeof finishStaffSignInInput>

export type StaffSignIn =
  | ({ kind: 'signed-in'; courtId: string; failedCount: number; lastSignInAt: Date | null } & OpenedSession)
  | { kind: 'choose-post'; ticket: string; posts: StaffPlace[] }

/** Second step: the authenticator's code. With one post it opens the session; with several the account chooses its court first. */
export async function finishStaffSignIn(
  ctx: UseCaseContext,
  input: FinishStaffSignInInput,
  browser: Browser,
): Promise<Result<StaffSignIn>> {
  const ticket = openTicket(ctx, input.ticket, browser.app)
  const account = ticket && (await accountOf(ctx, ticket))
  if (!account) return beginAgain()
  const taken = await takeTotp(ctx, { accountId: account.id, code: input.code })
  if (!taken.ok) return taken
  await atStaffDoor(ctx, async (tx) => {
    const limits = await passwordLimits(tx, ctx, account.login)
    await forgive(
      tx,
      limits.filter(({ name }) => name.endsWith('.login')),
    )
  })
  return enter(ctx, account, browser)
}

/** Also the end of an accepted invitation: password and code were proved a moment ago. */
export async function enter(ctx: UseCaseContext, account: AccountRow, browser: Browser): Promise<Result<StaffSignIn>> {
  const posts = await postsOf(ctx, account.id, browser.app)
  const [only] = posts
  if (!only) return noPost()
  if (posts.length === 1) return openPostSession(ctx, account, only, browser)
  const ticket = sealTicket(ctx, {
    accountId: account.id,
    passwordHash: account.passwordHash ?? '',
    isProved: true,
    site: browser.app,
  })
  return accepted({ kind: 'choose-post', ticket, posts })
}

export const choosePostInput = z.object({ ticket: z.string().max(2000).optional(), courtId: z.uuid() }).strict()
export type ChoosePostInput = z.infer<typeof choosePostInput>

/** Begins work in one of the account's courts: after the second step by its ticket, or from an open session, which ends. */
export async function choosePost(
  ctx: UseCaseContext,
  input: ChoosePostInput,
  browser: Browser,
): Promise<Result<StaffSignIn>> {
  const account = await whoChooses(ctx, input.ticket, browser.app)
  if (!account) return ctx.actor.kind === 'anonymous' && !input.ticket ? signInNeeded() : beginAgain()
  const place = (await postsOf(ctx, account.id, browser.app)).find(({ courtId }) => courtId === input.courtId)
  return place ? openPostSession(ctx, account, place, browser) : noPost()
}

/** The courts to choose from. */
export async function listPosts(
  ctx: UseCaseContext,
  input: { ticket?: string | undefined },
  site: StaffSite,
): Promise<Result<StaffPlace[]>> {
  const account = await whoChooses(ctx, input.ticket, site)
  return account ? accepted(await postsOf(ctx, account.id, site)) : beginAgain()
}

type AccountRow = {
  id: string
  login: string
  passwordHash: string | null
  failedCount: number
  lastSignInAt: Date | null
}

async function whoChooses(
  ctx: UseCaseContext,
  sealed: string | undefined,
  site: StaffSite,
): Promise<AccountRow | null> {
  if (sealed !== undefined) {
    const ticket = openTicket(ctx, sealed, site)
    return ticket?.isProved ? accountOf(ctx, ticket) : null
  }
  const { actor } = ctx
  if (actor.kind !== 'staff') return null
  return atStaffDoor(ctx, (tx) => tx.staffAccount.findFirst({ where: { id: actor.accountId, status: 'active' } }))
}

function accountOf(
  ctx: UseCaseContext,
  ticket: { accountId: string; passwordMark: string },
): Promise<AccountRow | null> {
  return atStaffDoor(ctx, async (tx) => {
    const row = await tx.staffAccount.findFirst({ where: { id: ticket.accountId, status: 'active' } })
    return row?.passwordHash && markOf(ctx, row.passwordHash) === ticket.passwordMark ? row : null
  })
}

async function openPostSession(
  ctx: UseCaseContext,
  account: AccountRow,
  place: StaffPlace,
  browser: Browser,
): Promise<Result<StaffSignIn>> {
  const answer = await openAsStaff(ctx, account, place, browser)
  // The session of a person stands where the staff's role cannot end it.
  if (answer.ok && ctx.actor.kind === 'person') await signOut(ctx)
  return answer
}

function openAsStaff(
  ctx: UseCaseContext,
  account: AccountRow,
  { courtId, staffId, roles }: StaffPlace,
  browser: Browser,
): Promise<Result<StaffSignIn>> {
  return atStaffDoor(ctx, async (tx) => {
    const owner = { kind: 'staff', accountId: account.id, courtId, staffId } as const
    const session = await openSession(tx, ctx, owner, browser)
    const now = ctx.now()
    await tx.staffAccount.updateMany({ where: { id: account.id }, data: { failedCount: 0, lastSignInAt: now } })
    const actor: StaffActor = { ...owner, roles: roles as StaffRole[], sessionId: session.sessionId }
    await auditNation(tx, actingAs(ctx, actor), {
      action: 'signed-in',
      courtId,
      subject: { kind: 'session', id: session.sessionId },
    })
    const { failedCount, lastSignInAt } = account
    return accepted({ kind: 'signed-in' as const, ...session, courtId, failedCount, lastSignInAt })
  })
}

const noPost = () =>
  refuse({
    kind: 'not-allowed',
    ruleId: 'staff.no-post',
    reason: {
      zh: '这个账号目前在此没有可办理的岗位。请联系本院管理员开通。',
      en: 'This account has no post here at present. Ask your court’s administrator.',
    },
  })
