import type { ResolvedCode } from '../code/resolved-code.ts'
import type { Reference } from '../code/schema/reference.ts'
import type { Words } from '../code/schema/words.ts'
import type { Acting } from './acting.ts'
import type { Entry } from './entry.ts'
import type { EngineRefusal } from './refusal.ts'

/** What can be done now. With an actor: by that actor; without: by whom. */
export type NextStep = {
  action: string
  title: Words
  by: string[]
  /** Clock that this step would clear. */
  clockKey?: string
  due?: string
  references: Reference[]
  /** What is known before the form is filled in; `decide` has the last word. */
  allowed: true | EngineRefusal
  form?: string
  danger?: boolean
  confirm?: Words
  page?: string
  order: number
}

export function nextSteps(
  entries: readonly Entry[],
  code: ResolvedCode,
  actor: Acting | null,
  now: string,
): NextStep[] {
  throw new Error(`not yet: ${entries.length} ${code.hash} ${actor?.ref.id ?? ''} ${now}`)
}

export type WhatNext = {
  what: Words
  /** Role; `court`, `parties` or a role of the glossary. */
  by: string
  due?: string
  dueAt?: string
  clockKey?: string
  isOverdue: boolean
  reference: Reference[]
}

/** One sentence for the head of the case page: what happens next, by whom, by when, under which article. Null at the end. */
export function whatHappensNext(entries: readonly Entry[], code: ResolvedCode, now: string): WhatNext | null {
  throw new Error(`not yet: ${entries.length} ${code.hash} ${now}`)
}
