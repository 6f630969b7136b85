'use server'

import { settle } from '@court/api/errors'
import type { FormState } from '@court/ui/action-form'
import { redirect } from 'next/navigation'
import { getApi } from '../../../../server/api.ts'
import { formStateOf, textOf } from '../../../../server/form-state.ts'

export async function rename(_state: FormState, form: FormData): Promise<FormState> {
  const courtId = textOf(form, 'courtId')
  const renamed = await settle(
    (await getApi()).courts.rename({ courtId, nameZh: textOf(form, 'nameZh'), nameEn: textOf(form, 'nameEn') }),
  )
  if (!renamed.ok) return formStateOf(renamed, form, ['nameZh', 'nameEn'])
  return redirect(`/courts/${courtId}?done=name#names`)
}
