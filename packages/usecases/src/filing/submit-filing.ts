import type { Tx } from '@court/db/database'
import type { FormInput, PartyValue } from '@court/procedure/code/form-values'
import type { Acting } from '@court/procedure/docket/acting'
import { commitmentsOwed, decide } from '@court/procedure/docket/decide'
import type { JsonObject } from '@court/procedure/docket/entry'
import type { PersonActor } from '../actor.ts'
import { authoriseIdentifiedPerson } from '../authorise.ts'
import { inCourt } from '../case/in-court.ts'
import { recordDecision } from '../case/record-decision.ts'
import { takeMaterials } from '../case/take-materials.ts'
import type { UseCaseContext } from '../context.ts'
import { inNation } from '../nation.ts'
import { newReceiptNumber } from '../receipts/receipt-number.ts'
import { receiptView, type ReceiptView } from '../receipts/receipt-view.ts'
import { writeReceipt } from '../receipts/write-receipt.ts'
import { accepted, notFound, type Result } from '../refusal.ts'
import { cleanInput } from './clean-input.ts'
import { commitTo, keepCommitted, type Committed } from './committed-values.ts'
import { titleOf } from './draft-title.ts'
import { submitFilingInput, type SignatureInput, type SubmitFilingInput } from './filing-inputs.ts'
import { partiesIn } from './filing-input.ts'
import { findFiler, type Filer } from './find-filer.ts'
import { keepSignature } from './keep-signature.ts'
import { filingAction, openDraft, type OpenDraft } from './open-draft.ts'
import { readyToSubmit, type Ready } from './ready-to-submit.ts'
import { withRowIds } from './row-ids.ts'
import { hashOfStatement, signedStatement } from './signed-statement.ts'
import { writeConsents } from './write-consents.ts'
import { writeClaims, writeParties } from './write-parties.ts'

export type SubmittedFiling = { courtId: string; courtSlug: string; caseId: string; receipt: ReceiptView }

/**
 * Hands a draft to its court: the case with its first entries, its clock, its receipt, in one transaction. A draft becomes one case: sent
 * twice, or fifty times at once, or from another device, it gives the same receipt.
 */
export async function submitFiling(ctx: UseCaseContext, given: SubmitFilingInput): Promise<Result<SubmittedFiling>> {
  const person = authoriseIdentifiedPerson(ctx)
  if (!person.ok) return person
  const { draftId, version, signature } = submitFilingInput.parse(given)
  const draft = await inNation(ctx, (tx) => tx.draft.findUnique({ where: { id: draftId }, select: { courtId: true } }))
  if (!draft) return notFound()
  return inCourt(ctx, draft.courtId, async (tx) => {
    // Whoever comes second waits here and then finds the draft submitted.
    await tx.$queryRaw`select 1 from draft where id = ${draftId}::uuid for update`
    const opened = await openDraft(tx, ctx, person.actor, draftId)
    if (!opened.ok) return opened
    const { submittedCaseId } = opened.value.row
    if (submittedCaseId) return answerFor(tx, opened.value, submittedCaseId)
    const ready = await readyToSubmit(tx, ctx, opened.value, { version, signature })
    return ready.ok ? openTheCase(tx, ctx, person.actor, { ...ready.value, signature }) : ready
  })
}

async function openTheCase(
  tx: Tx,
  ctx: UseCaseContext,
  actor: PersonActor,
  { draft, filer, signature }: Ready & { signature: SignatureInput },
): Promise<Result<SubmittedFiling>> {
  const { court, code, form, row, uploads, account, cause } = draft
  const { input, partyIds } = withRowIds(form, cleanInput(form, draft.input), () => ctx.newId())
  const statement = signedStatement({ code, form, input })
  const signed = { ...signature, signedHash: hashOfStatement(statement) }
  const decided = { ...input, ...signatureAt(draft, signed) } as JsonObject
  const { values, commitments } = commitTo(ctx, commitmentsOwed(code, filingAction, decided))
  const partyId = partyIds.get(filer.partyId)
  const acting: Acting = {
    ref: { kind: 'person', id: actor.personId, roles: [filer.role] },
    identityLevel: account.identityLevel,
    partyId,
  }
  const decision = decide({
    entries: [],
    code,
    action: filingAction,
    actor: acting,
    input: decided,
    now: ctx.now().toISOString(),
    commitments,
  })
  if (!decision.ok) return decision
  const caseId = ctx.newId()
  const place = { courtId: court.courtId, caseId }
  const received = decision.entries.find(({ type }) => code.entries[type]?.addsParties !== undefined)
  const entrySeq = received?.seq ?? decision.entries.length
  const number = newReceiptNumber(ctx, court.today)
  const recorded = await recordDecision(tx, ctx, {
    court,
    caseId,
    code,
    before: [],
    decision,
    action: filingAction,
    opening: {
      title: titleOf(form, input, cause?.title.zh ?? null),
      causeEdition: cause?.edition ?? null,
      causeCode: cause?.code ?? null,
      causeTitle: cause?.title.zh ?? null,
      receiptNumber: number,
      submittedById: actor.personId,
      people: [{ personId: actor.personId, role: filer.role }],
    },
    particulars: async () => {
      const writing = { ...place, form, input, code, entries: decision.entries, today: court.today }
      const salts = new Map(values.map(({ key, salt }) => [key, salt]))
      const { identityVerifiedAt } = await tx.person.findUniqueOrThrow({ where: { id: actor.personId } })
      const parties = { ...writing, saltOf: saltIn(salts), filingAgentId: filingAgent(ctx, input, draft, filer) }
      await writeParties(tx, ctx, parties)
      await writeClaims(tx, parties)
      await takeMaterials(tx, ctx, { ...place, code, uploads, partyId: partyId ?? null, entrySeq })
      await writeConsents(tx, ctx, { ...writing, personId: actor.personId, identityVerifiedAt })
      await keepSignature(tx, ctx, {
        ...place,
        partyId: partyId ?? null,
        actor,
        signature,
        signedHash: signed.signedHash,
      })
      const kept: Committed[] = [...values, { key: 'signed-statement', salt: '', value: statement }]
      await keepCommitted(tx, ctx, { ...place, entrySeq: decision.entries[0]?.seq ?? 1, values: kept })
      await writeReceipt(tx, ctx, { ...place, number, kind: 'filing', personId: actor.personId, entrySeq, uploads })
    },
  })
  if (!recorded.ok) return recorded
  // The court has it now; the draft keeps that it was submitted, and no more of what stood in it.
  await tx.draft.update({
    where: { id: row.id },
    data: { submittedCaseId: caseId, submittedAt: ctx.now(), data: {}, updatedAt: ctx.now() },
  })
  return answerFor(tx, draft, caseId)
}

/** The agent's row id: agents keep their order when rows get their ids. */
function filingAgent(ctx: UseCaseContext, input: FormInput, { form, account }: OpenDraft, filer: Filer): string | null {
  if (filer.role !== 'agent') return null
  return findFiler(ctx, partiesIn(form, input), account)?.agentId ?? null
}

function signatureAt({ form }: OpenDraft, signed: SignatureInput & { signedHash: string }): JsonObject {
  const name = Object.keys(form.fields).find((one) => form.fields[one]?.type === 'signature')
  return name === undefined ? {} : { [name]: signed as unknown as JsonObject }
}

const saltIn =
  (salts: ReadonlyMap<string, string>) =>
  (partyId: PartyValue['id']): string => {
    const salt = salts.get(`party.${partyId}`)
    if (salt === undefined) throw new Error(`nothing was committed to for the party ${partyId}`)
    return salt
  }

async function answerFor(tx: Tx, { court }: OpenDraft, caseId: string): Promise<Result<SubmittedFiling>> {
  const receipt = await tx.receipt.findFirstOrThrow({ where: { courtId: court.courtId, caseId, kind: 'filing' } })
  return accepted({ courtId: court.courtId, courtSlug: court.slug, caseId, receipt: receiptView(receipt) })
}
