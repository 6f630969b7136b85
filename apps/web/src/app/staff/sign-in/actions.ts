'use server'

import { takePassword, takePost, takeTotp } from '@court/site/staff-door'
import type { FormState } from '@court/ui/action-form'
import { staffDoor } from '../../../server/staff-door.ts'

export async function enterPassword(_state: FormState, form: FormData): Promise<FormState> {
  return takePassword(staffDoor, form)
}

export async function enterTotp(_state: FormState, form: FormData): Promise<FormState> {
  return takeTotp(staffDoor, form)
}

export async function enterPost(_state: FormState, form: FormData): Promise<FormState> {
  return takePost(staffDoor, form)
}
