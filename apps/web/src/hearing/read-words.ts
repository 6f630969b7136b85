import { readPreferences } from '@court/site/preferences'
import { getMessages } from 'next-intl/server'
import type { HearingWords } from './hearing-words.ts'

/** For the islands of a hearing page: all its words in the reader's language, and which language that is. */
export async function readHearingWords(): Promise<{ words: HearingWords; locale: string }> {
  const [messages, { locale }] = await Promise.all([getMessages(), readPreferences()])
  return { words: messages['hearing'] as unknown as HearingWords, locale }
}
