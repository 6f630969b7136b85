import { safeReturnPath } from '@court/auth/return-path'
import type { StaffActor, StaffRole } from '@court/usecases/actor'
import { headers } from 'next/headers'
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
  if (!actor) return redirect(`/sign-in?next=${encodeURIComponent(await pageAsked('/'))}`)
  if (roles && !roles.some((role) => actor.roles.includes(role))) notFound()
  return actor
}

/** The page being drawn, as proxy.ts noted it; never an address of another site. */
export async function pageAsked(fallback: string): Promise<string> {
  return safeReturnPath((await headers()).get('x-page'), fallback)
}
