import { settle } from '@court/api/errors'
import type { AdminCaller } from '@court/api/admin-root'
import { safeReturnPath } from '@court/auth/return-path'
import type { FormState } from '@court/ui/action-form'
import type { StaffSignIn } from '@court/usecases/staff/finish-staff-sign-in'
import { redirect } from 'next/navigation'
import { textOf, type FormStateOf } from './form-state.ts'
import { setSessionCookie } from './session-cookie.ts'
import { dropTicket, keepTicket, ticketInBrowser, type TicketCookie } from './staff-ticket.ts'

/** How staff come in on one site. */
export type StaffDoor = {
  /** The pages of the door stand below; '' is the root. */
  at: string
  /** Where to go when nothing else was asked. */
  home: string
  ticket: TicketCookie
  accounts(): Promise<Accounts>
  formStateOf: FormStateOf
}

type Accounts = Pick<
  AdminCaller['accounts'],
  'beginStaffSignIn' | 'finishStaffSignIn' | 'listPosts' | 'choosePost' | 'confirmStaff'
>

/** Step one: login and password. */
export async function takePassword(door: StaffDoor, form: FormData): Promise<FormState> {
  const accounts = await door.accounts()
  const begun = await settle(
    accounts.beginStaffSignIn({ login: textOf(form, 'login'), password: textOf(form, 'password') }),
  )
  if (!begun.ok) return door.formStateOf(begun, form, ['login'])
  await keepTicket(door.ticket, begun.value.ticket)
  return redirect(pageOfDoor(door, '/sign-in/code', nextOf(door, form)))
}

/** Step two: the code of the authenticator. */
export async function takeTotp(door: StaffDoor, form: FormData): Promise<FormState> {
  const [accounts, ticket] = await Promise.all([door.accounts(), ticketInBrowser(door.ticket)])
  const finished = await settle(accounts.finishStaffSignIn({ ticket: ticket ?? '', code: textOf(form, 'code') }))
  if (!finished.ok) return door.formStateOf(finished, form, [])
  return redirect(await enterAsStaff(door, finished.value, nextOf(door, form)))
}

/** Who has posts in several courts says in which to work. */
export async function takePost(door: StaffDoor, form: FormData): Promise<FormState> {
  const [accounts, ticket] = await Promise.all([door.accounts(), ticketInBrowser(door.ticket)])
  const chosen = await settle(accounts.choosePost({ courtId: textOf(form, 'court'), ...(ticket ? { ticket } : {}) }))
  if (!chosen.ok) return door.formStateOf(chosen, form, [])
  return redirect(await enterAsStaff(door, chosen.value, nextOf(door, form)))
}

/** The code once more, before what carries weight. */
export async function takeConfirmation(door: StaffDoor, form: FormData): Promise<FormState> {
  const confirmed = await settle((await door.accounts()).confirmStaff({ code: textOf(form, 'code') }))
  if (!confirmed.ok) return door.formStateOf(confirmed, form, [])
  return redirect(nextOf(door, form))
}

/** After both steps: keeps what was given and says where to go. */
export async function enterAsStaff(door: StaffDoor, signIn: StaffSignIn, next: string): Promise<string> {
  if (signIn.kind === 'choose-post') {
    await keepTicket(door.ticket, signIn.ticket)
    return pageOfDoor(door, '/sign-in/post', next)
  }
  await Promise.all([setSessionCookie(door.ticket.site(), signIn), dropTicket(door.ticket)])
  return next
}

/** A page of the door that leads on to `next`. */
export const pageOfDoor = (door: StaffDoor, page: string, next: string): string =>
  `${door.at}${page}?next=${encodeURIComponent(next)}`

const nextOf = (door: StaffDoor, form: FormData) => safeReturnPath(textOf(form, 'next'), door.home)
