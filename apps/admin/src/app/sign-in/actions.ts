'use server'

import { settle } from '@court/api/errors'
import { safeReturnPath } from '@court/auth/return-path'
import type { FormState } from '@court/ui/action-form'
import { redirect } from 'next/navigation'
import { getApi } from '../../server/api.ts'
import { formStateOf, textOf } from '../../server/form-state.ts'
import { enterAsStaff } from '../../server/enter-as-staff.ts'
import { keepTicket, ticketInBrowser } from '../../server/staff-ticket.ts'

export async function enterPassword(_state: FormState, form: FormData): Promise<FormState> {
  const api = await getApi()
  const begun = await settle(
    api.accounts.beginStaffSignIn({ login: textOf(form, 'login'), password: textOf(form, 'password') }),
  )
  if (!begun.ok) return formStateOf(begun, form, ['login'])
  await keepTicket(begun.value.ticket)
  return redirect(`/sign-in/code?next=${encodeURIComponent(nextOf(form))}`)
}

export async function enterTotp(_state: FormState, form: FormData): Promise<FormState> {
  const [api, ticket] = await Promise.all([getApi(), ticketInBrowser()])
  const finished = await settle(api.accounts.finishStaffSignIn({ ticket: ticket ?? '', code: textOf(form, 'code') }))
  if (!finished.ok) return formStateOf(finished, form, [])
  return redirect(await enterAsStaff(finished.value, nextOf(form)))
}

export async function enterPost(_state: FormState, form: FormData): Promise<FormState> {
  const [api, ticket] = await Promise.all([getApi(), ticketInBrowser()])
  const chosen = await settle(
    api.accounts.choosePost({ courtId: textOf(form, 'court'), ...(ticket ? { ticket } : {}) }),
  )
  if (!chosen.ok) return formStateOf(chosen, form, [])
  return redirect(await enterAsStaff(chosen.value, nextOf(form)))
}

const nextOf = (form: FormData) => safeReturnPath(textOf(form, 'next'), '/')
