import type { Words } from '../refusal.ts'

/** One field of a form, read: a clean value, or which fault it has and what to do about it. */
export type FieldCheck<T> = { ok: true; value: T } | FieldFault

export type FieldFault = { ok: false; fault: string; words: Words }

export const fieldFault = (fault: string, zh: string, en: string): FieldFault => ({
  ok: false,
  fault,
  words: { zh, en },
})

/** What a Chinese keyboard makes of digits and letters: full-width forms become plain, spaces and dashes go. */
export const plainCharacters = (text: string): string =>
  text
    .replace(/[！-～]/g, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0))
    .replace(/[\s\u3000\u200b-\u200f\u2010-\u2015-]/g, '')
    .toUpperCase()
