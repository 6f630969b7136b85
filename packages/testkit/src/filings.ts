import type { FormInput, PartyValue } from '@court/procedure/code/form-values'
import type { PersonActor } from '@court/usecases/actor'
import type { UseCaseContext } from '@court/usecases/context'
import { saveDraft } from '@court/usecases/filing/save-draft'
import { startDraft } from '@court/usecases/filing/start-draft'
import { submitFiling, type SubmittedFiling } from '@court/usecases/filing/submit-filing'
import type { Result } from '@court/usecases/refusal'
import { addUpload } from '@court/usecases/uploads/add-upload'
import { photograph } from './photograph.ts'
import { residentNumber } from './resident-number.ts'
import type { TestPorts } from './ports.ts'
import { testCauses } from './working-court.ts'

/** The defendant of a filing that has nothing wrong with it. */
export const someDefendant = (part: Partial<PartyValue> = {}): PartyValue => ({
  id: 'd1',
  role: 'defendant',
  kind: 'person',
  name: '李四',
  idKind: 'resident-id',
  idNumber: residentNumber({ birthDay: '19850512' }),
  phone: '13900000000',
  address: '宁波市鄞州区示范路8号',
  abroad: false,
  missing: false,
  ...part,
})

/** Answers of a filing that has nothing wrong with it but that materials and signature are missing. `plaintiff` is that of the started draft. */
export const goodAnswers = (plaintiff: PartyValue): FormInput => ({
  jurisdiction: 'defendant-domicile',
  cause: testCauses.loan,
  parties: [{ ...plaintiff, address: '宁波市鄞州区示范路1号' }, someDefendant()],
  claims: [
    { id: 'c1', kind: 'payment', text: '判令被告归还借款五万元', amountFen: 5_000_000 },
    { id: 'c2', kind: 'costs', text: '诉讼费用由被告负担' },
  ],
  grounds: '被告于二〇二五年三月向原告借款五万元，约定年底归还，到期未还，原告多次催讨无果。',
  mediation: true,
  onlineConsent: true,
  eServiceConsent: true,
  serviceAddress: { recipient: plaintiff.name, phone: '13800000000', address: '宁波市鄞州区示范路1号' },
})

export const someSignature = {
  width: 300,
  height: 150,
  strokes: [
    Array.from({ length: 12 }, (_, index): [number, number, number] => [
      20 + index * 15,
      60 + (index % 4) * 9,
      index * 20,
    ]),
    Array.from({ length: 6 }, (_, index): [number, number, number] => [
      60 + index * 4,
      30 + index * 14,
      400 + index * 20,
    ]),
  ],
}

type Prepare = {
  ctx: UseCaseContext & { actor: PersonActor }
  ports: TestPorts
  courtSlug: string
  answers?: FormInput
  /** Kinds of material, a photographed page each. */
  materials?: readonly string[]
}

/** A draft with everything in it, by the use cases that serve people. */
export async function prepareDraft(preparing: Prepare): Promise<{ draftId: string; version: number }> {
  const { ctx, ports, courtSlug, answers = {}, materials = ['complaint', 'identity-document'] } = preparing
  const started = must(await startDraft(ctx, { courtSlug, key: `test-${ctx.newId()}` }))
  const own = await ownPlaintiff(ctx)
  const saved = must(
    await saveDraft(ctx, {
      draftId: started.draftId,
      version: 1,
      patch: JSON.parse(JSON.stringify({ ...goodAnswers(own), ...answers })) as Record<string, never>,
    }),
  )
  for (const [index, type] of materials.entries()) {
    const body = await photograph({ text: type, seed: index + 1 })
    const uploadId = await ports.upload({ ownerId: `person:${ctx.actor.personId}`, name: `${type}.jpg`, body })
    const target = { kind: 'draft' as const, draftId: started.draftId }
    must(await addUpload(ctx, { target, uploadId, fileName: `${type}.jpg`, type, materialId: null }))
  }
  return { draftId: started.draftId, version: saved.version }
}

/** The account's own person as the plaintiff p1. */
export async function ownPlaintiff(ctx: UseCaseContext & { actor: PersonActor }): Promise<PartyValue> {
  const person = await ctx.db.withNation(ctx.actor, (tx) =>
    tx.person.findUniqueOrThrow({ where: { id: ctx.actor.personId } }),
  )
  return {
    id: 'p1',
    role: 'plaintiff',
    kind: 'person',
    name: person.legalName ?? '',
    idKind: 'resident-id',
    idNumber: person.idCipher ? ctx.keys.open('person.identity-number', person.idCipher) : '',
    phone: '13800000000',
    abroad: false,
    missing: false,
  }
}

/** A filing from its first answer to its receipt. */
export async function fileCase(preparing: Prepare): Promise<SubmittedFiling> {
  const draft = await prepareDraft(preparing)
  return must(await submitFiling(preparing.ctx, { ...draft, signature: someSignature }))
}

export function must<T>(answer: Result<T>): T {
  if (answer.ok) return answer.value
  throw new Error(`${answer.ruleId}: ${answer.reason.en} ${JSON.stringify(answer.fields ?? answer.facts)}`)
}
