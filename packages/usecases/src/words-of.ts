import type { Words } from './refusal.ts'

/** Words as they come back from a JSON column that only we write. */
export function wordsOf(json: unknown): Words {
  const { zh, en } = (typeof json === 'object' && json !== null ? json : {}) as { zh?: unknown; en?: unknown }
  const first = typeof zh === 'string' ? zh : ''
  return { zh: first, en: typeof en === 'string' ? en : first }
}
