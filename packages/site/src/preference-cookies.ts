import { headers, type cookies } from 'next/headers'
import { elderCookie, localeCookie, parseLocale } from './preferences.ts'

type Preferences = { locale: string; isElderMode: boolean }

/** How this browser shows pages, from now for a year. */
export async function preferenceCookies(
  jar: Awaited<ReturnType<typeof cookies>>,
  { locale, isElderMode }: Partial<Preferences>,
): Promise<void> {
  const options = {
    path: '/',
    maxAge: 365 * 24 * 3600,
    sameSite: 'lax',
    httpOnly: true,
    secure: (await headers()).get('x-forwarded-proto') === 'https',
  } as const
  if (locale !== undefined) jar.set(localeCookie, parseLocale(locale), options)
  if (isElderMode !== undefined) jar.set(elderCookie, isElderMode ? '1' : '0', options)
}
