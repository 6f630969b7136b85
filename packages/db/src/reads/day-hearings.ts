import type { Tx } from '../database.ts'
import { isInReach, type DeskReach } from './desk-reach.ts'

export type DayHearingRow = {
  hearingId: string
  caseId: string
  caseNumber: string | null
  caseTitle: string
  kind: string
  status: string
  codeHash: string
  startsAt: Date
  minutes: number
  roomZh: string | null
  roomEn: string | null
  people: { name: string; role: string; mode: string; consent: string | null; staffId: string | null }[]
}

/** The hearings of one day of a court that are within somebody's reach, first to begin first. */
export function listDayHearings(tx: Tx, { reach, day }: { reach: DeskReach; day: string }): Promise<DayHearingRow[]> {
  return tx.$queryRaw<DayHearingRow[]>`
    select h.id as "hearingId", c.id as "caseId", c.number as "caseNumber", c.title as "caseTitle", h.kind, h.status, h.code_hash as "codeHash",
      h.starts_at as "startsAt", h.minutes, r.name_zh as "roomZh", r.name_en as "roomEn",
      (select coalesce(jsonb_agg(jsonb_build_object('name', s.name, 'role', s.role, 'mode', s.mode, 'consent', s.consent, 'staffId', s.staff_id)
        order by s.position), '[]') from hearing_seat s where s.court_id = h.court_id and s.hearing_id = h.id) as people
    from hearing h join court_case c on c.court_id = h.court_id and c.id = h.case_id
      left join room r on r.court_id = h.court_id and r.id = h.room_id
    where h.court_id = ${reach.courtId}::uuid and h.day = ${day} and ${isInReach(reach)} order by h.starts_at, h.id limit 500`
}

/** How many hearings stand on each day between two days, both included; days without any are left out. */
export function countHearingDays(
  tx: Tx,
  { reach, from, to }: { reach: DeskReach; from: string; to: string },
): Promise<{ day: string; count: number }[]> {
  return tx.$queryRaw<{ day: string; count: number }[]>`
    select h.day, count(*)::int as count from hearing h join court_case c on c.court_id = h.court_id and c.id = h.case_id
    where h.court_id = ${reach.courtId}::uuid and h.day between ${from} and ${to} and h.status <> 'cancelled' and ${isInReach(reach)}
    group by h.day order by h.day`
}
