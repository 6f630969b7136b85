import { Prisma } from '../generated/client.ts'
import { question, type Question } from '../question.ts'

export type PersonSession = { verifiedAt: Date | null; personId: string; identityLevel: number }
export type StaffSession = {
  verifiedAt: Date | null
  accountId: string
  staffId: string
  courtId: string
  roles: string[]
}

type Wanted = {
  sessionId: string
  app: string
  now: Date
  /** How long it may have rested. */
  idleMinutesMax: number
}

/**
 * A person's session if it is open and the person active. Also remembers that it was used: at most once a minute, for each write costs
 * more than the look-up. No row otherwise.
 */
export const openPersonSession = ({ sessionId, app, now, idleMinutesMax }: Wanted): Question<PersonSession> =>
  question(Prisma.sql`
    with found as (
      select s.id, s.last_seen_at, s.verified_at as "verifiedAt", p.id as "personId", p.identity_level as "identityLevel"
      from session s join person p on p.id = s.person_id
      where s.id = ${sessionId}::uuid and s.app = ${app} and s.ended_at is null and s.expires_at > ${now}::timestamptz
        and s.last_seen_at >= ${now}::timestamptz - make_interval(mins => ${idleMinutesMax}::int) and p.status = 'active'
    ), seen as (
      update session set last_seen_at = ${now}::timestamptz
      where id = (select id from found where last_seen_at < ${now}::timestamptz - interval '1 minute') and ended_at is null
    )
    select "verifiedAt", "personId", "identityLevel" from found`)

/** The same of a member of staff, with the roles that they have in their court at this moment. */
export const openStaffSession = ({ sessionId, app, now, idleMinutesMax }: Wanted): Question<StaffSession> =>
  question(Prisma.sql`
    select verified_at as "verifiedAt", account_id as "accountId", staff_id as "staffId", court_id as "courtId", roles
    from open_staff_session(${sessionId}::uuid, ${app}, ${now}::timestamptz, ${idleMinutesMax}::int)`)
