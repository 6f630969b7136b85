'use server'

import { settle } from '@court/api/errors'
import type { FormState } from '@court/ui/action-form'
import { redirect } from 'next/navigation'
import { readUnits } from '../../courts/read-units.ts'
import { getApi } from '../../server/api.ts'
import { formStateOf, textOf } from '../../server/form-state.ts'

const contactNames = ['phone', 'addressZh', 'addressEn', 'hoursZh', 'hoursEn'] as const

export async function takeOn(_state: FormState, form: FormData): Promise<FormState> {
  const api = await getApi()
  const code = textOf(form, 'regionCode')
  const taken = await settle(
    api.courts.takeOn({
      key: textOf(form, 'key'),
      parentId: textOf(form, 'parentId'),
      level: textOf(form, 'level') as 'basic',
      zone: textOf(form, 'zone') || 'Asia/Shanghai',
      nameZh: textOf(form, 'nameZh'),
      nameEn: textOf(form, 'nameEn'),
      slug: textOf(form, 'slug'),
      ...(code ? { regionCode: code } : {}),
      code: textOf(form, 'code'),
      codeFrom: textOf(form, 'codeFrom'),
      contact: contactOf(form),
      units: readUnits(textOf(form, 'units')),
    }),
  )
  if (!taken.ok) {
    return atFields(
      await formStateOf(taken, form, [
        ...['parentId', 'level', 'zone', 'nameZh', 'nameEn', 'slug', 'regionCode', 'code', 'codeFrom', 'units'],
        ...contactNames,
      ]),
    )
  }
  const model = textOf(form, 'model')
  return redirect(`/courts/${taken.value.courtId}/codes/assign?new=1${model ? `&model=${model}` : ''}`)
}

export async function changeContact(_state: FormState, form: FormData): Promise<FormState> {
  const api = await getApi()
  const courtId = textOf(form, 'courtId')
  const changed = await settle(api.courts.changeContact({ courtId, contact: contactOf(form) }))
  if (!changed.ok) return atFields(await formStateOf(changed, form, contactNames))
  return redirect(`/courts/${courtId}?done=contact`)
}

export async function giveCode(_state: FormState, form: FormData): Promise<FormState> {
  const api = await getApi()
  const courtId = textOf(form, 'courtId')
  const given = await settle(
    api.courts.giveCode({ courtId, code: textOf(form, 'code'), validFrom: textOf(form, 'validFrom') }),
  )
  if (!given.ok) return formStateOf(given, form, ['code', 'validFrom'])
  return redirect(`/courts/${courtId}?done=code`)
}

export async function addUnit(_state: FormState, form: FormData): Promise<FormState> {
  const api = await getApi()
  const courtId = textOf(form, 'courtId')
  const address = textOf(form, 'address')
  const added = await settle(
    api.courts.addUnit({
      courtId,
      unit: {
        kind: textOf(form, 'kind') === 'tribunal' ? 'tribunal' : 'division',
        nameZh: textOf(form, 'nameZh'),
        nameEn: textOf(form, 'nameEn'),
        ...(address ? { address } : {}),
      },
    }),
  )
  if (!added.ok) return atFields(await formStateOf(added, form, ['kind', 'nameZh', 'nameEn', 'address']))
  return redirect(`/courts/${courtId}?done=unit`)
}

export async function closeUnit(_state: FormState, form: FormData): Promise<FormState> {
  const api = await getApi()
  const courtId = textOf(form, 'courtId')
  const closed = await settle(api.courts.closeUnit({ courtId, unitId: textOf(form, 'unitId') }))
  if (!closed.ok) return formStateOf(closed, form, [])
  return redirect(`/courts/${courtId}?done=unit-closed`)
}

export async function openCourt(_state: FormState, form: FormData): Promise<FormState> {
  const api = await getApi()
  const courtId = textOf(form, 'courtId')
  const opened = await settle(api.courts.open({ courtId }))
  if (!opened.ok) return formStateOf(opened, form, [])
  return redirect(`/courts/${courtId}?done=open`)
}

// A message about contact.phone or units.2.nameEn stands at the field of this form that it came from.
function atFields(state: FormState): FormState {
  if (!state) return state
  const errors = Object.entries(state.errors).map(([path, message]) => {
    const [first = '', ...rest] = path.split('.')
    return [first === 'contact' || first === 'unit' ? (rest.at(-1) ?? first) : first, message] as const
  })
  return { ...state, errors: Object.fromEntries(errors) }
}

// An empty answer is no answer: the public page then leaves the line out.
function contactOf(form: FormData) {
  return Object.fromEntries(contactNames.flatMap((name) => (textOf(form, name) ? [[name, textOf(form, name)]] : [])))
}
