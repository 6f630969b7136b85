import { Prisma } from '../generated/client.ts'
import { question, type Question } from '../question.ts'
import { isInReach, isMine, type DeskReach } from './desk-reach.ts'
import { addDays } from './sql.ts'

export type DeskFigures = {
  mine: number
  over: number
  today: number
  soon: number
  openQuestions: number
  tasks: number
  unreadNotices: number
  byState: { state: string; title: unknown; count: number }[]
}

type Ask = { reach: DeskReach; today: string; soonDays: number; countMax: number }

/** The figures on top of a desk in one statement; each is counted up to `countMax + 1` and no further. */
export function countDesk({ reach, today, soonDays, countMax }: Ask): Question<DeskFigures> {
  const bound = countMax + 1
  const soonEnd = addDays(today, soonDays)
  return question(Prisma.sql`
    with reachable as not materialized (
      select c.id, c.court_id, c.state, c.state_title, c.next_due, ${isMine(reach)} as is_mine
      from court_case c where ${isInReach(reach)} and c.closed_at is null
    )
    select
      (select count(*)::int from (select 1 from reachable where is_mine limit ${bound}) n) as mine,
      (select count(*)::int from (select 1 from reachable where next_due < ${today} limit ${bound}) n) as over,
      (select count(*)::int from (select 1 from reachable where next_due = ${today} limit ${bound}) n) as today,
      (select count(*)::int from (select 1 from reachable where next_due > ${today} and next_due <= ${soonEnd} limit ${bound}) n) as soon,
      (select count(*)::int from (select 1 from question a join reachable c on c.court_id = a.court_id and c.id = a.case_id
        where a.status = 'open' limit ${bound}) n) as "openQuestions",
      (select count(*)::int from (select 1 from task t where t.court_id = ${reach.courtId}::uuid and t.status = 'open'
        and (t.staff_id = ${reach.staffId}::uuid or (t.staff_id is null and t.role = any (${[...reach.roles]}::text[]))) limit ${bound}) n) as tasks,
      (select count(*)::int from (select 1 from notice n where n.court_id = ${reach.courtId}::uuid and n.staff_id = ${reach.staffId}::uuid
        and n.read_at is null limit ${bound}) n) as "unreadNotices",
      (select coalesce(jsonb_agg(jsonb_build_object('state', s.state, 'title', s.title, 'count', s.count) order by s.count desc, s.state), '[]')
        from (select state, (array_agg(state_title))[1] as title, least(count(*), ${bound})::int as count
          from (select state, state_title from reachable limit 20000) part group by state) s) as "byState"`)
}
