import { getRequestConfig } from 'next-intl/server'
import { loadMessages } from './messages.ts'
import { readPreferences } from './preferences.ts'

// The language is a cookie, not a part of the address: one link serves every reader.
export const requestConfig = getRequestConfig(async () => {
  const { locale } = await readPreferences()
  return { locale, messages: await loadMessages(locale), timeZone: 'Asia/Shanghai' }
})
