// What the machine can do at most: the list of the desk by plain pg, all in one message, behind a server that does nothing else.
import pg from 'pg'
import { answerRequests } from './answer-requests.ts'
import { serve } from './serve.ts'
import { settingsOf } from './start-process.ts'

const { url, poolMax } = settingsOf<{ url: string; poolMax: number }>()
const pool = new pg.Pool({ connectionString: url, max: poolMax, pipeline: true } as pg.PoolConfig)

const list = (isAfter: boolean) => `
  select c.id as "caseId", c.number, c.title, c.cause_title as "causeTitle", c.state, c.state_title as "stateTitle", c.procedure,
    c.amount_fen as "amountFen", c.receipt_number as "receiptNumber", c.submitted_at as "submittedAt", c.held_by as "heldBy",
    c.held_since as "heldSince", j.name as "judgeName", (c.judge_id = $2::uuid or c.clerk_id = $2::uuid) as "isMine", c.next_what as "nextWhat",
    c.next_by as "nextBy", c.next_due as "nextDue", c.next_clock_key as "nextClockKey", c.updated_at as "updatedAt",
    q.case_id is not null as "hasOpenQuestion"
  from court_case c left join staff_member j on j.court_id = c.court_id and j.id = c.judge_id
    left join lateral (select a.case_id from question a where a.court_id = c.court_id and a.case_id = c.id and a.status = 'open' limit 1) q on true
  where c.court_id = $1::uuid and (c.visibility <> 'sealed' or c.judge_id = $2::uuid or c.clerk_id = $2::uuid) and c.state = $3
    ${isAfter ? 'and (c.updated_at, c.id) < ($4::timestamptz, $5::uuid)' : ''}
  order by c.updated_at desc, c.id desc limit 51`

const port = await serve(async ({ url: path = '/' }) => {
  const asked = new URL(path, 'http://127.0.0.1').searchParams
  const value = (name: string) => asked.get(name) ?? ''
  const isAfter = asked.has('key')
  const client = await pool.connect()
  try {
    const [, { rows }] = await Promise.all([
      client.query(`begin; set local app.court_id = '${value('court')}'; set local app.staff_id = '${value('staff')}'`),
      client.query({
        name: isAfter ? 'after' : 'first',
        text: list(isAfter),
        values: [value('court'), value('staff'), value('state'), ...(isAfter ? [value('key'), value('id')] : [])],
      }),
      client.query('commit'),
    ])
    return { status: 200, body: JSON.stringify({ rows: rows.slice(0, 50), isMore: rows.length > 50 }) }
  } finally {
    client.release()
  }
})

answerRequests(() => port)
