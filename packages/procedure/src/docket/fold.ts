import type { FactRule } from '../code/schema/entries.ts'
import type { ResolvedCode } from '../code/resolved-code.ts'
import { readParty } from './case-state.ts'
import type { CaseState, Party } from './case-state.ts'
import type { Entry, JsonValue } from './entry.ts'
import { inLegalOrder } from './legal-time.ts'

/**
 * What the docket says. Entries may arrive in any order: they are read in the order in which the facts happened in law,
 * and an entry that was voided by a later one counts as if it had never been there.
 */
export function fold(entries: readonly Entry[], code: ResolvedCode): CaseState {
  const voided = voidedBy(entries)
  const effective = inLegalOrder(
    entries.filter((entry) => voided[entry.seq] === undefined),
    code.zone,
  )
  const byType: Record<string, Entry[]> = {}
  for (const entry of effective) (byType[entry.type] ??= []).push(entry)
  const entering = effective.findLast((entry) => code.entries[entry.type]?.enters !== undefined)
  const state = code.entries[entering?.type ?? '']?.enters ?? initialState(code)
  const rule = code.states[state]
  return {
    state,
    stateSince: entering?.on ?? null,
    stateRecordedAt: entering?.at ?? null,
    enteredBy: entering?.seq ?? null,
    isTerminal: rule?.terminal === true,
    holder: rule?.holder ?? [],
    filedOn: effective[0]?.on ?? null,
    facts: factsOf(effective, code),
    parties: partiesOf(effective, code),
    caseNumber: textOf(byType['case-numbered']?.at(-1)?.data['caseNumber']),
    judge: textOf(byType['judge-drawn']?.at(-1)?.data['judge']),
    entries: effective,
    byType,
    voided,
  }
}

export function initialState(code: ResolvedCode): string {
  return Object.entries(code.states).find(([, state]) => state.initial)?.[0] ?? 'draft'
}

/** A correction that is itself voided voids nothing; so the latest corrections are read first. */
function voidedBy(entries: readonly Entry[]): Record<number, number> {
  const voided: Record<number, number> = {}
  for (const entry of [...entries].sort((a, b) => b.seq - a.seq)) {
    if (entry.corrects !== undefined && entry.corrects < entry.seq && voided[entry.seq] === undefined) {
      voided[entry.corrects] ??= entry.seq
    }
  }
  return voided
}

function emptyFact(type: FactRule['type']): JsonValue {
  if (type.startsWith('list')) return []
  if (type === 'bool') return false
  return type === 'int' || type === 'double' ? 0 : ''
}

/** The entry with the latest legal date says what a fact is. */
function factsOf(effective: readonly Entry[], code: ResolvedCode): Record<string, JsonValue> {
  const facts: Record<string, JsonValue> = {}
  for (const [id, rule] of Object.entries(code.facts)) {
    facts[id] = rule.initial ?? emptyFact(rule.type)
    for (const entry of effective) {
      const datum = rule.from[entry.type]
      const value = datum === undefined ? undefined : entry.data[datum]
      if (value !== undefined && value !== null) facts[id] = value
    }
  }
  return facts
}

function partiesOf(effective: readonly Entry[], code: ResolvedCode): Party[] {
  const parties = new Map<string, Party>()
  for (const entry of effective) joinOrLeave(parties, entry, code)
  return [...parties.values()]
}

/** What an entry does to the parties of a case: some join, one leaves. */
export function joinOrLeave(parties: Map<string, Party>, entry: Entry, code: ResolvedCode): void {
  const type = code.entries[entry.type]
  const added = type?.addsParties === undefined ? undefined : entry.data[type.addsParties]
  for (const value of Array.isArray(added) ? added : [added]) {
    const party = readParty(value)
    if (party !== undefined) parties.set(party.id, party)
  }
  if (type?.removesParty && entry.subject !== undefined) parties.delete(entry.subject)
}

function textOf(value: JsonValue | undefined): string | null {
  return typeof value === 'string' ? value : null
}
