import { askFirst } from '@court/site/page-asked'
import type { Actor, PersonActor, StaffActor, StaffRole } from '@court/usecases/actor'
import { notFound, redirect } from 'next/navigation'
import { getContext } from './request.ts'

export async function getActor(): Promise<Actor> {
  return (await getContext()).use.actor
}

/** For pages of parties: who is not signed in goes to the sign-in and comes back here; staff have no such page. */
export async function requirePerson(): Promise<PersonActor> {
  const actor = await getActor()
  if (actor.kind === 'person') return actor
  if (actor.kind === 'staff') notFound()
  return redirect(await askFirst('/sign-in', '/account'))
}

/** The same for people whose name and number were checked; others are asked for them first. */
export async function requireIdentifiedPerson(): Promise<PersonActor> {
  const actor = await requirePerson()
  if (actor.identityLevel >= 1) return actor
  return redirect(await askFirst('/account/identity', '/account'))
}

/** For pages of the court's staff. Without one of `roles` the page is as absent as one that never was; so is it in the public zone. */
export async function requireStaff(roles?: readonly StaffRole[]): Promise<StaffActor> {
  const { use, zone } = await getContext()
  if (zone === 'public') notFound()
  const { actor } = use
  if (actor.kind !== 'staff') return redirect(await staffSignInPath())
  if (roles && !roles.some((role) => actor.roles.includes(role))) notFound()
  return actor
}

export const staffSignInPath = () => askFirst('/staff/sign-in', '/desk')
