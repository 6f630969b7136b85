import type { Entry, JsonObject, JsonValue } from './entry.ts'

/** What the docket says of a party: never a name. */
export type Party = {
  id: string
  role: string
  kind: string
  /** No domicile in the country (民诉法 285). */
  abroad: boolean
  /** Whereabouts unknown. */
  missing: boolean
}

/** What the entries of a docket fold to. */
export type CaseState = {
  state: string
  /** Legal date on which the state was entered, and the instant at which that was recorded; null for a case without entries. */
  stateSince: string | null
  stateRecordedAt: string | null
  /** seq of the entry that entered the state. */
  enteredBy: number | null
  isTerminal: boolean
  /** Roles that have the case now. */
  holder: string[]
  /** Legal date of the first entry. */
  filedOn: string | null
  facts: Record<string, JsonValue>
  parties: Party[]
  caseNumber: string | null
  judge: string | null
  /** Effective entries in legal order: by date of the fact, then by seq. */
  entries: Entry[]
  byType: Record<string, Entry[]>
  /** seq of entries that a later entry voided → seq of that entry. */
  voided: Record<number, number>
}

/** Entry types on the docket, for the whole case or for one party. */
export function happenedTo(state: CaseState, subject?: string): string[] {
  const entries = subject === undefined ? state.entries : state.entries.filter((entry) => entry.subject === subject)
  return [...new Set(entries.map((entry) => entry.type))]
}

export function partyOf(state: CaseState, id: string | undefined): Party | undefined {
  return id === undefined ? undefined : state.parties.find((party) => party.id === id)
}

/** Reads a party from JSON; what is unknown is empty. */
export function readParty(value: unknown): Party | undefined {
  if (typeof value !== 'object' || value === null) return undefined
  const record = value as JsonObject
  const { id, role, kind, abroad, missing } = record
  if (typeof id !== 'string' || typeof role !== 'string') return undefined
  return { id, role, kind: typeof kind === 'string' ? kind : '', abroad: abroad === true, missing: missing === true }
}
