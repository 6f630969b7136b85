'use server'

import { settle } from '@court/api/errors'
import { safeReturnPath } from '@court/auth/return-path'
import type { FormState } from '@court/ui/action-form'
import { clearSessionCookie } from '@court/site/session-cookie'
import { redirect } from 'next/navigation'
import { getApi } from '../../server/api.ts'
import { formStateOf, textOf } from '../../server/form-state.ts'
import { services } from '../../server/services.ts'

export async function signOut(): Promise<void> {
  const api = await getApi()
  const who = await api.accounts.whoAmI()
  await api.accounts.signOut()
  await clearSessionCookie(services().cookies)
  redirect(who.kind === 'staff' ? '/staff/sign-in?why=signed-out' : '/sign-in?why=signed-out')
}

export async function endOneSession(form: FormData): Promise<void> {
  await settle((await getApi()).accounts.endSession({ sessionId: textOf(form, 'session') }))
  redirect('/account?done=ended#sessions')
}

export async function endAllOthers(): Promise<void> {
  await settle((await getApi()).accounts.endOtherSessions())
  redirect('/account?done=ended#sessions')
}

export async function leaveOrganisation(form: FormData): Promise<void> {
  await settle((await getApi()).accounts.leaveOrganisation({ organisationId: textOf(form, 'organisation') }))
  redirect('/account?done=left')
}

export async function giveIdentity(_state: FormState, form: FormData): Promise<FormState> {
  const kind = textOf(form, 'kind') === 'passport' ? 'passport' : 'resident-id'
  const given = await settle(
    (await getApi()).accounts.proveIdentity({
      kind,
      name: textOf(form, 'name'),
      number: textOf(form, 'number'),
      country: kind === 'passport' ? textOf(form, 'country') : '',
    }),
  )
  if (!given.ok) return formStateOf(given, form, ['kind', 'name', 'number', 'country'])
  return redirect(safeReturnPath(textOf(form, 'next'), '/account?done=identity'))
}

export async function giveOrganisation(_state: FormState, form: FormData): Promise<FormState> {
  const given = await settle(
    (await getApi()).accounts.proveOrganisation({
      creditCode: textOf(form, 'creditCode'),
      name: textOf(form, 'name'),
      representativeName: textOf(form, 'representativeName'),
      role: textOf(form, 'role') === 'staff' ? 'staff' : 'representative',
    }),
  )
  if (!given.ok) return formStateOf(given, form, ['creditCode', 'name', 'representativeName', 'role'])
  return redirect(safeReturnPath(textOf(form, 'next'), '/account?done=organisation'))
}

export async function askPhoneCode(_state: FormState, form: FormData): Promise<FormState> {
  const sent = await settle((await getApi()).accounts.requestPhoneChange({ phone: textOf(form, 'phone') }))
  if (!sent.ok) return formStateOf(sent, form, ['phone'])
  return redirect(`/account/phone/code?c=${sent.value.challengeId}`)
}

export async function enterPhoneCode(_state: FormState, form: FormData): Promise<FormState> {
  const changed = await settle(
    (await getApi()).accounts.changePhone({ challengeId: textOf(form, 'challenge'), code: textOf(form, 'code') }),
  )
  if (!changed.ok) return formStateOf(changed, form, [])
  return redirect('/account?done=phone')
}
