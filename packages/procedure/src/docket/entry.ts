import { canonicalHash } from '../code/canonical-hash.ts'

export type JsonValue = string | number | boolean | null | JsonValue[] | { [key: string]: JsonValue }
export type JsonObject = { [key: string]: JsonValue }

/** Who did it: role ids of the glossary, never a name. */
export type ActorRef = { kind: 'person' | 'staff' | 'system'; id: string; roles: string[] }

/** One dated fact. Entries are never changed; a mistake is voided by an entry that `corrects` it. */
export type Entry = {
  seq: number
  type: string
  /** Instant at which it was recorded, UTC. */
  at: string
  /** Legal date of the fact in the court's zone, YYYY-MM-DD. */
  on: string
  /** Instant of the fact, where it is known. */
  time?: string
  actor: ActorRef
  action: string
  codeHash: string
  /** Party concerned; clocks of that party read it. */
  subject?: string
  /** seq of the entry that this one voids. */
  corrects?: number
  /** Ids, amounts, dates, choices. Personal data stand here only as salted commitments. */
  data: JsonObject
  previousHash: string
  hash: string
}

export type DraftEntry = Omit<Entry, 'seq' | 'previousHash' | 'hash'>

export type ChainHead = { seq: number; hash: string }

/** The hash before the first entry. */
export const emptyHash = '0'.repeat(64)

/** Numbers drafts and links each to the entry before it. */
export function sealEntries(drafts: readonly DraftEntry[], head: ChainHead | null): Entry[] {
  let last = head ?? { seq: 0, hash: emptyHash }
  return drafts.map((draft) => {
    const unsealed = { ...withoutUndefined(draft), seq: last.seq + 1, previousHash: last.hash }
    const entry = { ...unsealed, hash: canonicalHash(unsealed) }
    last = entry
    return entry
  })
}

export type ChainCheck = { valid: true } | { valid: false; seq: number; reason: string }

/** Was the docket rewritten? Any change, gap, removal or new order of entries is found. `head` also finds a cut-off end. */
export function verifyChain(entries: readonly Entry[], head?: ChainHead): ChainCheck {
  let last: ChainHead = { seq: 0, hash: emptyHash }
  for (const entry of entries) {
    const seq = last.seq + 1
    if (entry.seq !== seq) return { valid: false, seq, reason: `entry ${seq} is missing or out of order` }
    if (entry.previousHash !== last.hash)
      return { valid: false, seq, reason: `entry ${seq} does not follow entry ${last.seq}` }
    const { hash, ...unsealed } = entry
    if (canonicalHash(unsealed) !== hash)
      return { valid: false, seq, reason: `entry ${seq} was changed after it was recorded` }
    last = entry
  }
  if (head !== undefined && (head.seq !== last.seq || head.hash !== last.hash)) {
    return {
      valid: false,
      seq: last.seq + 1,
      reason: `the docket ends at ${last.seq}, it was known to reach ${head.seq}`,
    }
  }
  return { valid: true }
}

function withoutUndefined<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, inner]) => inner !== undefined)) as T
}
