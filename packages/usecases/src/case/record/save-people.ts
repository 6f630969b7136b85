import type { Tx } from '@court/db/database'
import { visibleTo } from '@court/procedure/docket/view'
import type { UseCaseContext } from '../../context.ts'
import { isInForce } from '../../courts/court-brief.ts'
import { keepHearings } from '../../hearings/keep-hearings.ts'
import type { Book } from './book.ts'

export type Standing = {
  personId: string
  role: string
  partyId: string | undefined
  /** Both the party's own role and that of whoever acts for it. */
  roles: string[]
}

/** Persons who stand in a case now, by whom they are or act for. Who may not see the case yet (a defendant before acceptance) is left out. */
export async function whoStands(
  tx: Tx,
  book: Book,
  others: readonly { personId: string; role: string }[],
): Promise<Standing[]> {
  const where = { courtId: book.court.courtId, caseId: book.caseId }
  const parties = await tx.party.findMany({ where, select: { id: true, side: true, personId: true } })
  const mandates = await tx.representation.findMany({
    where,
    select: { partyId: true, personId: true, validFrom: true, validTo: true },
  })
  const found = new Map<string, Standing>()
  const add = (personId: string | null, role: string, partyId: string | undefined, side: string) => {
    if (personId === null || found.has(personId)) return
    found.set(personId, { personId, role, partyId, roles: [...new Set([role, side])] })
  }
  for (const { id, side, personId } of parties) add(personId, side, id, side)
  for (const mandate of mandates.filter((one) => isInForce(one, book.court.today))) {
    const side = parties.find(({ id }) => id === mandate.partyId)?.side ?? 'plaintiff'
    add(mandate.personId, 'agent', mandate.partyId, side)
  }
  const isOver = (personId: string, role: string) =>
    role === 'agent' && mandates.some((mandate) => mandate.personId === personId)
  // Whoever has a mandate in force was found above: one that ran out keeps nobody in the case.
  for (const { personId, role } of others.filter((one) => !isOver(one.personId, one.role))) {
    const side = role === 'agent' ? 'plaintiff' : role
    add(personId, role, parties.find((party) => party.side === side)?.id, side)
  }
  return [...found.values()].filter((person) => maySee(person, book))
}

/** Keeps the rows that let people see their case, and their directory of cases over all courts. */
export async function savePeople(
  tx: Tx,
  ctx: UseCaseContext,
  book: Book,
  opening: readonly { personId: string; role: string }[],
): Promise<Standing[]> {
  await linkAccounts(tx, book)
  const ids = { courtId: book.court.courtId, caseId: book.caseId }
  const listed = await tx.personCase.findMany({ where: { ...ids, toAt: null }, select: { personId: true, role: true } })
  const people = await whoStands(tx, book, [...opening, ...listed])
  await tx.casePerson.createMany({
    data: people.map(({ personId, role }) => ({ ...ids, personId, role, fromAt: book.now })),
    skipDuplicates: true,
  })
  const { title } = await tx.case.findUniqueOrThrow({
    where: { courtId_id: { courtId: ids.courtId, id: ids.caseId } },
    select: { title: true },
  })
  for (const person of people) await saveDirectory(tx, book, person, title)
  await keepHearings(tx, ctx, book)
  return people
}

/** A party whose number is that of a national account is that person: the account holder sees the case from then on. */
async function linkAccounts(tx: Tx, { court, caseId }: Book): Promise<void> {
  const unlinked = await tx.party.findMany({
    where: { courtId: court.courtId, caseId, personId: null, idIndex: { not: null }, kind: 'person' },
    select: { id: true, idKind: true, idIndex: true },
  })
  for (const { id, idKind, idIndex } of unlinked) {
    const person = await tx.person.findFirst({
      where: { idKind, idIndex, identityLevel: { gte: 1 }, status: 'active' },
      select: { id: true },
    })
    if (person) await tx.party.updateMany({ where: { courtId: court.courtId, id }, data: { personId: person.id } })
  }
}

async function saveDirectory(tx: Tx, book: Book, { personId, role, roles }: Standing, title: string): Promise<void> {
  const { court, caseId, state, code, next, now } = book
  const columns = {
    title,
    number: state.caseNumber,
    state: state.state,
    stateTitle: JSON.stringify(code.states[state.state]?.title ?? { zh: state.state, en: state.state }),
    nextWhat: next ? JSON.stringify(next.what) : null,
    nextBy: next?.by ?? null,
    nextUntil: next?.due ?? null,
    isForMe: next !== null && (next.by === 'parties' || roles.includes(next.by)),
  }
  await tx.$executeRaw`
    insert into person_case as p (person_id, court_id, case_id, role, title, number, state, state_title, next_what, next_by, next_until,
      is_for_me, from_at, updated_at)
    values (${personId}::uuid, ${court.courtId}::uuid, ${caseId}::uuid, ${role}, ${columns.title}, ${columns.number}, ${columns.state},
      ${columns.stateTitle}::jsonb, ${columns.nextWhat}::jsonb, ${columns.nextBy}, ${columns.nextUntil}, ${columns.isForMe}, ${now}, ${now})
    on conflict (person_id, court_id, case_id) do update set
      role = excluded.role, title = excluded.title, number = excluded.number, state = excluded.state, state_title = excluded.state_title,
      next_what = excluded.next_what, next_by = excluded.next_by, next_until = excluded.next_until, is_for_me = excluded.is_for_me,
      updated_at = excluded.updated_at`
}

const maySee = ({ personId, role, partyId }: Standing, { entries, code }: Book): boolean =>
  visibleTo(entries, code, { ref: { kind: 'person', id: personId, roles: [role] }, identityLevel: 1, partyId }).length >
  0
