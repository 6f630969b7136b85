'use server'

import { cookies, headers } from 'next/headers'
import { redirect } from 'next/navigation'
import { elderCookie, localeCookie, parseLocale } from './preferences.ts'

export async function chooseLocale(form: FormData): Promise<void> {
  await remember(localeCookie, parseLocale(String(form.get('locale'))))
}

export async function chooseElder(form: FormData): Promise<void> {
  await remember(elderCookie, form.get('elder') === '1' ? '1' : '0')
}

async function remember(name: string, value: string): Promise<void> {
  const [jar, head] = await Promise.all([cookies(), headers()])
  jar.set(name, value, {
    path: '/',
    maxAge: 365 * 24 * 3600,
    sameSite: 'lax',
    httpOnly: true,
    secure: head.get('x-forwarded-proto') === 'https',
  })
  redirect(samePage(head))
}

// Back to the page the form stood on, so that a reload does not post again; never to another site.
function samePage(head: Headers): string {
  const referer = head.get('referer')
  if (!referer || !URL.canParse(referer)) return '/'
  const url = new URL(referer)
  return url.host === head.get('host') ? url.pathname + url.search : '/'
}
