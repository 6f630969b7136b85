import { sealEntries } from '../src/docket/entry.ts'
import type { DraftEntry, Entry, JsonObject } from '../src/docket/entry.ts'
import { instantAt } from '../src/docket/legal-time.ts'

export type Fact = {
  type: string
  on: string
  /** Day of recording, when it is not the day of the fact. */
  recordedOn?: string
  subject?: string
  corrects?: number
  data?: JsonObject
}

export const parties: JsonObject[] = [
  { id: 'p1', role: 'plaintiff', kind: 'person', abroad: false, missing: false },
  { id: 'd1', role: 'defendant', kind: 'person', abroad: false, missing: false },
  { id: 'd2', role: 'defendant', kind: 'person', abroad: false, missing: false },
]

/** A docket of bare facts, in the order in which they were recorded. */
export function docket(facts: readonly Fact[]): Entry[] {
  return sealEntries(facts.map(draftOf), null)
}

function draftOf(fact: Fact): DraftEntry {
  const { type, on, recordedOn, subject, corrects, data } = fact
  return {
    type,
    on,
    at: instantAt(recordedOn ?? on, '12:00', 'Asia/Shanghai'),
    actor: { kind: 'system', id: 'test', roles: [] },
    action: 'test',
    codeHash: 'test',
    ...(subject !== undefined && { subject }),
    ...(corrects !== undefined && { corrects }),
    data: data ?? {},
  }
}

export const noonOf = (day: string): string => instantAt(day, '12:00', 'Asia/Shanghai')
