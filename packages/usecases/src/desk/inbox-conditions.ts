import { Prisma } from '@court/db/generated/client'
import { instantAt, plusDays } from '@court/procedure/docket/legal-time'
import type { CourtBrief } from '../courts/court-brief.ts'
import type { InboxInput } from './desk-types.ts'
import { soonDays } from './due-state.ts'

/** The filters of the inbox as conditions on `court_case c`. */
export function inboxConditions(input: InboxInput, court: CourtBrief): Prisma.Sql[] {
  return [
    ...stateCondition(input.state),
    ...(input.procedure ? [Prisma.sql`c.procedure = ${input.procedure}`] : []),
    ...dueCondition(input.due, court.today),
    ...ageCondition(input.age, court),
    ...(input.q ? [textCondition(input.q, court.courtId)] : []),
  ]
}

function stateCondition(state: string): Prisma.Sql[] {
  if (state === 'all') return []
  return state === '' ? [Prisma.sql`c.closed_at is null`] : [Prisma.sql`c.state = ${state}`]
}

export function dueCondition(due: InboxInput['due'], today: string): Prisma.Sql[] {
  switch (due) {
    case '':
      return []
    case 'over':
      return [Prisma.sql`c.next_due < ${today}`]
    case 'today':
      return [Prisma.sql`c.next_due = ${today}`]
    case 'soon':
      return [Prisma.sql`c.next_due > ${today} and c.next_due <= ${plusDays(today, soonDays)}`]
  }
}

function ageCondition(age: InboxInput['age'], { today, zone }: CourtBrief): Prisma.Sql[] {
  const dayStart = (daysAgo: number) => new Date(instantAt(plusDays(today, -daysAgo), '00:00', zone))
  switch (age) {
    case '':
      return []
    case 'new':
      return [Prisma.sql`c.submitted_at >= ${dayStart(3)}`]
    case 'week':
      return [Prisma.sql`c.submitted_at < ${dayStart(3)} and c.submitted_at >= ${dayStart(7)}`]
    case 'older':
      return [Prisma.sql`c.submitted_at < ${dayStart(7)}`]
  }
}

/** Number, receipt and title by part, names of parties by the index of names. */
export function textCondition(text: string, courtId: string): Prisma.Sql {
  const part = `%${likeText(plainBrackets(text))}%`
  return Prisma.sql`(c.number like ${part} or c.receipt_number ilike ${`${likeText(text)}%`} or c.title ilike ${part}
    or c.id in (select p.case_id from search_parties(${courtId}::uuid, ${text}, 500) p))`
}

/** Numbers stand with full-width brackets; people type the other ones. */
export const plainBrackets = (text: string): string => text.replace(/\(/g, '（').replace(/\)/g, '）')

const likeText = (text: string): string => text.replace(/[\\%_]/g, (one) => `\\${one}`)
