import { paramsOn } from '../code/resolved-code.ts'
import type { ResolvedCode } from '../code/resolved-code.ts'
import { environmentFor } from '../code/variables.ts'
import type { Place } from '../code/variables.ts'
import type { Acting } from './acting.ts'
import { happenedTo, partyOf } from './case-state.ts'
import type { CaseState } from './case-state.ts'

/** What expressions of a code may look at, apart from the form and the entry at hand. */
export type Situation = {
  code: ResolvedCode
  state: CaseState
  /** The day whose parameters count, YYYY-MM-DD. */
  today: string
  actor?: Acting | undefined
  clocks?: readonly { key: string; periodId: string; status: string }[] | undefined
  /** Procedure and fee that the rules propose; computed only where an expression asks. */
  propose?: ((situation: Situation) => { procedure: string; feeFen: number }) | undefined
}

/** What stands beside the expression. `subject` and `each` are ids of parties or parties themselves. */
export type AtHand = {
  input?: unknown
  item?: unknown
  entry?: unknown
  each?: unknown
  subject?: string | undefined
}

export function evaluate(situation: Situation, expression: string, place: Place, atHand: AtHand = {}): unknown {
  const { code, state } = situation
  const environment = environmentFor(code, place)
  return environment.evaluate(expression, {
    facts: state.facts,
    params: paramsFor(code, situation.today),
    parties: state.parties,
    subject: subjectOf(state, atHand.subject),
    actor: actorOf(situation.actor, state),
    court: { code: code.court, level: code.level },
    today: situation.today,
    happened: Object.keys(state.byType),
    running: clockIds(situation, 'running'),
    expired: clockIds(situation, 'expired'),
    electronic: Object.assign({}, ...Object.values(code.service).map((rule) => rule.electronic)),
    electronicRequires: [...new Set(Object.values(code.service).flatMap((rule) => rule.requires))],
    get proposed() {
      return situation.propose?.(situation)
    },
    consents: Object.fromEntries(Object.entries(code.consents).map(([id, consent]) => [id, consent.version])),
    input: atHand.input,
    item: atHand.item,
    entry: atHand.entry,
    each: atHand.each,
  })
}

export function holds(situation: Situation, expression: string, place: Place, atHand?: AtHand): boolean {
  return evaluate(situation, expression, place, atHand) === true
}

const params = new WeakMap<ResolvedCode, Map<string, Record<string, unknown>>>()

function paramsFor(code: ResolvedCode, on: string): Record<string, unknown> {
  let known = params.get(code)
  if (known === undefined) params.set(code, (known = new Map()))
  let values = known.get(on)
  if (values === undefined) known.set(on, (values = paramsOn(code, on)))
  return values
}

function subjectOf(state: CaseState, id: string | undefined): unknown {
  if (id === undefined) return undefined
  return { ...(partyOf(state, id) ?? { id }), happened: happenedTo(state, id) }
}

function actorOf(actor: Acting | undefined, state: CaseState): unknown {
  if (actor === undefined) return undefined
  const { ref, identityLevel, partyId } = actor
  const happened = partyId === undefined ? [] : happenedTo(state, partyId)
  return { id: ref.id, kind: ref.kind, roles: ref.roles, identityLevel, partyId, happened }
}

function clockIds({ clocks = [] }: Situation, status: string): string[] {
  return [...new Set(clocks.flatMap((clock) => (clock.status === status ? [clock.periodId, clock.key] : [])))]
}
