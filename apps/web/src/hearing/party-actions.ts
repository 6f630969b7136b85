'use server'

import { settle } from '@court/api/errors'
import type { FormState } from '@court/ui/action-form'
import type { HearingPlace } from '@court/usecases/hearings/hearing-types'
import { getTranslations } from 'next-intl/server'
import { redirect } from 'next/navigation'
import { getApi } from '../server/api.ts'
import { formStateOf, textOf } from '../server/form-state.ts'
import { hearingPath } from './hearing-path.ts'

/** Online or in the courtroom: a party's own choice, for this session alone. Online needs the consent that the page shows. */
export async function saveMode(place: HearingPlace, _state: FormState, form: FormData): Promise<FormState> {
  const mode = textOf(form, 'mode')
  const t = await getTranslations('hearing')
  if (mode !== 'online' && mode !== 'in-court') return mend(form, 'mode', t('modePage.mustChoose'))
  if (mode === 'online' && form.get('agree') !== 'yes') return mend(form, 'agree', t('modePage.mustAgree'))
  const api = await getApi()
  const saved = await settle(
    api.hearings.chooseMode({
      ...place,
      key: textOf(form, 'key'),
      mode,
      why: textOf(form, 'why'),
      ...(mode === 'online' ? { consentVersion: textOf(form, 'consentVersion') } : {}),
    }),
  )
  if (!saved.ok) return formStateOf(saved, form, ['mode', 'why', 'agree'])
  return redirect(`${hearingPath('party', place)}?done=mode`)
}

export async function saveDuties(place: HearingPlace, _state: FormState, form: FormData): Promise<FormState> {
  const t = await getTranslations('hearing')
  if (form.get('read') !== 'yes') return mend(form, 'read', t('dutiesPage.mustRead'))
  const api = await getApi()
  const saved = await settle(api.hearings.confirmDuties({ ...place, version: textOf(form, 'version') }))
  if (!saved.ok) return formStateOf(saved, form, ['read'])
  return redirect(`${hearingPath('party', place)}?done=duties`)
}

const mend = (form: FormData, name: string, message: string): FormState => ({
  values: Object.fromEntries(['mode', 'why', 'agree'].map((kept) => [kept, textOf(form, kept)])),
  errors: { [name]: message },
  at: Date.now(),
})
