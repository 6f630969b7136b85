import { cookies } from 'next/headers'

export const locales = ['zh-CN', 'en'] as const
export type Locale = (typeof locales)[number]

export const localeCookie = 'locale'
export const elderCookie = 'elder'

export function parseLocale(value: string | undefined): Locale {
  return locales.find((locale) => locale === value) ?? 'zh-CN'
}

export async function readPreferences(): Promise<{ locale: Locale; isElder: boolean }> {
  const jar = await cookies()
  return { locale: parseLocale(jar.get(localeCookie)?.value), isElder: jar.get(elderCookie)?.value === '1' }
}
