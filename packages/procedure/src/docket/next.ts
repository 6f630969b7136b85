import type { ResolvedCode } from '../code/resolved-code.ts'
import type { Action } from '../code/schema/actions.ts'
import { triggersOf } from '../code/schema/periods.ts'
import { referencesOf } from '../code/schema/reference.ts'
import type { Reference } from '../code/schema/reference.ts'
import type { Words } from '../code/schema/words.ts'
import { hasRole } from './acting.ts'
import type { Acting } from './acting.ts'
import type { CaseState } from './case-state.ts'
import { clocksOf } from './clocks.ts'
import type { ClockView } from './clocks.ts'
import type { Entry } from './entry.ts'
import { fold } from './fold.ts'
import { localDate } from './legal-time.ts'
import { propose } from './propose.ts'
import { earlyRefusal, isPossibleIn } from './may-act.ts'
import type { EngineRefusal } from './refusal.ts'
import { tasksOf } from './tasks.ts'

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

/** The actions of the present state, in the order of their buttons. */
export function nextSteps(
  entries: readonly Entry[],
  code: ResolvedCode,
  actor: Acting | null,
  now: string,
): NextStep[] {
  const state = fold(entries, code)
  const clocks = clocksOf(entries, code, now)
  const today = localDate(now, code.zone)
  return Object.entries(code.actions)
    .filter(([, action]) => isPossibleIn(action, { state, code, today }))
    .filter(([, action]) => actor === null || hasRole(action.by, actor, state, code))
    .map(([id, action]) => {
      const acting = actor ?? someone(action)
      const refused = earlyRefusal(id, action, { state, code, today, clocks, actor: acting, propose })
      return stepOf(id, action, { code, clocks, refused })
    })
    .sort((a, b) => a.order - b.order || compare(a.action, b.action))
}

function stepOf(
  id: string,
  action: Action,
  { code, clocks, refused }: { code: ResolvedCode; clocks: readonly ClockView[]; refused: EngineRefusal | undefined },
): NextStep {
  const clock = clockClearedBy(action, code, clocks)
  return {
    action: id,
    title: action.title,
    by: action.by,
    ...(clock && { clockKey: clock.key, due: clock.due }),
    references: referencesOf(action.reference),
    allowed: refused ?? true,
    ...(action.form !== undefined && { form: action.form }),
    ...(action.danger && { danger: true }),
    ...(action.confirm && { confirm: action.confirm }),
    ...(action.page !== undefined && { page: action.page }),
    order: action.order,
  }
}

/** Of the clocks that the entries of an action clear, the one that is due first. */
function clockClearedBy(action: Action, code: ResolvedCode, clocks: readonly ClockView[]): ClockView | undefined {
  const written = new Set(action.writes.map((write) => (typeof write === 'string' ? write : write.entry)))
  return clocks.find(
    (clock) =>
      (clock.status === 'running' || clock.status === 'expired') &&
      triggersOf(code.periods[clock.periodId]?.clears).some((trigger) => written.has(trigger.on)),
  )
}

/** For the question "by whom": somebody who has every role of the action and whose identity is sure enough. */
function someone(action: Action): Acting {
  return { ref: { kind: 'system', id: '', roles: action.by }, identityLevel: action.identityLevel ?? 3 }
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
  const state = fold(entries, code)
  const clocks = clocksOf(entries, code, now)
  const owed = [...tasksOwed(state, code, clocks, now), ...clocksOwed(state, code, clocks)]
  const first = owed.sort((a, b) => compare(a.dueAt ?? '9999', b.dueAt ?? '9999'))[0]
  if (first !== undefined) return first
  if (state.isTerminal) return null
  return firstStep(entries, code, state, now)
}

function tasksOwed(state: CaseState, code: ResolvedCode, clocks: readonly ClockView[], now: string): WhatNext[] {
  return tasksOf(state, code, clocks, now)
    .filter((task) => task.dueAt !== undefined)
    .map((task) => {
      const clock = clocks.find((one) => one.key === task.clockKey)
      const action = task.action === undefined ? undefined : code.actions[task.action]
      return {
        what: task.title,
        by: task.to,
        ...(task.due !== undefined && { due: task.due }),
        ...(task.dueAt !== undefined && { dueAt: task.dueAt }),
        ...(task.clockKey !== undefined && { clockKey: task.clockKey }),
        isOverdue: task.isOverdue,
        reference: clock?.references ?? referencesOf(action?.reference),
      }
    })
}

/** A running clock says what is owed even where no task was made of it. */
function clocksOwed(state: CaseState, code: ResolvedCode, clocks: readonly ClockView[]): WhatNext[] {
  return clocks
    .filter((clock) => clock.status === 'running')
    .map((clock) => ({
      what: clock.title,
      by: clock.whose === 'court' ? courtRole(clock, code, state) : clock.whose,
      due: clock.due,
      dueAt: clock.dueAt,
      clockKey: clock.key,
      isOverdue: false,
      reference: clock.references,
    }))
}

function courtRole(clock: ClockView, code: ResolvedCode, state: CaseState): string {
  const clears = new Set(triggersOf(code.periods[clock.periodId]?.clears).map((trigger) => trigger.on))
  const doing = Object.values(code.actions).find((action) =>
    action.writes.some((write) => clears.has(typeof write === 'string' ? write : write.entry)),
  )
  return doing?.by.find((role) => state.holder.includes(role)) ?? doing?.by[0] ?? state.holder[0] ?? 'court'
}

function firstStep(entries: readonly Entry[], code: ResolvedCode, state: CaseState, now: string): WhatNext | null {
  const steps = nextSteps(entries, code, null, now).filter((step) => step.allowed === true)
  const step = steps.find(({ by }) => by.some((role) => state.holder.includes(role))) ?? steps[0]
  if (step === undefined) return null
  const by = step.by.find((role) => state.holder.includes(role)) ?? step.by[0] ?? 'court'
  return { what: step.title, by, isOverdue: false, reference: step.references }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
