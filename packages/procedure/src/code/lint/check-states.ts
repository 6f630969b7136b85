import type { Finding } from '../finding.ts'
import type { ResolvedCode } from '../resolved-code.ts'
import type { Action } from '../schema/actions.ts'
import { findingAt, rulesIn } from './lint-subject.ts'
import type { LintSubject } from './lint-subject.ts'

/** Every state can be reached, every path can end, and actions lead where they say. */
export function checkStates(subject: LintSubject): Finding[] {
  const { code } = subject
  const states = rulesIn(code, 'states')
  if (states.length === 0) return []
  const initial = states.filter(([, state]) => state.initial).map(([id]) => id)
  const findings: Finding[] = []
  if (initial.length !== 1) {
    const id = initial[1] ?? states[0]?.[0] ?? ''
    const message = initial.length === 0 ? 'no state is the initial one' : `${initial.join(' and ')} are both initial`
    findings.push(
      findingAt(
        subject,
        { section: 'states', id },
        { code: 'initial-state', message, fix: 'initial: true on one state' },
      ),
    )
  }
  const moves = movesOf(code)
  const reached = spread(initial, (state) => moves.filter(({ from }) => from === state).map(({ to }) => to))
  const terminal = states.filter(([, state]) => state.terminal).map(([id]) => id)
  const ending = spread(terminal, (state) => moves.filter(({ to }) => to === state).map(({ from }) => from))
  for (const [id] of states) {
    if (!reached.has(id)) {
      const message = `no action leads to the state "${id}"`
      findings.push(
        findingAt(
          subject,
          { section: 'states', id },
          { code: 'unreachable-state', message, fix: 'write an action whose entry enters it, or remove it' },
        ),
      )
    } else if (!ending.has(id)) {
      const message = `from the state "${id}" a case can never end`
      findings.push(
        findingAt(
          subject,
          { section: 'states', id },
          { code: 'endless-path', message, fix: 'write an action that leads out of it' },
        ),
      )
    }
  }
  return [...findings, ...rulesIn(code, 'actions').flatMap(([id, action]) => wrongTo(subject, id, action))]
}

function wrongTo(subject: LintSubject, id: string, action: Action): Finding[] {
  const { code } = subject
  const entered = enteredBy(action, code)
  const declared = action.to
  if (declared === undefined ? entered.length === 0 : entered.includes(declared)) return []
  const message =
    declared === undefined
      ? `its entries lead to "${entered.join('", "')}", but \`to\` does not say so`
      : `\`to\` says "${declared}", but its entries lead to ${entered.length === 0 ? 'no other state' : `"${entered.join('", "')}"`}`
  const fix = entered[0] === undefined ? 'remove `to`' : `to: ${entered[0]}`
  return [findingAt(subject, { section: 'actions', id, inner: ['to'] }, { code: 'wrong-state', message, fix })]
}

type Move = { from: string; to: string }

function movesOf(code: ResolvedCode): Move[] {
  return rulesIn(code, 'actions').flatMap(([, action]) => {
    const from =
      action.from === '*'
        ? rulesIn(code, 'states').flatMap(([id, state]) => (state.terminal || state.initial ? [] : [id]))
        : action.from
    return from.flatMap((state) => enteredBy(action, code).map((to) => ({ from: state, to })))
  })
}

function enteredBy(action: Action, code: ResolvedCode): string[] {
  return action.writes.flatMap((write) => code.entries[typeof write === 'string' ? write : write.entry]?.enters ?? [])
}

function spread(from: readonly string[], step: (state: string) => string[]): Set<string> {
  const seen = new Set(from)
  for (const state of seen) for (const next of step(state)) seen.add(next)
  return seen
}
