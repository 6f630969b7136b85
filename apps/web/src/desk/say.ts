import type { Words } from '@court/procedure/code/schema/words'

// The words of a code in the reader's language.
export function say(words: Words, locale: string): string {
  return locale.startsWith('zh') ? words.zh : words.en
}
