'use server'

import { chosenElder, chosenLocale, rememberPreferences } from '@court/site/preferences-form'
import { getApi } from '../server/api.ts'

export async function chooseLocale(form: FormData): Promise<void> {
  await rememberPreferences(chosenLocale(form), (await getApi()).accounts.setPreferences)
}

export async function chooseElder(form: FormData): Promise<void> {
  await rememberPreferences(chosenElder(form), (await getApi()).accounts.setPreferences)
}
