'use server'

import { settle } from '@court/api/errors'
import { safeReturnPath } from '@court/auth/return-path'
import { preferenceCookies } from '@court/site/preference-cookies'
import { setSessionCookie } from '@court/site/session-cookie'
import type { FormState } from '@court/ui/action-form'
import { cookies } from 'next/headers'
import { redirect } from 'next/navigation'
import { getApi } from '../../server/api.ts'
import { formStateOf, textOf } from '../../server/form-state.ts'
import { services } from '../../server/services.ts'

export async function sendCode(_state: FormState, form: FormData): Promise<FormState> {
  const api = await getApi()
  const sent = await settle(api.accounts.requestCode({ phone: textOf(form, 'phone') }))
  if (!sent.ok) return formStateOf(sent, form, ['phone'])
  return redirect(codePage(sent.value.challengeId, form))
}

/** The same phone once more; the page does not know it in clear. */
export async function sendCodeAgain(_state: FormState, form: FormData): Promise<FormState> {
  const api = await getApi()
  const sent = await settle(api.accounts.resendCode({ challengeId: textOf(form, 'challenge') }))
  if (!sent.ok) return formStateOf(sent, form, [])
  return redirect(`${codePage(sent.value.challengeId, form)}&again=1`)
}

export async function enterCode(_state: FormState, form: FormData): Promise<FormState> {
  const api = await getApi()
  const signedIn = await settle(
    api.accounts.signIn({ challengeId: textOf(form, 'challenge'), code: textOf(form, 'code') }),
  )
  if (!signedIn.ok) return formStateOf(signedIn, form, ['code'])
  await setSessionCookie(services().cookies, signedIn.value)
  if (!signedIn.value.isNew) await preferenceCookies(await cookies(), signedIn.value.preferences)
  return redirect(safeReturnPath(textOf(form, 'next'), '/my'))
}

const codePage = (challengeId: string, form: FormData) =>
  `/sign-in/code?c=${challengeId}&next=${encodeURIComponent(safeReturnPath(textOf(form, 'next'), '/my'))}`
