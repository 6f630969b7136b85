'use server'

import { cookies, headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { getApi } from '../server/api.ts'
import { preferenceCookies } from './preference-cookies.ts'
import { parseLocale } from './preferences.ts'

export async function chooseLocale(form: FormData): Promise<void> {
  await remember({ locale: parseLocale(String(form.get('locale'))) })
}

export async function chooseElder(form: FormData): Promise<void> {
  await remember({ isElderMode: form.get('elder') === '1' })
}

// In this browser, and in the account of whoever is signed in.
async function remember(chosen: { locale?: 'zh-CN' | 'en'; isElderMode?: boolean }): Promise<void> {
  const [jar, head, api] = await Promise.all([cookies(), headers(), getApi()])
  await preferenceCookies(jar, chosen)
  await api.accounts.setPreferences(chosen)
  redirect(samePage(head))
}

// Back to the page the form stood on, so that a reload does not post again; never to another site.
function samePage(head: Headers): string {
  const referer = head.get('referer')
  if (!referer || !URL.canParse(referer)) return '/'
  const url = new URL(referer)
  return url.host === head.get('host') ? url.pathname + url.search : '/'
}
