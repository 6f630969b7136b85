import { getRequestConfig } from 'next-intl/server'
import { readPreferences } from '../preferences/preferences.ts'
import { loadMessages } from './messages.ts'

// The language is a cookie, not a part of the address: one link serves every reader.
export default getRequestConfig(async () => {
  const { locale } = await readPreferences()
  return { locale, messages: await loadMessages(locale), timeZone: 'Asia/Shanghai' }
})
