'use server'

import { settle } from '@court/api/errors'
import type { FormState } from '@court/ui/action-form'
import type { HearingPlace } from '@court/usecases/hearings/hearing-types'
import { redirect } from 'next/navigation'
import { getApi } from '../../server/api.ts'
import { formStateOf, textOf } from '../../server/form-state.ts'
import { hearingPath } from '../hearing-path.ts'

type CasePlace = { courtSlug: string; caseId: string }

/** Sets a session from its form. What does not go through comes back with everything as it was filled in. */
export async function scheduleHearing(place: CasePlace, _state: FormState, form: FormData): Promise<FormState> {
  const seats = form.getAll('who').map((who) => ({
    who: String(who),
    mode: textOf(form, `mode ${String(who)}`) === 'in-court' ? ('in-court' as const) : ('online' as const),
  }))
  const api = await getApi()
  const done = await settle(
    api.hearings.schedule({
      ...place,
      key: textOf(form, 'key'),
      headSeq: Number(textOf(form, 'headSeq')),
      kind: 'inquiry',
      day: textOf(form, 'day'),
      time: textOf(form, 'time'),
      minutes: Number(textOf(form, 'minutes')),
      roomId: textOf(form, 'roomId') || null,
      seats,
      exclusions: form.getAll('exclusions').map(String),
      exclusionsChecked: form.get('exclusionsChecked') === 'yes',
      note: textOf(form, 'note'),
    }),
  )
  if (done.ok) return redirect(`${hearingPath('court', { ...place, hearingId: done.value.hearingId })}?done=scheduled`)
  const state = await formStateOf(done, form, ['day', 'time', 'minutes', 'roomId', 'note', 'exclusionsChecked'])
  const kept = {
    seats: seats.map(({ who, mode }) => `${who} ${mode}`).join('\n'),
    exclusions: form.getAll('exclusions').map(String).join(' '),
  }
  return state && { ...state, values: { ...state.values, ...kept } }
}

export async function moveHearing(place: HearingPlace, _state: FormState, form: FormData): Promise<FormState> {
  const api = await getApi()
  const done = await settle(
    api.hearings.move({
      ...place,
      key: textOf(form, 'key'),
      headSeq: Number(textOf(form, 'headSeq')),
      day: textOf(form, 'day'),
      time: textOf(form, 'time'),
      why: textOf(form, 'why'),
    }),
  )
  if (!done.ok) return formStateOf(done, form, ['day', 'time', 'why'])
  return redirect(`${hearingPath('court', place)}?done=moved`)
}

export async function cancelHearing(place: HearingPlace, _state: FormState, form: FormData): Promise<FormState> {
  const api = await getApi()
  const done = await settle(
    api.hearings.cancel({
      ...place,
      key: textOf(form, 'key'),
      headSeq: Number(textOf(form, 'headSeq')),
      why: textOf(form, 'why'),
    }),
  )
  if (!done.ok) return formStateOf(done, form, ['why'])
  return redirect(`${hearingPath('court', place)}?done=cancelled`)
}
