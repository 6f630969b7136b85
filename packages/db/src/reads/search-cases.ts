import { Prisma } from '../generated/client.ts'
import { question, type Question } from '../question.ts'
import { isInReach, type DeskReach } from './desk-reach.ts'

export type FoundCase = {
  caseId: string
  number: string | null
  title: string
  stateTitle: unknown
  matched: 'number' | 'receipt' | 'party' | 'title'
  /** The name that matched, when a party's did. */
  party: string | null
}

/** Cases of the court by part of a number, receipt, party's name or title, in this order, newest first in each. */
export function findCases({ reach, q, limit }: { reach: DeskReach; q: string; limit: number }): Question<FoundCase> {
  return question(Prisma.sql`
    select c.id as "caseId", c.number, c.title, c.state_title as "stateTitle", h.matched, h.party
    from search_cases(${reach.courtId}::uuid, ${q}, 500) h join court_case c on c.court_id = ${reach.courtId}::uuid and c.id = h.case_id
    where ${isInReach(reach)}
    order by array_position(array['number', 'receipt', 'party', 'title'], h.matched), c.id desc limit ${limit}`)
}
