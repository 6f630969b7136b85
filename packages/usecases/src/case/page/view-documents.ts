import type { Action } from '@court/procedure/code/schema/actions'
import { clocksOf } from '@court/procedure/docket/clocks'
import type { Entry, JsonObject } from '@court/procedure/docket/entry'
import { fold } from '@court/procedure/docket/fold'
import { documentsDue, type DocumentDue } from '@court/procedure/docket/told'
import { fillWords, withoutLink } from '../../notices/fill-words.ts'
import type { OpenCase } from '../open-case.ts'
import type { DocumentView } from './case-page-types.ts'
import { same } from './role-view.ts'

type Names = {
  party: (partyId: string | undefined | null) => string | null
  staff: ReadonlyMap<string, string>
}

/**
 * The papers that the court's acts in this docket called for, as the code words them, with the dates that held when the act was
 * recorded. A party reads those addressed to it; what belongs to the internal volume is for staff.
 */
export function documentViews(open: OpenCase, names: Names): DocumentView[] {
  const { acting, visible } = open
  const readable = new Set(visible.map(({ seq }) => seq))
  return actsOf(open.entries).flatMap((written) => {
    const last = written.at(-1)
    if (!last || !readable.has(last.seq)) return []
    return documentsOf(open, written)
      .filter(({ volume, partyIds }) => {
        if (acting.ref.kind !== 'person') return true
        return volume === 'main' && acting.partyId !== undefined && partyIds.includes(acting.partyId)
      })
      .map((due) => documentView(open, names, { due, last }))
  })
}

/** Entries that one act wrote stand together and were recorded at one instant. */
function actsOf(entries: readonly Entry[]): Entry[][] {
  const acts: Entry[][] = []
  for (const entry of entries) {
    const act = acts.at(-1)
    const before = act?.at(-1)
    if (act && before?.at === entry.at && before.action === entry.action) act.push(entry)
    else acts.push([entry])
  }
  return acts
}

function documentsOf({ code, entries, state }: OpenCase, written: readonly Entry[]): DocumentDue[] {
  const [first] = written
  const action = code.actions[first?.action ?? '']
  const isVoided = written.every(({ seq }) => state.voided[seq] !== undefined)
  if (!first || !action || action.documents.length === 0 || isVoided) return []
  const known = entries.slice(0, entries.findIndex(({ seq }) => seq === written.at(-1)?.seq) + 1)
  const clocks = clocksOf(known, code, first.at)
  const situation = { code, state: fold(known, code), today: first.on, clocks }
  return documentsDue({ action, written, situation, input: inputBehind(action, written) })
}

/** What of the form stands in the entries: `data: { days: input.days }` read backwards. */
function inputBehind(action: Action, written: readonly Entry[]): JsonObject {
  const input: JsonObject = {}
  for (const entry of written) {
    if (action.subject !== undefined && entry.subject !== undefined) input[action.subject] = entry.subject
    const write = action.writes.find((one) => (typeof one === 'string' ? one : one.entry) === entry.type)
    if (write === undefined) continue
    for (const [datum, value] of Object.entries(entry.data)) {
      const expression = typeof write === 'string' ? `input.${datum}` : (write.data[datum] ?? '')
      const field = /^input\.([A-Za-z0-9]+)$/.exec(expression.trim())?.[1]
      if (field !== undefined) input[field] = value
    }
  }
  return input
}

function documentView(
  open: OpenCase,
  { party, staff }: Names,
  { due, last }: { due: DocumentDue; last: Entry },
): DocumentView {
  const { code, court, row, state } = open
  const to = due.partyIds.flatMap((partyId) => {
    const name = party(partyId)
    return name === null ? [] : [{ partyId, name }]
  })
  const judge = state.judge === null ? undefined : staff.get(state.judge)
  const values = {
    court: court.name,
    cause: same(row.causeTitle ?? row.title),
    party: same(to.map(({ name }) => name).join('、')),
    ...(judge !== undefined && { judge: same(judge) }),
    ...due.values,
  }
  return {
    key: `${last.seq}:${due.document}`,
    document: due.document,
    title: due.title,
    body: fillWords(withoutLink(code.documents[due.document]?.body ?? due.title), values),
    on: last.on,
    entrySeq: last.seq,
    to,
    hasSeal: due.hasSeal,
  }
}
