import type { DeskReach } from '@court/db/reads/desk-reach'
import type { StaffRole } from '../actor.ts'
import type { UseCaseContext } from '../context.ts'
import { notAllowed, signInNeeded, type Refusal } from '../refusal.ts'

/** Roles that work on every case of their court. A judge who has no other role has the cases drawn to them. */
const wholeCourt: readonly StaffRole[] = ['filing-clerk', 'filing-judge', 'filing-chief', 'court-clerk', 'president']
const onCases: readonly StaffRole[] = [...wholeCourt, 'judge']

/** Whose desk it is and which cases it opens. Administrators and auditors have none. */
export function deskReach({ actor }: UseCaseContext): { ok: true; reach: DeskReach } | Refusal {
  if (actor.kind === 'anonymous') return signInNeeded()
  if (actor.kind !== 'staff' || !actor.roles.some((role) => onCases.includes(role)))
    return notAllowed({ needs: onCases })
  const { courtId, staffId, roles } = actor
  return { ok: true, reach: { courtId, staffId, roles, isWholeCourt: roles.some((role) => wholeCourt.includes(role)) } }
}
