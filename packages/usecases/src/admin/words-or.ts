import type { Words } from '../refusal.ts'

/** Words kept as JSON; the name where they are not words. */
export function wordsOr(json: unknown, name: string): Words {
  const words = (typeof json === 'object' && json !== null ? json : {}) as { zh?: unknown; en?: unknown }
  return {
    zh: typeof words.zh === 'string' ? words.zh : name,
    en: typeof words.en === 'string' ? words.en : name,
  }
}
