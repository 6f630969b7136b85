import { Prisma } from '@court/db/generated/client'
import type { StaffActor, StaffRole } from '../actor.ts'
import type { UseCaseContext } from '../context.ts'
import { notAllowed, signInNeeded, type Refusal } from '../refusal.ts'

/** Roles that work on every case of their court. A judge who has no other role sees the cases drawn to them. */
const courtWide: readonly StaffRole[] = ['filing-clerk', 'filing-judge', 'filing-chief', 'court-clerk', 'president']
const onCases: readonly StaffRole[] = [...courtWide, 'judge']

export type DeskScope = {
  ok: true
  actor: StaffActor
  /** Condition on `court_case c`. */
  visible: Prisma.Sql
  /** Of what is visible, what waits for this member of staff. */
  mine: Prisma.Sql
}

export function deskScope({ actor }: UseCaseContext): DeskScope | Refusal {
  if (actor.kind === 'anonymous') return signInNeeded()
  if (actor.kind !== 'staff' || !actor.roles.some((role) => onCases.includes(role)))
    return notAllowed({ needs: onCases })
  const court = Prisma.sql`c.court_id = ${actor.courtId}::uuid`
  const own = Prisma.sql`c.judge_id = ${actor.staffId}::uuid`
  const isWide = actor.roles.some((role) => courtWide.includes(role))
  const held = actor.roles.filter((role) => role !== 'judge')
  const withMyRoles =
    held.length > 0 ? Prisma.sql`string_to_array(c.held_by, ' ') && ${held}::text[]` : Prisma.sql`false`
  const withMeAsJudge = Prisma.sql`(${own} and 'judge' = any(string_to_array(c.held_by, ' ')))`
  return {
    ok: true,
    actor,
    visible: isWide ? court : Prisma.sql`${court} and ${own}`,
    mine: Prisma.sql`(${withMyRoles} or ${withMeAsJudge})`,
  }
}
