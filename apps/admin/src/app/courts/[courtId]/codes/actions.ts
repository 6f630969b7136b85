'use server'

import { settle } from '@court/api/errors'
import type { FormState } from '@court/ui/action-form'
import { redirect } from 'next/navigation'
import { getApi } from '../../../../server/api.ts'
import { formStateOf, textOf } from '../../../../server/form-state.ts'

export async function assign(_state: FormState, form: FormData): Promise<FormState> {
  const api = await getApi()
  const courtId = textOf(form, 'courtId')
  const packIds = form.getAll('pack').map(String)
  const assigned = await settle(api.codes.assign({ courtId, packIds, from: textOf(form, 'from') }))
  if (!assigned.ok) return formStateOf(assigned, form, [])
  return redirect(`/courts/${courtId}?done=assigned`)
}
