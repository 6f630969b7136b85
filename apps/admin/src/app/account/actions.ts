'use server'

import { settle } from '@court/api/errors'
import { clearSessionCookie } from '@court/site/session-cookie'
import { redirect } from 'next/navigation'
import { getApi } from '../../server/api.ts'
import { textOf } from '../../server/form-state.ts'
import { services } from '../../server/services.ts'

export async function signOut(): Promise<void> {
  await (await getApi()).accounts.signOut()
  await clearSessionCookie(services().cookies)
  redirect('/sign-in?why=signed-out')
}

export async function endOneSession(form: FormData): Promise<void> {
  await settle((await getApi()).accounts.endSession({ sessionId: textOf(form, 'session') }))
  redirect('/account?done=ended#sessions')
}

export async function endAllOthers(): Promise<void> {
  await settle((await getApi()).accounts.endOtherSessions())
  redirect('/account?done=ended#sessions')
}
