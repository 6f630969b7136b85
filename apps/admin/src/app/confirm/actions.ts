'use server'

import { takeConfirmation } from '@court/site/staff-door'
import type { FormState } from '@court/ui/action-form'
import { staffDoor } from '../../server/staff-door.ts'

export async function confirmIsStaff(_state: FormState, form: FormData): Promise<FormState> {
  return takeConfirmation(staffDoor, form)
}
