import type { ResolvedCode } from '@court/procedure/code/resolved-code'
import type { Action } from '@court/procedure/code/schema/actions'
import type { Field, Reason } from '@court/procedure/code/schema/forms'
import { referencesOf } from '@court/procedure/code/schema/reference'
import type { Entry, JsonValue } from '@court/procedure/docket/entry'
import type { Words } from '../../refusal.ts'
import type { OpenCase } from '../open-case.ts'
import type { DetailView, DocketLine } from './case-page-types.ts'
import { roleView, same, titleOfEntry } from './role-view.ts'

type Naming = {
  party: (partyId: string | undefined | null) => string | null
  staff: ReadonlyMap<string, string>
  /** Agents by the person behind them. */
  agents: ReadonlyMap<string, string>
  materials: readonly { id: string; entrySeq: number | null }[]
}

/** The entries this actor may read, in the order in which they were recorded, each in words. */
export function docketLines(open: OpenCase, naming: Naming): DocketLine[] {
  const { code, state, visible } = open
  return [...visible]
    .sort((a, b) => a.seq - b.seq)
    .map((entry) => {
      const type = code.entries[entry.type]
      const action = code.actions[entry.action]
      const subject = naming.party(entry.subject)
      return {
        seq: entry.seq,
        type: entry.type,
        title: titleOfEntry(code, entry.type),
        on: entry.on,
        recordedAt: entry.at,
        actor: {
          kind: entry.actor.kind,
          roles: entry.actor.roles.map((role) => roleView(code, role)),
          name: actorName(entry, open, naming),
        },
        action: action ? { id: entry.action, title: action.title } : null,
        subject: entry.subject && subject ? { partyId: entry.subject, name: subject } : null,
        details: detailsOf(entry, action, open, naming),
        references: referencesOf(type?.reference ?? action?.reference),
        isAdverse: type?.adverse === true,
        correctedBy: state.voided[entry.seq] ?? null,
        corrects: entry.corrects ?? null,
        materialIds: naming.materials.filter(({ entrySeq }) => entrySeq === entry.seq).map(({ id }) => id),
        hash: entry.hash,
      }
    })
}

function actorName({ actor }: Entry, { people }: OpenCase, { party, staff, agents }: Naming): string | null {
  if (actor.kind === 'staff') return staff.get(actor.id) ?? null
  if (actor.kind === 'system') return null
  const own = people.parties.find(({ personId }) => personId === actor.id)
  return own ? party(own.id) : (agents.get(actor.id) ?? null)
}

function detailsOf(entry: Entry, action: Action | undefined, open: OpenCase, naming: Naming): DetailView[] {
  const { code } = open
  const fields = fieldsBehind(entry, action, code)
  return Object.entries(entry.data).flatMap(([datum, value]): DetailView[] => {
    if (datum === 'commitments') {
      return Object.keys(typeof value === 'object' && value !== null ? value : {}).map((key) => ({
        kind: 'sealed',
        label: formOf(action, code)?.fields[key]?.label ?? null,
      }))
    }
    // Which session it was is said by the page of the session; its id says nothing to a reader.
    if (datum === 'hearing') return []
    const field = fields[datum]
    const label = field?.label ?? labels[datum] ?? null
    return label === null ? [] : detail(label, datum, value, { field, open, naming })
  })
}

type Telling = { field: Field | undefined; open: OpenCase; naming: Naming }

function detail(label: Words, datum: string, value: JsonValue, { field, open, naming }: Telling): DetailView[] {
  const { code } = open
  if (value === null || value === '' || (Array.isArray(value) && value.length === 0)) return []
  if (typeof value === 'number' && /Fen$/.test(datum)) return [{ kind: 'amount', label, amountFen: value }]
  if (typeof value === 'boolean') return [{ kind: 'text', label, value: value ? yes : no }]
  if (typeof value === 'number') return [{ kind: 'text', label, value: same(String(value)) }]
  if (typeof value === 'string') {
    if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return [{ kind: 'day', label, day: value }]
    return [{ kind: 'text', label, value: inWords(value, datum, { field, code, naming, open }) }]
  }
  if (!Array.isArray(value) || !value.every((one) => typeof one === 'string')) return []
  return value.map((one) => ({ kind: 'text', label, value: inWords(one, datum, { field, code, naming, open }) }))
}

function inWords(value: string, datum: string, { field, code, naming, open }: Telling & { code: ResolvedCode }): Words {
  if (datum === 'judge') return same(naming.staff.get(value) ?? open.row.judge?.name ?? value)
  if (datum === 'cause' && value === open.row.causeCode && open.row.causeTitle) return same(open.row.causeTitle)
  const choices = field && 'choices' in field ? field.choices : undefined
  const party = naming.party(value)
  return (
    choices?.find((choice) => choice.value === value)?.label ??
    reasonInWords(code.reasons[value]) ??
    code.procedures[value]?.title ??
    code.periods[value.split('@')[0] ?? value]?.title ??
    code.consents[value]?.title ??
    (party ? same(party) : same(value))
  )
}

/** What is wrong, and how to put it right: also where no material is at fault. */
function reasonInWords(reason: Reason | undefined): Words | undefined {
  if (!reason?.mend) return reason?.text
  return { zh: `${reason.text.zh}${reason.mend.zh}`, en: `${reason.text.en} ${reason.mend.en}` }
}

/** Which field of the form a datum came from: `data: { days: input.days }`. */
function fieldsBehind(entry: Entry, action: Action | undefined, code: ResolvedCode): Record<string, Field | undefined> {
  const form = formOf(action, code)
  const write = action?.writes.find((one) => (typeof one === 'string' ? one : one.entry) === entry.type)
  if (!form || write === undefined) return {}
  if (typeof write === 'string') return form.fields
  return Object.fromEntries(
    Object.entries(write.data).map(([datum, expression]) => {
      const name = /^input\.([A-Za-z0-9]+)$/.exec(expression.trim())?.[1]
      return [datum, name === undefined ? undefined : form.fields[name]]
    }),
  )
}

const formOf = (action: Action | undefined, code: ResolvedCode) =>
  action?.form === undefined ? undefined : code.forms[action.form]

const yes: Words = { zh: '是', en: 'Yes' }
const no: Words = { zh: '否', en: 'No' }

/** Data that no form field stands behind. What is named nowhere is for machines and not shown. */
const labels: Record<string, Words> = {
  caseNumber: { zh: '案号', en: 'Case number' },
  judge: { zh: '承办法官', en: 'Judge in charge' },
  amountFen: { zh: '标的额', en: 'Amount in dispute' },
  feeFen: { zh: '案件受理费', en: 'Fee' },
  ground: { zh: '理由', en: 'Ground' },
}
