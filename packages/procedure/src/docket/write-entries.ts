import { isPlainDate } from '../code/schema/words.ts'
import type { Action, Write } from '../code/schema/actions.ts'
import type { DataType } from '../code/schema/entries.ts'
import type { Place } from '../code/variables.ts'
import { readParty } from './case-state.ts'
import type { Party } from './case-state.ts'
import { isEmpty } from './check-field.ts'
import { partyCommitment } from './commitments.ts'
import type { Allocated, DecideOptions } from './decide.ts'
import type { DraftEntry, JsonObject, JsonValue } from './entry.ts'
import { instantAt } from './legal-time.ts'
import { subjectOf } from './may-act.ts'
import type { ActingSituation } from './may-act.ts'
import { evaluate, holds } from './situation.ts'
import type { AtHand } from './situation.ts'

type Writing = DecideOptions & { rule: Action; situation: ActingSituation }

/** The entries an action writes, in order, not yet sealed. */
export function draftEntries(writing: Writing): DraftEntry[] {
  const { rule, input, situation } = writing
  const subject = subjectOf(rule, input)
  return rule.writes.flatMap((write) => {
    const full = typeof write === 'string' ? sameNamed(write, writing) : write
    return atHands(full, writing, subject).flatMap((atHand) => {
      const place: Place = { form: rule.form, each: full.forEach !== undefined }
      if (full.when !== undefined && !holds(situation, full.when, place, atHand)) return []
      return [draftOf(full, writing, place, atHand)]
    })
  })
}

/** An entry named alone takes the data of the same names from the form. */
function sameNamed(entry: string, { rule, code }: Writing): Write {
  const fields = rule.form === undefined ? {} : (code.forms[rule.form]?.fields ?? {})
  const data = Object.keys(code.entries[entry]?.data ?? {}).filter((id) => fields[id] && !fields[id].personal)
  return { entry, data: Object.fromEntries(data.map((id) => [id, `input.${id}`])), commit: [] }
}

function atHands(write: Write, { rule, input, situation }: Writing, subject: string | undefined): AtHand[] {
  if (write.forEach === undefined) {
    const own =
      write.subject === undefined
        ? subject
        : textOf(evaluate(situation, write.subject, { form: rule.form }, { input, subject }))
    return [{ input, subject: own }]
  }
  const list = evaluate(situation, write.forEach, { form: rule.form }, { input, subject })
  const parties = Array.isArray(list) ? list.flatMap((one) => readParty(one) ?? []) : []
  return parties.map((each) => ({ input, each, subject: each.id }))
}

function draftOf(write: Write, writing: Writing, place: Place, atHand: AtHand): DraftEntry {
  const { code, actor, action, now, rule, input, situation } = writing
  const type = code.entries[write.entry]
  const data: JsonObject = allocatedData(write, writing.allocated)
  for (const [id, expression] of Object.entries(write.data)) {
    const value = evaluate(situation, expression, place, atHand) as JsonValue
    data[id] = type?.data[id] === 'parties' ? partiesData(value, writing) : fitting(value, type?.data[id])
  }
  const committed = write.commit.filter((field) => !isEmpty(input[field]))
  if (committed.length > 0)
    data['commitments'] = Object.fromEntries(committed.map((field) => [field, commitmentFor(field, writing)]))
  const corrects = write.corrects === undefined ? undefined : evaluate(situation, write.corrects, place, atHand)
  const on = write.on === undefined ? datedOn(rule, input) : textOf(evaluate(situation, write.on, place, atHand))
  const time = timeOf(rule, input, on ?? situation.today, writing)
  return {
    type: write.entry,
    at: now,
    on: on ?? situation.today,
    ...(time !== undefined && { time }),
    actor: actor.ref,
    action,
    codeHash: code.hash,
    ...(atHand.subject !== undefined && { subject: atHand.subject }),
    ...(typeof corrects === 'number' && { corrects }),
    data,
  }
}

/** What was not filled in reads as empty in expressions; on the docket it stands as nothing at all. */
function fitting(value: JsonValue, type: DataType | undefined): JsonValue {
  return type === 'date' && !isPlainDate(value) ? null : value
}

function partiesData(value: JsonValue, writing: Writing): JsonValue {
  const parties: Party[] = Array.isArray(value) ? value.flatMap((one) => readParty(one) ?? []) : []
  return parties.map((party) => ({ ...party, commitment: commitmentFor(partyCommitment(party.id), writing) }))
}

function commitmentFor(key: string, { commitments, action }: Writing): string {
  const commitment = commitments?.[key]
  if (commitment === undefined) throw new Error(`${action} commits to ${key}, but no commitment was made for it`)
  return commitment
}

function allocatedData(write: Write, allocated: Allocated | undefined): JsonObject {
  switch (write.allocates) {
    case undefined:
      return {}
    case 'case-number': {
      if (allocated?.caseNumber === undefined) throw new Error(`${write.entry} needs a case number that was allocated`)
      const { text, year, type, division, serial } = allocated.caseNumber
      return { caseNumber: text, year, type, serial, ...(division !== null && { division }) }
    }
    case 'judge-draw':
      if (allocated?.draw === undefined) throw new Error(`${write.entry} needs a draw that was made`)
      return { ...allocated.draw }
  }
}

function datedOn(rule: Action, input: JsonObject): string | undefined {
  return rule.dated === undefined ? undefined : textOf(input[rule.dated])
}

/** A fact that is dated by the form has the time the form says, or none; any other happens now. */
function timeOf(rule: Action, input: JsonObject, on: string, { code, now, situation }: Writing): string | undefined {
  const stated = rule.timed === undefined ? undefined : textOf(input[rule.timed])
  if (stated !== undefined) return instantAt(on, stated, code.zone)
  return rule.dated === undefined && on === situation.today ? now : undefined
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}
