import type { Zone } from '../../calendar/zone.ts'
import type { Part } from '../model.ts'
import type { Reading } from './clock-reading.ts'
import type { Expected } from './sentence.ts'
import type { Days } from './walk.ts'

/** The steps that a proof must hold, one after the other; what is returned is where they lead. */
export type Steps<T> = Generator<Expected, T, undefined>

export type Check = {
  readonly days: Days
  readonly zone: Zone
  /** Walks to the earliest end that can come into question: months as short as they get, last days moved back. */
  readonly isEarliest: boolean
}

export type Reached = Reading & {
  readonly instant: number
  readonly part: Part
  readonly start: number
  readonly isExcluded: (day: number) => boolean
}

/** An event as a part meets it. */
export type Met = { readonly day: number; readonly time?: number; readonly instant?: number; readonly isEnd: boolean }

export const endOfDay = 86_400_000

/** Why courts rest on a day, in both languages. */
export function namesOf(day: number, { calendar }: Days): { nameZh: string; nameEn: string } {
  const { zh: nameZh, en: nameEn } = calendar.nameOf(day)
  return { nameZh, nameEn }
}
