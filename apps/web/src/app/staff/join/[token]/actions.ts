'use server'

import { settle } from '@court/api/errors'
import { enterAsStaff } from '@court/site/staff-door'
import type { FormState } from '@court/ui/action-form'
import { redirect } from 'next/navigation'
import { getApi } from '../../../../server/api.ts'
import { formStateOf, textOf } from '../../../../server/form-state.ts'
import { staffDoor } from '../../../../server/staff-door.ts'

export async function choosePassword(_state: FormState, form: FormData): Promise<FormState> {
  const token = textOf(form, 'token')
  const chosen = await settle(
    (await getApi()).accounts.choosePassword({
      token,
      password: textOf(form, 'password'),
      again: textOf(form, 'again'),
    }),
  )
  if (!chosen.ok) return formStateOf(chosen, form, [])
  return redirect(`/staff/join/${encodeURIComponent(token)}/code`)
}

export async function pairAuthenticator(_state: FormState, form: FormData): Promise<FormState> {
  const joined = await settle(
    (await getApi()).accounts.finishInvitation({ token: textOf(form, 'token'), code: textOf(form, 'code') }),
  )
  if (!joined.ok) return formStateOf(joined, form, [])
  return redirect(await enterAsStaff(staffDoor, joined.value, staffDoor.home))
}
