import { createHash } from 'node:crypto'
import { isUniqueViolation } from '@court/db/database-errors'
import type { Tx } from '@court/db/database'
import { z } from 'zod'
import { isNational, reachCourt } from '../admin/reach.ts'
import { refusalOfRoles } from '../admin/staff-roles.ts'
import { staffRoles } from '../actor.ts'
import { audit } from '../audit.ts'
import type { UseCaseContext } from '../context.ts'
import { checkPersonName } from '../identity/check-name.ts'
import { accepted, invalid, notFound, refuse, type Result, type Words } from '../refusal.ts'
import { plainLogin } from './staff-door.ts'

export const inviteStaffInput = z
  .object({
    courtId: z.uuid(),
    login: z.string().max(100),
    name: z.string().max(400),
    title: z.string().trim().max(40).nullable().default(null),
    roles: z.array(z.enum(staffRoles)).min(1).max(staffRoles.length),
    unitId: z.uuid().nullable().default(null),
    weight: z.number().int().min(0).max(1000).default(100),
  })
  .strict()
export type InviteStaffInput = z.input<typeof inviteStaffInput>

/** `token` is shown once, as a link to hand over (`/staff/join/<token>`); null when the account has been set up or invited elsewhere. */
export type Invitation = { accountId: string; staffId: string; token: string | null; expiresAt: Date | null }

export const invitationDays = 7

/**
 * Gives somebody a post in a court. Who has no account yet gets one that waits for its owner: the invitation's link lets them choose the
 * password and pair the authenticator. Who works in another court already keeps the account and gains the post.
 */
export async function inviteStaff(ctx: UseCaseContext, given: InviteStaffInput): Promise<Result<Invitation>> {
  const input = inviteStaffInput.parse(given)
  const admin = reachCourt(ctx, input.courtId)
  if (!admin.ok) return admin
  const { courtId, unitId } = input
  const checked = checkInput(input)
  if (!checked.ok) return checked
  const { login, name } = checked.value
  try {
    return await ctx.db.withCourt({ courtId, actor: admin.actor }, async (tx) => {
      const court = await tx.court.findUnique({ where: { id: courtId }, select: { level: true } })
      if (!court) return notFound()
      const refusal = refusalOfRoles(admin.actor, court.level, input.roles)
      if (refusal) return refusal
      if (unitId && !(await tx.unit.findFirst({ where: { courtId, id: unitId, isActive: true } })))
        return invalid({ unitId: noSuchUnit })
      const account = await findOrMakeAccount(tx, ctx, { login, name })
      if (account.name !== name) return invalid({ login: loginTaken })
      if (await tx.staffMember.findFirst({ where: { courtId, accountId: account.id } }))
        return invalid({ login: alreadyHere })
      const staffId = ctx.newId()
      const [roles, now] = [[...new Set(input.roles)].sort(), ctx.now()]
      const { title, weight } = input
      const member = { courtId, id: staffId, accountId: account.id, name, title: title || null, roles, unitId, weight }
      await tx.staffMember.create({ data: { ...member, createdAt: now, updatedAt: now } })
      await tx.staffPost.create({ data: { accountId: account.id, courtId, staffId } })
      await audit(tx, ctx, {
        courtId,
        action: 'staff-invited',
        subject: { kind: 'staff', id: staffId },
        data: { roles },
      })
      // An account that others invited is theirs to hand over: a second link would give its first post away.
      const invitation = account.isNew ? await newInvitation(tx, ctx, account.id) : noInvitation
      return accepted({ accountId: account.id, staffId, ...invitation })
    })
  } catch (error) {
    if (isUniqueViolation(error)) return invalid({ login: alreadyHere })
    throw error
  }
}

export const renewInvitationInput = z.object({ courtId: z.uuid(), staffId: z.uuid() }).strict()

/**
 * A new link for whoever lost the password, the authenticator or the old link: password and authenticator are void from this moment and
 * every open session of the account ends.
 */
export async function renewInvitation(
  ctx: UseCaseContext,
  { courtId, staffId }: z.infer<typeof renewInvitationInput>,
): Promise<Result<Invitation>> {
  const admin = reachCourt(ctx, courtId)
  if (!admin.ok) return admin
  return ctx.db.withCourt({ courtId, actor: admin.actor }, async (tx) => {
    const member = await tx.staffMember.findUnique({ where: { courtId_id: { courtId, id: staffId } } })
    const court = await tx.court.findUnique({ where: { id: courtId }, select: { level: true } })
    if (!member || !court) return notFound()
    const refusal = refusalOfRoles(
      admin.actor,
      court.level,
      staffRoles.filter((role) => member.roles.includes(role)),
    )
    if (refusal) return refusal
    const elsewhere = await tx.staffPost.count({ where: { accountId: member.accountId, courtId: { not: courtId } } })
    if (elsewhere > 0 && !isNational(admin.actor)) return worksElsewhere()
    const now = ctx.now()
    await tx.staffAccount.updateMany({
      where: { id: member.accountId },
      data: {
        status: 'invited',
        passwordHash: null,
        totpCipher: null,
        totpLastStep: null,
        failedCount: 0,
        updatedAt: now,
      },
    })
    await tx.session.updateMany({
      where: { staffAccountId: member.accountId, endedAt: null },
      data: { endedAt: now, endedBecause: 'invited-again' },
    })
    await audit(tx, ctx, { courtId, action: 'staff-invited-again', subject: { kind: 'staff', id: staffId } })
    return accepted({ accountId: member.accountId, staffId, ...(await newInvitation(tx, ctx, member.accountId)) })
  })
}

/** 256 random bits: the row holds their hash alone. */
export async function newInvitation(tx: Tx, ctx: UseCaseContext, accountId: string) {
  const token = Buffer.from(ctx.randomBytes(32)).toString('base64url')
  const expiresAt = new Date(ctx.now().getTime() + invitationDays * 86_400_000)
  const data = { invitationHash: invitationHashOf(token), invitationExpiresAt: expiresAt, updatedAt: ctx.now() }
  await tx.staffAccount.updateMany({ where: { id: accountId }, data })
  return { token, expiresAt }
}

const noInvitation = { token: null, expiresAt: null }

export const invitationHashOf = (token: string): string => createHash('sha256').update(token).digest('base64url')

async function findOrMakeAccount(tx: Tx, ctx: UseCaseContext, { login, name }: { login: string; name: string }) {
  const now = ctx.now()
  const row = { id: ctx.newId(), login, name, status: 'invited', createdAt: now, updatedAt: now }
  const { count } = await tx.staffAccount.createMany({ data: [row], skipDuplicates: true })
  const account = await tx.staffAccount.findUniqueOrThrow({ where: { login }, select: { id: true, name: true } })
  return { ...account, isNew: count === 1 }
}

function checkInput(input: { login: string; name: string }): Result<{ login: string; name: string }> {
  const login = plainLogin(input.login)
  const name = checkPersonName(input.name)
  const fields: Record<string, Words> = {}
  if (!/^[a-z][a-z0-9._-]{2,39}$/.test(login)) fields['login'] = loginForm
  if (!name.ok) fields['name'] = name.words
  return name.ok && !fields['login'] ? accepted({ login, name: name.value }) : invalid(fields, 'staff.form')
}

/** Whoever holds the link holds the account, and with it its posts in other courts. */
const worksElsewhere = () =>
  refuse({
    kind: 'not-allowed',
    ruleId: 'staff.works-elsewhere',
    reason: {
      zh: '这个账号在其他法院也有岗位，只能由最高人民法院管理员重新发送邀请。',
      en: 'This account has posts in other courts too: only the supreme court’s administrators can send a new invitation.',
    },
  })

const loginForm: Words = {
  zh: '账号为3至40位，以字母开头，可含字母、数字、点、横线，例如 lin.fang。',
  en: 'A login has 3 to 40 letters, digits, dots and dashes and begins with a letter, such as lin.fang.',
}
const loginTaken: Words = {
  zh: '这个账号属于另一个人。请换一个账号，例如加上数字。',
  en: 'This login belongs to somebody else. Choose another, for instance with a digit.',
}
const alreadyHere: Words = {
  zh: '这个账号在本院已有岗位，请在人员名单中修改角色。',
  en: 'This login has a post in this court already. Change its roles in the list of staff.',
}
const noSuchUnit: Words = { zh: '请选择本院的部门。', en: 'Choose a unit of this court.' }
