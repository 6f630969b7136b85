import type { ResolvedCode } from '../code/resolved-code.ts'
import type { Action, Tell } from '../code/schema/actions.ts'
import type { Period } from '../code/schema/periods.ts'
import type { Words } from '../code/schema/words.ts'
import type { Party } from './case-state.ts'
import type { ClockView } from './clocks.ts'
import type { Entry, JsonObject } from './entry.ts'
import { dateWords } from './legal-time.ts'
import { subjectOf } from './may-act.ts'
import { holds } from './situation.ts'
import type { Situation } from './situation.ts'

/** A party (and whoever acts for it), or staff in a role: the judge in charge, the clerks of the case. */
export type Recipient = { kind: 'party'; partyId: string; role: string } | { kind: 'staff'; role: string }

/** One notice that someone is due. The use case adds what the engine does not know: names, links. */
export type ToldDue = {
  notice: string
  to: Recipient
  channels: ('app' | 'mail' | 'sms')[]
  /** What the engine can say of the placeholders: due, date, title, amount, reasons, case, days. */
  values: Partial<Record<string, Words>>
}

/** One document the court owes, to the parties named. */
export type DocumentDue = {
  document: string
  title: Words
  to: string
  partyIds: string[]
  hasSeal: boolean
  volume: 'main' | 'internal'
  values: Partial<Record<string, Words>>
}

type Due = {
  action: Action
  written: readonly Entry[]
  situation: Situation & { clocks: readonly ClockView[] }
  input: JsonObject
}

export function tellsDue(due: Due): ToldDue[] {
  const { action, situation, input } = due
  const subject = concernedBy(due)
  return action.tells
    .filter((tell) => tell.when === undefined || holds(situation, tell.when, { form: action.form }, { input, subject }))
    .flatMap((tell) =>
      recipientsOf(tell.who, subject, situation).map((to) => ({
        notice: tell.notice,
        to,
        channels: channelsOf(tell, situation.code),
        values: { ...valuesOf(due), ...dueValue(tell.due, to, situation.clocks) },
      })),
    )
}

export function documentsDue(due: Due): DocumentDue[] {
  const { action, situation, input } = due
  const subject = concernedBy(due)
  return action.documents
    .filter((one) => one.when === undefined || holds(situation, one.when, { form: action.form }, { input, subject }))
    .flatMap((one) => {
      const rule = situation.code.documents[one.document]
      if (rule === undefined) return []
      const to = one.to ?? 'parties'
      const recipients = recipientsOf(to, subject, situation)
      const partyIds = recipients.flatMap((recipient) => (recipient.kind === 'party' ? [recipient.partyId] : []))
      return [
        {
          document: one.document,
          title: rule.title,
          to,
          partyIds,
          hasSeal: rule.seal,
          volume: rule.volume,
          values: { ...valuesOf(due), ...dueValue(one.due, recipients[0], situation.clocks) },
        },
      ]
    })
}

/** Whom `who` of a pack means: a role, `subject`, `parties`, or `others`. */
export function recipientsOf(
  who: string,
  subject: string | undefined,
  { state, code }: Pick<Situation, 'state' | 'code'>,
): Recipient[] {
  const toParty = (party: Party): Recipient => ({ kind: 'party', partyId: party.id, role: party.role })
  if (who === 'parties') return state.parties.map(toParty)
  if (who === 'subject') return state.parties.filter((party) => party.id === subject).map(toParty)
  if (who === 'others') return state.parties.filter((party) => party.id !== subject).map(toParty)
  if (code.roles[who]?.side === 'party') return state.parties.filter((party) => party.role === who).map(toParty)
  return [{ kind: 'staff', role: who }]
}

/** The reminders of a clock that are due by an instant and were not yet at the one before. */
export function remindersDue(
  clock: ClockView,
  situation: Pick<Situation, 'state' | 'code'>,
  between: { after: string; upTo: string },
): ToldDue[] {
  if (clock.status !== 'running') return []
  return clock.reminders
    .filter(({ at }) => Date.parse(at) > Date.parse(between.after) && Date.parse(at) <= Date.parse(between.upTo))
    .flatMap(({ who, notice, on }) =>
      recipientsOf(who, clock.subject, situation).map((to) => ({
        notice,
        to,
        channels: situation.code.notices[notice]?.channels ?? ['app'],
        values: { ...clockValues(clock), ...caseValue(situation), days: daysWords(on, clock.due) },
      })),
    )
}

/** Who is told when a clock has run out. */
export function expiryTells(clock: ClockView, situation: Pick<Situation, 'state' | 'code'>): ToldDue[] {
  const period: Period | undefined = situation.code.periods[clock.periodId]
  return (period?.onExpiry?.tells ?? []).flatMap((tell) =>
    recipientsOf(tell.who, clock.subject, situation).map((to) => ({
      notice: tell.notice,
      to,
      channels: channelsOf(tell, situation.code),
      values: { ...clockValues(clock), ...caseValue(situation) },
    })),
  )
}

function concernedBy({ action, written, input }: Due): string | undefined {
  return subjectOf(action, input) ?? written.find((entry) => entry.subject !== undefined)?.subject
}

function channelsOf(tell: Tell, code: ResolvedCode): ToldDue['channels'] {
  return tell.channels ?? code.notices[tell.notice]?.channels ?? ['app']
}

function valuesOf({ action, written, situation, input }: Due): ToldDue['values'] {
  const values: ToldDue['values'] = { title: action.title, ...caseValue(situation) }
  const [first] = written
  if (first !== undefined) values['date'] = dateWords(first.on)
  const when = whenOf(written)
  if (when !== undefined) values['when'] = when
  const feeFen = written
    .map((entry) => entry.data['feeFen'] ?? entry.data['paidFen'])
    .find((fen) => typeof fen === 'number')
  const amount = feeFen ?? situation.state.facts['feeFen']
  if (typeof amount === 'number' && amount > 0) values['amount'] = sameWords((amount / 100).toFixed(2))
  const reasons = reasonsOf(input, situation.code)
  if (reasons !== undefined) values['reasons'] = reasons
  return values
}

/** Day and time of a hearing that an entry sets, moves or cancels, on the wall of the court. */
function whenOf(written: readonly Entry[]): Words | undefined {
  const set = written.find(({ data }) => typeof data['day'] === 'string' && typeof data['time'] === 'string')
  if (set === undefined) return undefined
  const day = dateWords(String(set.data['day']))
  return { zh: `${day.zh}${String(set.data['time'])}`, en: `${day.en}, ${String(set.data['time'])}` }
}

/** The sentences of the coded reasons, and how to put each right. */
function reasonsOf(input: JsonObject, code: ResolvedCode): Words | undefined {
  const ids = Object.values(input).flatMap((value) =>
    Array.isArray(value) && value.every((one) => typeof one === 'string') ? value : [],
  )
  const reasons = ids.flatMap((id) => code.reasons[id] ?? [])
  if (reasons.length === 0) return undefined
  return {
    zh: reasons.map((reason) => reason.text.zh + (reason.mend?.zh ?? '')).join(''),
    en: reasons.map((reason) => [reason.text.en, reason.mend?.en].filter(Boolean).join(' ')).join(' '),
  }
}

function dueValue(
  periodId: string | undefined,
  to: Recipient | undefined,
  clocks: readonly ClockView[],
): ToldDue['values'] {
  if (periodId === undefined) return {}
  const ofPeriod = clocks.filter((clock) => clock.periodId === periodId && clock.status !== 'cleared')
  const own = to?.kind === 'party' ? ofPeriod.find((clock) => clock.subject === to.partyId) : undefined
  const clock = own ?? ofPeriod[0]
  return clock === undefined ? {} : { due: dateWords(clock.due) }
}

function clockValues(clock: ClockView): ToldDue['values'] {
  return { title: clock.title, due: dateWords(clock.due), date: dateWords(clock.startedOn) }
}

function caseValue({ state }: Pick<Situation, 'state'>): ToldDue['values'] {
  return state.caseNumber === null ? {} : { case: sameWords(state.caseNumber) }
}

function daysWords(from: string, to: string): Words {
  return sameWords(String(Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)))
}

function sameWords(text: string): Words {
  return { zh: text, en: text }
}
