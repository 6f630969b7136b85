import type { Tx } from '@court/db/database'
import type { Actor, StaffActor, StaffRole } from '../actor.ts'
import type { UseCaseContext } from '../context.ts'
import { maskPhone } from '../identity/check-phone.ts'
import { identityTextOf, type IdentityKind } from '../identity/identity-kinds.ts'
import { maskNumber } from '../identity/mask-number.ts'
import { inNation } from '../nation.ts'

export type Account = PersonAccount | StaffAccount

export type PersonAccount = {
  kind: 'person'
  personId: string
  /** The legal name once it was checked, the masked phone before. */
  name: string
  maskedPhone: string
  identity: {
    kind: IdentityKind
    legalName: string
    maskedNumber: string
    country: string | null
    verifiedAt: Date
  } | null
  organisations: { organisationId: string; name: string; creditCode: string; role: string }[]
  locale: string
  isElderMode: boolean
}

export type StaffAccount = {
  kind: 'staff'
  accountId: string
  name: string
  login: string
  title: string | null
  court: { id: string; nameZh: string; nameEn: string; slug: string }
  roles: readonly StaffRole[]
  /** More than one: the account can change to another court. */
  postCount: number
}

/** Who is signed in, for the head of a page and the account's own page; null for nobody. Numbers are masked. */
export async function readAccount(ctx: UseCaseContext): Promise<Account | null> {
  const { actor } = ctx
  if (actor.kind === 'person') return inNation(ctx, (tx) => personAccount(tx, ctx, actor.personId))
  if (actor.kind === 'staff')
    return ctx.db.withCourt({ courtId: actor.courtId, actor }, (tx) => staffAccount(tx, actor))
  return null
}

async function personAccount(tx: Tx, ctx: UseCaseContext, personId: string): Promise<PersonAccount | null> {
  const person = await tx.person.findUnique({ where: { id: personId } })
  if (!person) return null
  const memberships = await tx.membership.findMany({
    where: { personId, validTo: null },
    include: { organisation: true },
    orderBy: { id: 'asc' },
  })
  return {
    kind: 'person',
    personId,
    name: person.displayName,
    maskedPhone: person.phoneCipher ? maskPhone(ctx.keys.open('person.phone', person.phoneCipher)) : '',
    identity: identityOf(ctx, person),
    organisations: memberships.map(({ organisation, role }) => ({
      organisationId: organisation.id,
      name: organisation.legalName,
      creditCode: organisation.creditCode,
      role,
    })),
    locale: person.locale,
    isElderMode: person.isElderMode,
  }
}

type IdentityRow = {
  idKind: string | null
  idCipher: string | null
  legalName: string | null
  identityVerifiedAt: Date | null
}

function identityOf(ctx: UseCaseContext, { idKind, idCipher, legalName, identityVerifiedAt }: IdentityRow) {
  if (!idKind || !idCipher || !legalName || !identityVerifiedAt) return null
  const { kind, number, country } = identityTextOf(idKind, ctx.keys.open('person.identity-number', idCipher))
  return { kind, legalName, maskedNumber: maskNumber(number), country, verifiedAt: identityVerifiedAt }
}

async function staffAccount(tx: Tx, actor: StaffActor): Promise<StaffAccount | null> {
  const { accountId, staffId, courtId, roles } = actor
  const account = await tx.staffAccount.findUnique({ where: { id: accountId }, select: { login: true } })
  const member = await tx.staffMember.findUnique({
    where: { courtId_id: { courtId, id: staffId } },
    select: { name: true, title: true },
  })
  const court = await tx.court.findUnique({
    where: { id: courtId },
    select: { id: true, nameZh: true, nameEn: true, slug: true },
  })
  if (!account || !member || !court) return null
  const postCount = await tx.staffPost.count({ where: { accountId } })
  return { kind: 'staff', accountId, ...account, ...member, court, roles, postCount }
}

/** What the routers answer to whoever asks who they are. */
export type WhoAmI = { actor: Actor; account: Account | null }
