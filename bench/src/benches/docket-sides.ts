import type { WireRequest } from '../load/http-load.ts'
import { courtId, sessionOf, staffId } from '../nation/ids.ts'

/** What one row of the list says, whoever answered. */
export type Listed = Record<string, unknown>
export type Page = { rows: Listed[]; after: Record<string, string> | null }

/** One page of the accepted cases of a court, the latest change first, as one side is asked for it and answers. */
export type Side = {
  request(court: number, after: Page['after']): WireRequest
  page(body: string): Page
}

const state = 'accepted'

export const oursAsked = (cookies: ReadonlyMap<string, string>): Side => ({
  request(court, after) {
    const input = encodeURIComponent(JSON.stringify({ json: { state, sort: 'updated', limit: 50, ...after } }))
    return {
      method: 'GET',
      path: `/api/trpc/desk.inbox?input=${input}`,
      headers: { cookie: cookies.get(sessionOf(court, 'filing-clerk')) ?? '' },
    }
  },
  page(body) {
    const { json } = (
      JSON.parse(body) as { result: { data: { json: { value: { rows: Listed[]; nextCursor: string | null } } } } }
    ).result.data
    const { rows, nextCursor } = json.value
    return {
      rows: rows.map((row) =>
        listed({ ...row, heldBy: (row['heldBy'] as string[]).join(' '), ...nextOf(row['next']) }),
      ),
      after: nextCursor === null ? null : { cursor: nextCursor },
    }
  },
})

const nextOf = (next: unknown) => {
  const { what = null, by = null, due = null, clockKey = null } = (next ?? {}) as Record<string, unknown>
  return { nextWhat: what, nextBy: by, nextDue: due, nextClockKey: clockKey }
}

export const limitAsked: Side = {
  request(court, after) {
    const asked = new URLSearchParams({ court: courtId(court), staff: staffId(court, 'filing-clerk'), state, ...after })
    return { method: 'GET', path: `/?${asked.toString()}` }
  },
  page(body) {
    const { rows, isMore } = JSON.parse(body) as { rows: Listed[]; isMore: boolean }
    const last = rows.at(-1)
    return {
      rows: rows.map((row) => listed({ ...row, cause: row['causeTitle'], judge: row['judgeName'] })),
      after: isMore && last ? { key: String(last['updatedAt']), id: String(last['caseId']) } : null,
    }
  },
}

const query = `query Docket($court: UUID!, $state: String!, $after: Cursor) {
  allCourtCases(condition: { courtId: $court, state: $state }, orderBy: [UPDATED_AT_DESC, ROW_ID_DESC], first: 50, after: $after) {
    nodes { caseId: rowId number title cause: causeTitle state stateTitle procedure amountFen receiptNumber submittedAt heldBy heldSince
      staffMemberByCourtIdAndJudgeId { name } nextWhat nextBy nextDue nextClockKey updatedAt
      questionsByCourtIdAndCaseId(condition: { status: "open" }, first: 1) { nodes { rowId } } }
    pageInfo { endCursor hasNextPage } } }`

export const peerAsked: Side = {
  request(court, after) {
    const variables = { court: courtId(court), state, ...after }
    const headers = { 'x-court': courtId(court), 'x-staff': staffId(court, 'filing-clerk') }
    return { method: 'POST', path: '/graphql', headers, body: JSON.stringify({ query, variables }) }
  },
  page(body) {
    const { data } = JSON.parse(body) as {
      data: { allCourtCases: { nodes: Listed[]; pageInfo: { endCursor: string; hasNextPage: boolean } } }
    }
    const { nodes, pageInfo } = data.allCourtCases
    return {
      rows: nodes.map((row) =>
        listed({
          ...row,
          judge: (row['staffMemberByCourtIdAndJudgeId'] as { name: string } | null)?.name ?? null,
          hasOpenQuestion: (row['questionsByCourtIdAndCaseId'] as { nodes: unknown[] }).nodes.length > 0,
        }),
      ),
      after: pageInfo.hasNextPage ? { after: pageInfo.endCursor } : null,
    }
  },
}

const columns = [
  ...[
    'caseId',
    'number',
    'title',
    'cause',
    'state',
    'stateTitle',
    'procedure',
    'amountFen',
    'receiptNumber',
    'submittedAt',
    'heldBy',
  ],
  ...['heldSince', 'judge', 'nextWhat', 'nextBy', 'nextDue', 'nextClockKey', 'hasOpenQuestion', 'updatedAt'],
]

/** The same columns in the same form: instants by their millisecond, amounts as text, JSON with sorted keys. */
const listed = (row: Listed): Listed => Object.fromEntries(columns.map((name) => [name, plain(name, row[name])]))

function plain(name: string, value: unknown): unknown {
  if (value === null || value === undefined) return null
  if (name === 'amountFen') return String(value)
  if (/At$|Since$/.test(name)) return new Date(String(value)).toISOString()
  if (typeof value === 'object') return JSON.stringify(Object.entries(value).sort())
  return value
}
