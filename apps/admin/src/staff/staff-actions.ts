'use server'

import { settle } from '@court/api/errors'
import type { FormState } from '@court/ui/action-form'
import { redirect } from 'next/navigation'
import { getApi } from '../server/api.ts'
import { formStateOf, textOf, textOfWords } from '../server/form-state.ts'
import { roleName } from './role-names.ts'

export async function changeMember(_state: FormState, form: FormData): Promise<FormState> {
  const api = await getApi()
  const courtId = textOf(form, 'courtId')
  const roles = form.getAll('roles').flatMap((value) => {
    const role = roleName(String(value))
    return role === 'unknown' ? [] : [role]
  })
  const changed = await settle(
    api.staff.change({
      courtId,
      staffId: textOf(form, 'staffId'),
      roles,
      unitId: textOf(form, 'unitId') || null,
      title: textOf(form, 'title') || null,
      weight: Number(textOf(form, 'weight')),
    }),
  )
  if (!changed.ok) return formStateOf(changed, form, ['unitId', 'title', 'weight'])
  return redirect(`/courts/${courtId}/staff?done=changed`)
}

export async function setActive(_state: FormState, form: FormData): Promise<FormState> {
  const api = await getApi()
  const [courtId, isActive] = [textOf(form, 'courtId'), textOf(form, 'active') === '1']
  const set = await settle(api.staff.setActive({ courtId, staffId: textOf(form, 'staffId'), isActive }))
  if (!set.ok) return formStateOf(set, form, [])
  return redirect(`/courts/${courtId}/staff?done=${isActive ? 'back' : 'left'}`)
}

export type Renewed = { token?: string | null; reason?: string } | null

export async function renew(_before: Renewed, form: FormData): Promise<Renewed> {
  const api = await getApi()
  const renewed = await settle(
    api.accounts.renewInvitation({ courtId: textOf(form, 'courtId'), staffId: textOf(form, 'staffId') }),
  )
  if (renewed.ok) return { token: renewed.value.token }
  await formStateOf(renewed, form, []) // leads to the page that settles who is there
  return { reason: await textOfWords(renewed.reason) }
}
