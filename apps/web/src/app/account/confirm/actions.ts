'use server'

import { settle } from '@court/api/errors'
import { safeReturnPath } from '@court/auth/return-path'
import type { FormState } from '@court/ui/action-form'
import { redirect } from 'next/navigation'
import { getApi } from '../../../server/api.ts'
import { formStateOf, textOf } from '../../../server/form-state.ts'

export async function askConfirmation(_state: FormState, form: FormData): Promise<FormState> {
  const sent = await settle((await getApi()).accounts.requestConfirmation())
  if (!sent.ok) return formStateOf(sent, form, [])
  return redirect(`/account/confirm?c=${sent.value.challengeId}&next=${encodeURIComponent(nextOf(form))}`)
}

export async function confirmIsMe(_state: FormState, form: FormData): Promise<FormState> {
  const confirmed = await settle(
    (await getApi()).accounts.confirm({ challengeId: textOf(form, 'challenge'), code: textOf(form, 'code') }),
  )
  if (!confirmed.ok) return formStateOf(confirmed, form, [])
  return redirect(nextOf(form))
}

const nextOf = (form: FormData) => safeReturnPath(textOf(form, 'next'), '/account')
