import { Prisma } from '../generated/client.ts'

/** Whose desk, and which cases of the court its roles open: all of them, or those of the judge or clerk alone. */
export type DeskReach = { courtId: string; staffId: string; roles: readonly string[]; isWholeCourt: boolean }

const isAssigned = ({ staffId }: DeskReach) =>
  Prisma.sql`(c.judge_id = ${staffId}::uuid or c.clerk_id = ${staffId}::uuid)`

/** Mine: I am its judge or clerk, or it is with one of my roles; the roles of judge and clerk no longer once somebody has them by name. */
export const isMine = (reach: DeskReach) => Prisma.sql`(${isAssigned(reach)} or exists (
  select 1 from unnest(string_to_array(coalesce(c.held_by, ''), ' ')) held where held = any (${[...reach.roles]}::text[])
    and not (held = 'judge' and c.judge_id is not null) and not (held = 'court-clerk' and c.clerk_id is not null)))`

/** A sealed case is for those it is assigned to, whatever their roles open. */
export const isInReach = (reach: DeskReach) =>
  reach.isWholeCourt
    ? Prisma.sql`c.court_id = ${reach.courtId}::uuid and (c.visibility <> 'sealed' or ${isAssigned(reach)})`
    : Prisma.sql`c.court_id = ${reach.courtId}::uuid and ${isMine(reach)}`
