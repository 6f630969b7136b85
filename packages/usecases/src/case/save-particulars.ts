import type { Tx } from '@court/db/database'
import type { FormInput } from '@court/procedure/code/form-values'
import type { Form } from '@court/procedure/code/schema/forms'
import type { Entry } from '@court/procedure/docket/entry'
import type { UseCaseContext } from '../context.ts'
import { keepCommitted } from '../filing/committed-values.ts'
import { partiesIn } from '../filing/filing-input.ts'
import { checkParty } from '../filing/party-identity.ts'
import { writeConsents } from '../filing/write-consents.ts'
import { writeParties } from '../filing/write-parties.ts'
import { invalid, type Refusal, type Words } from '../refusal.ts'
import type { PreparedAction } from './decide-action.ts'
import type { OpenCase } from './open-case.ts'
import { saveQuestions } from './save-questions.ts'
import { supersedeReturned } from './supersede-returned.ts'
import { takeMaterials } from './take-materials.ts'

type Saving = { open: OpenCase; prepared: PreparedAction; written: readonly Entry[] }

/** What no form of a code can know of parties that join: numbers with their check digits, telephones, addresses. */
export function particularsProblem(open: OpenCase, { action, input }: PreparedAction): Refusal | null {
  const form = formOf(open, action)
  if (!form) return null
  const problems: Record<string, Words> = {}
  for (const [name, field] of Object.entries(form.fields)) {
    if (field.type !== 'party-list') continue
    for (const [index, party] of partiesIn(onlyField(form, name), input as FormInput).entries())
      for (const [part, words] of Object.entries(checkParty(party, open.court.today)))
        problems[`${name}.${index}.${part}`] = words
  }
  return Object.keys(problems).length > 0 ? invalid(problems, `${action}.parties`) : null
}

/** What stands beside the docket of an action: texts, materials, parties that join, consents, questions. */
export async function saveParticulars(tx: Tx, ctx: UseCaseContext, { open, prepared, written }: Saving): Promise<void> {
  const { court, row, code, acting } = open
  const place = { courtId: court.courtId, caseId: row.id }
  const entrySeq = written[0]?.seq ?? 0
  const partyId = acting.partyId ?? null
  const form = formOf(open, prepared.action)
  if (prepared.values.length > 0) await keepCommitted(tx, ctx, { ...place, entrySeq, values: prepared.values })
  const taken = await takeMaterials(tx, ctx, { ...place, code, partyId, entrySeq, uploads: prepared.uploads })
  await supersedeReturned(tx, { ...place, partyId, taken })
  if (form) await saveParties(tx, ctx, form, { open, prepared, written })
  if (form) await saveConsents(tx, ctx, form, { open, prepared, written })
  await saveQuestions(tx, ctx, { ...place, partyId, input: prepared.input, written })
}

async function saveParties(tx: Tx, ctx: UseCaseContext, form: Form, { open, prepared }: Saving): Promise<void> {
  if (!Object.values(form.fields).some(({ type }) => type === 'party-list')) return
  const { court, row, people } = open
  const salts = new Map(prepared.values.map(({ key, salt }) => [key, salt]))
  const sides = Map.groupBy(people.parties, ({ side }) => side)
  await writeParties(tx, ctx, {
    courtId: court.courtId,
    caseId: row.id,
    form,
    input: prepared.input as FormInput,
    today: court.today,
    saltOf: (id) => salts.get(`party.${id}`) ?? '',
    filingAgentId: null,
    before: new Map([...sides].map(([side, parties]) => [side, Math.max(...parties.map(({ position }) => position))])),
  })
}

/** Consents are given by persons for the party that they are or act for. */
async function saveConsents(
  tx: Tx,
  ctx: UseCaseContext,
  form: Form,
  { open, prepared, written }: Saving,
): Promise<void> {
  const { court, row, code, acting } = open
  if (ctx.actor.kind !== 'person' || !acting.partyId) return
  if (!Object.values(form.fields).some(({ type }) => type === 'consent')) return
  const { personId } = ctx.actor
  const { identityVerifiedAt } = await tx.person.findUniqueOrThrow({ where: { id: personId } })
  await writeConsents(tx, ctx, {
    courtId: court.courtId,
    caseId: row.id,
    code,
    form,
    input: prepared.input as FormInput,
    entries: written,
    personId,
    identityVerifiedAt,
    partyId: acting.partyId,
  })
}

const formOf = ({ code }: OpenCase, action: string): Form | undefined => code.forms[code.actions[action]?.form ?? '']

const onlyField = (form: Form, name: string): Form => {
  const field = form.fields[name]
  return { ...form, fields: field ? { [name]: field } : {} }
}
