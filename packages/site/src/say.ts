import type { Words } from '@court/usecases/refusal'
import { readPreferences, type Locale } from './preferences.ts'

export type Say = (words: Words) => string

export function sayIn(locale: Locale): Say {
  return (words) => (locale === 'en' ? words.en : words.zh)
}

// Words of the law and of refusals come in both languages; a page says those of its reader.
export async function getSay(): Promise<Say> {
  const { locale } = await readPreferences()
  return sayIn(locale)
}
