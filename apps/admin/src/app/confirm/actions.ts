'use server'

import { settle } from '@court/api/errors'
import { safeReturnPath } from '@court/auth/return-path'
import type { FormState } from '@court/ui/action-form'
import { redirect } from 'next/navigation'
import { getApi } from '../../server/api.ts'
import { formStateOf, textOf } from '../../server/form-state.ts'

export async function confirmIsStaff(_state: FormState, form: FormData): Promise<FormState> {
  const confirmed = await settle((await getApi()).accounts.confirmStaff({ code: textOf(form, 'code') }))
  if (!confirmed.ok) return formStateOf(confirmed, form, [])
  return redirect(safeReturnPath(textOf(form, 'next'), '/'))
}
