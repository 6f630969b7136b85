import type { StaffSignIn } from '@court/usecases/staff/finish-staff-sign-in'
import { setSessionCookie } from './session-cookie.ts'
import { dropTicket, keepTicket } from './staff-ticket.ts'

/** After both steps: keeps what was given and says where to go. */
export async function enterAsStaff(signIn: StaffSignIn, next: string): Promise<string> {
  if (signIn.kind === 'choose-post') {
    await keepTicket(signIn.ticket)
    return `/sign-in/post?next=${encodeURIComponent(next)}`
  }
  await Promise.all([setSessionCookie(signIn), dropTicket()])
  return next
}
