'use server'

import { settle } from '@court/api/errors'
import type { StaffRole } from '@court/usecases/actor'
import { revalidatePath } from 'next/cache'
import { getApi } from '../server/api.ts'
import { formStateOf, textOf } from '../server/form-state.ts'
import { roleName } from './role-names.ts'

export type InviteAnswer =
  | { kind: 'invited'; name: string; token: string | null }
  | { kind: 'refused'; values: Record<string, string>; errors: Record<string, string>; at: number }
  | null

export async function invite(_before: InviteAnswer, form: FormData): Promise<InviteAnswer> {
  const api = await getApi()
  const courtId = textOf(form, 'courtId')
  const invited = await settle(
    api.accounts.inviteStaff({
      courtId,
      login: textOf(form, 'login'),
      name: textOf(form, 'name'),
      title: textOf(form, 'title') || null,
      roles: rolesOf(form),
      unitId: textOf(form, 'unitId') || null,
    }),
  )
  if (invited.ok) {
    revalidatePath(`/courts/${courtId}/staff`)
    return { kind: 'invited', name: textOf(form, 'name'), token: invited.value.token }
  }
  const state = await formStateOf(invited, form, ['login', 'name', 'title', 'unitId'])
  return { kind: 'refused', values: state?.values ?? {}, errors: state?.errors ?? {}, at: Date.now() }
}

function rolesOf(form: FormData): StaffRole[] {
  return form.getAll('roles').flatMap((value) => {
    const role = roleName(String(value))
    return role === 'unknown' ? [] : [role]
  })
}
