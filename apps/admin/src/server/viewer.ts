import { askFirst } from '@court/site/page-asked'
import type { StaffActor, StaffRole } from '@court/usecases/actor'
import { notFound, redirect } from 'next/navigation'
import { getContext } from './request.ts'

/** Who is signed in on this site, or null. Everybody here is staff. */
export async function getStaff(): Promise<StaffActor | null> {
  const { actor } = (await getContext()).use
  return actor.kind === 'staff' ? actor : null
}

/** Who is not signed in goes to the sign-in and comes back here. Without one of `roles` the page is as absent as one that never was. */
export async function requireStaff(roles?: readonly StaffRole[]): Promise<StaffActor> {
  const actor = await getStaff()
  if (!actor) return redirect(await signInPath())
  if (roles && !roles.some((role) => actor.roles.includes(role))) notFound()
  return actor
}

export const signInPath = () => askFirst('/sign-in', '/')

/** Where to prove once more who one is, and come back. */
export const confirmPath = () => askFirst('/confirm', '/')
