import { staffRoles, type Actor, type PersonActor, type StaffActor, type StaffRole } from '@court/usecases/actor'

/**
 * Who may call a procedure. `anyone` includes those who are not signed in, `identified` is a person of identity level 1,
 * `staff` a member of staff with whatever role, also none.
 */
export type Who = 'anyone' | 'person' | 'identified' | 'staff' | StaffRole

export type Allow = readonly [Who, ...Who[]]

/** The actor as the procedure sees it, narrowed to those who can get there. */
export type ActorFor<W extends Who> = 'anyone' extends W
  ? Actor
  : | (Extract<W, 'person' | 'identified'> extends never ? never : PersonActor)
    | (Exclude<W, 'person' | 'identified'> extends never ? never : StaffActor)

export function isAllowed(actor: Actor, allow: Allow): boolean {
  if (allow.includes('anyone')) return true
  switch (actor.kind) {
    case 'anonymous':
    case 'system':
      return false
    case 'person':
      return allow.includes('person') || (actor.identityLevel >= 1 && allow.includes('identified'))
    case 'staff':
      return allow.includes('staff') || actor.roles.some((role) => allow.includes(role))
  }
}

/** True when nobody but members of staff can get there: such a procedure does not exist in the public zone. */
export const isForStaffAlone = (allow: Allow): boolean => allow.every((who) => who === 'staff' || staffRoleSet.has(who))

/** True when nobody but people with an account of their own can get there: such a procedure does not exist in the court's zone. */
export const isForPeopleAlone = (allow: Allow): boolean =>
  allow.every((who) => who === 'person' || who === 'identified')

const staffRoleSet: ReadonlySet<string> = new Set(staffRoles)
