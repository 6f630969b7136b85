import { listDesk, type DeskFilter, type DeskRow } from '@court/db/reads/desk-list'
import { instantAt, localDate, plusDays } from '@court/procedure/docket/legal-time'
import type { UseCaseContext } from '../context.ts'
import type { CourtBrief } from '../courts/court-brief.ts'
import { keysetOf, pageOf } from '../keyset.ts'
import { accepted, notFound, type Result } from '../refusal.ts'
import { wordsOf } from '../words-of.ts'
import { askDesk, codeAtDesk } from './ask-desk.ts'
import { deskReach } from './desk-reach.ts'
import type { Inbox, InboxInput, InboxRow } from './desk-types.ts'
import { daysBetween, dueStateOf, soonDays } from './due-state.ts'

/** One page of the work list: the cases of the court that the roles of this member of staff reach. */
export async function listInbox(ctx: UseCaseContext, input: InboxInput): Promise<Result<Inbox>> {
  const desk = deskReach(ctx)
  if (!desk.ok) return desk
  const { reach } = desk
  const asked = await askDesk(ctx, reach.courtId, (day) => ({ rows: listDesk({ reach, ...filterOf(input, day) }) }))
  if (!asked) return notFound()
  const { court, answers } = asked
  const { shown, nextCursor } = pageOf(answers.rows, input.limit, ({ sortKey, caseId }) => ({
    key: sortKey,
    id: caseId,
  }))
  const code = await codeAtDesk(ctx, asked)
  return accepted({
    rows: shown.map((row) => inboxRow(row, court)),
    nextCursor,
    today: court.today,
    states: Object.entries(code?.states ?? {})
      .sort(([, a], [, b]) => a.order - b.order)
      .map(([id, { title }]) => ({ id, title })),
    procedures: Object.entries(code?.procedures ?? {}).map(([id, { title }]) => ({ id, title })),
  })
}

type Day = Pick<CourtBrief, 'today' | 'zone'>

function filterOf(input: InboxInput, court: Day): Omit<DeskFilter, 'reach'> {
  const { q, state, procedure, due, mine, sort, cursor, limit } = input
  return {
    q,
    state: state === '' || state === 'all' ? null : state,
    procedure: procedure || null,
    due: due || null,
    today: court.today,
    soonDays,
    ...submittedBetween(input.age, court),
    onlyMine: mine,
    withClosed: state !== '',
    sort,
    after: keysetOf(cursor, sort === 'due' ? 'day' : 'number'),
    limit: limit + 1,
  }
}

function submittedBetween(age: InboxInput['age'], { today, zone }: Day) {
  const dayStart = (daysAgo: number) => new Date(instantAt(plusDays(today, -daysAgo), '00:00', zone))
  switch (age) {
    case '':
      return { submittedFrom: null, submittedBefore: null }
    case 'new':
      return { submittedFrom: dayStart(3), submittedBefore: null }
    case 'week':
      return { submittedFrom: dayStart(7), submittedBefore: dayStart(3) }
    case 'older':
      return { submittedFrom: null, submittedBefore: dayStart(7) }
  }
}

function inboxRow(row: DeskRow, { today, zone }: CourtBrief): InboxRow {
  return {
    caseId: row.caseId,
    number: row.number,
    title: row.title,
    cause: row.causeTitle,
    state: row.state,
    stateTitle: wordsOf(row.stateTitle),
    procedure: row.procedure,
    amountFen: row.amountFen === null ? null : Number(row.amountFen),
    receiptNumber: row.receiptNumber,
    submittedAt: row.submittedAt,
    ageDays: daysBetween(localDate(row.submittedAt.toISOString(), zone), today),
    heldBy: row.heldBy?.split(' ') ?? [],
    heldSince: row.heldSince,
    judge: row.judgeName,
    isMine: row.isMine,
    next: nextOf(row),
    ...dueStateOf(row.nextDue, today),
    hasOpenQuestion: row.hasOpenQuestion,
    updatedAt: row.updatedAt,
  }
}

export const nextOf = (row: Pick<DeskRow, 'nextWhat' | 'nextBy' | 'nextDue' | 'nextClockKey'>): InboxRow['next'] =>
  row.nextWhat === null
    ? null
    : { what: wordsOf(row.nextWhat), by: row.nextBy, due: row.nextDue, clockKey: row.nextClockKey }
