import { totpAt } from '@court/usecases/staff/totp'
import { invitationHashOf } from '@court/usecases/staff/invite-staff'
import { sealTicket } from '@court/usecases/staff/staff-door'
import {
  aboutPublic,
  nobody,
  sessionEnded,
  type Attempt,
  type Declared,
  type Outcome,
  type Relation,
  type Site,
} from '../declare.ts'
import { staffPassword, totpSecret, type StaffName, type Who } from '../people.ts'

/** Whose login it is that is tried: somebody with work to do on the site. */
const holder: Record<Site, StaffName> = { web: 'filing-clerk', admin: 'court-admin' }
const accountOf = ({ world, site }: Attempt) => world.people.staff[holder[site]].accountId
const codeNow = ({ ctx }: Attempt) => totpAt(totpSecret, ctx.now())
const wrong = (code: string) => (code === '000000' ? '000001' : '000000')

async function ticket(attempt: Attempt, isProved: boolean): Promise<string> {
  const { inner, ctx, site } = attempt
  const accountId = accountOf(attempt)
  const { passwordHash } = await inner.all((tx) => tx.staffAccount.findUniqueOrThrow({ where: { id: accountId } }))
  return sealTicket(ctx, { accountId, passwordHash: passwordHash ?? '', isProved, site })
}

const token = 'A'.repeat(43)
/** The account waits for its owner: the link is open; `paired` says whether password and authenticator were chosen. */
async function invitation(attempt: Attempt): Promise<{ token: string }> {
  if (attempt.object === 'absent') return { token: 'B'.repeat(43) }
  await attempt.inner.all((tx) =>
    tx.staffAccount.update({
      where: { id: accountOf(attempt) },
      data: {
        status: 'invited',
        invitationHash: invitationHashOf(token),
        invitationExpiresAt: new Date(attempt.ctx.now().getTime() + 86_400_000),
      },
    }),
  )
  return { token }
}
const gone: Declared['refused'] = { by: 'invitation.gone', object: 'absent', input: () => ({ token: 'B'.repeat(43) }) }

const thereOr =
  (otherwise: Outcome) =>
  (_who: Who, object: string): Outcome =>
    object === 'there' ? 'ok' : otherwise

const courtOf = ({ object, who, world: { courts } }: Attempt): string => {
  const own = who.court ?? 'own'
  if (object === 'absent') return nobody
  return courts[object === 'own' ? own : own === 'own' ? 'foreign' : 'own'].id
}
const adminRoles = ['court-admin', 'national-admin', 'security-admin', 'auditor']

/** How staff come in, on both sites. */
export const staffDoor: Record<string, Declared> = {
  'accounts.beginStaffSignIn': {
    ...aboutPublic('there', 'wrong'),
    input: ({ object, site }) => ({
      login: `login-${holder[site]}`,
      password: object === 'there' ? staffPassword : 'not the password',
    }),
    expect: thereOr('refused'),
    as: ['anonymous', 'there'],
    refused: { by: 'staff.wrong-password', input: () => ({ login: 'nobody', password: 'not the password' }) },
    again: { answer: 'fresh', writes: ['rate_limit'] },
  },
  'accounts.finishStaffSignIn': {
    ...aboutPublic('there', 'wrong', 'forged'),
    input: async (attempt) => ({
      ticket: attempt.object === 'forged' ? 'forged' : await ticket(attempt, false),
      code: attempt.object === 'wrong' ? wrong(codeNow(attempt)) : codeNow(attempt),
    }),
    expect: (_who, object) => (object === 'forged' ? 'sign-in-needed' : object === 'there' ? 'ok' : 'refused'),
    leaves: sessionEnded,
    as: ['anonymous', 'there'],
    refused: {
      by: 'staff.wrong-code',
      input: async (attempt) => ({ ticket: await ticket(attempt, false), code: wrong(codeNow(attempt)) }),
    },
    again: { answer: 'refused: staff.wrong-code', writes: ['rate_limit', 'staff_account', 'national_audit'] },
  },
  'accounts.listPosts': {
    ...aboutPublic('there', 'none', 'forged'),
    input: async (attempt) =>
      attempt.object === 'none' ? {} : { ticket: attempt.object === 'there' ? await ticket(attempt, true) : 'forged' },
    expect: (who, object) =>
      object === 'there' || (object === 'none' && who.actor.kind === 'staff') ? 'ok' : 'sign-in-needed',
    as: ['anonymous', 'there'],
    refused: { by: 'staff.begin-again', input: () => ({ ticket: 'forged' }) },
    again: { answer: 'same' },
  },
  'accounts.choosePost': {
    objects: ['own', 'others', 'absent'],
    relation: (_who: Who, object: string): Relation =>
      object === 'own' ? 'own' : object === 'absent' ? 'absent' : 'other-court',
    input: (attempt) => ({ courtId: courtOf(attempt) }),
    expect: (who, object, site) => {
      if (who.actor.kind !== 'staff') return 'sign-in-needed'
      const mayEnter = site === 'web' || who.roles.some((role) => adminRoles.includes(role))
      return object === 'own' && mayEnter ? 'ok' : 'not-allowed'
    },
    as: ['court-admin', 'own'],
    refused: { by: 'staff.no-post', object: 'others', input: (attempt) => ({ courtId: courtOf(attempt) }) },
    // Every choice opens a session of its own and ends the one before.
    again: { answer: 'fresh', writes: ['session', 'staff_account', 'national_audit'] },
  },
  'accounts.readInvitation': {
    ...aboutPublic('there', 'absent'),
    input: invitation,
    expect: thereOr('not-found'),
    as: ['anonymous', 'there'],
    refused: gone,
    again: { answer: 'same', writes: ['rate_limit'] },
  },
  'accounts.choosePassword': {
    ...aboutPublic('there', 'absent'),
    input: async (attempt) => ({ ...(await invitation(attempt)), password: staffPassword, again: staffPassword }),
    expect: thereOr('not-found'),
    as: ['anonymous', 'there'],
    refused: {
      by: 'password.not-the-same',
      object: 'there',
      input: async (attempt) => ({
        ...(await invitation(attempt)),
        password: staffPassword,
        again: `${staffPassword}!`,
      }),
    },
    // The password that was chosen last counts, and a new secret is paired with it.
    again: { answer: 'same', writes: ['staff_account', 'rate_limit'] },
  },
  'accounts.finishInvitation': {
    ...aboutPublic('there', 'absent'),
    input: async (attempt) => ({ ...(await invitation(attempt)), code: codeNow(attempt) }),
    expect: thereOr('not-found'),
    as: ['anonymous', 'there'],
    refused: {
      by: 'staff.wrong-code',
      object: 'there',
      input: async (attempt) => ({ ...(await invitation(attempt)), code: wrong(codeNow(attempt)) }),
    },
    again: { answer: 'refused: invitation.gone', writes: ['rate_limit'] },
  },
  'accounts.confirmStaff': {
    ...aboutPublic('there', 'wrong'),
    input: (attempt) => ({ code: attempt.object === 'there' ? codeNow(attempt) : wrong(codeNow(attempt)) }),
    expect: thereOr('refused'),
    as: ['court-admin', 'there'],
    refused: { by: 'staff.wrong-code', input: (attempt) => ({ code: wrong(codeNow(attempt)) }) },
    again: { answer: 'refused: staff.wrong-code', writes: ['rate_limit', 'staff_account', 'national_audit'] },
  },
}
