import type { FormInput } from '@court/procedure/code/form-values'
import { saveDraft } from '@court/usecases/filing/save-draft'
import { showDraft } from '@court/usecases/filing/show-draft'
import { startDraft } from '@court/usecases/filing/start-draft'
import { submitFiling } from '@court/usecases/filing/submit-filing'
import { demoCompanies, demoName, demoPhone, demoResidentId } from './data/people.ts'
import type { SeedPerson } from './persons.ts'
import { uploadPages } from './upload-pages.ts'
import { must, type World } from './world.ts'

export type Matter = {
  cause: string
  claims: { kind: 'payment' | 'interest' | 'act' | 'declaration' | 'costs'; text: string; yuan?: number }[]
  grounds: string
}

type Filing = {
  world: World
  person: SeedPerson
  courtSlug: string
  index: number
  matter: Matter
  at: Date
  /** Somebody with an account, who sees the case once it is docketed. */
  defendant?: SeedPerson
}

export type FiledCase = { courtId: string; courtSlug: string; caseId: string }

const pagesOf: Record<string, string[]> = {
  complaint: ['complaint-1', 'complaint-2'],
  'identity-document': ['identity'],
  evidence: ['iou', 'transfer'],
  'evidence-list': ['complaint-2'],
}

/** One filing, as its person would do it: begin, fill in, photograph, sign, submit. */
export async function fileCase({ world, person, courtSlug, index, matter, at, defendant }: Filing): Promise<FiledCase> {
  const ctx = world.as(person.actor, at)
  const { draftId } = must(await startDraft(ctx, { courtSlug, key: `seed-filing-${index}` }), `the draft ${index}`)
  const { form } = must(await showDraft(ctx, { draftId }), `the draft ${index}`)
  const wanted = Object.values(form.fields).flatMap((field) => (field.type === 'material-list' ? field.needs : []))
  const papers = [...new Set([...wanted, 'evidence'])].map((type) => ({ type, pages: pagesOf[type] ?? ['transfer'] }))
  await uploadPages(world, ctx, { draftId, papers })
  const draft = must(await showDraft(ctx, { draftId }), `the draft ${index}`)
  const saved = must(
    await saveDraft(ctx, {
      draftId,
      version: draft.version,
      patch: answers({ person, index, matter, ...(defendant ? { defendant } : {}) }) as never,
    }),
    `the answers ${index}`,
  )
  const filed = must(
    await submitFiling(ctx, { draftId, version: saved.version, signature: signatureOf(index) }),
    `the filing ${index}`,
  )
  const { courtId, caseId } = filed
  return { courtId, courtSlug, caseId }
}

function answers({
  person,
  index,
  matter,
  defendant,
}: Pick<Filing, 'person' | 'index' | 'matter' | 'defendant'>): FormInput {
  const address = `示范市示范区示范路${index + 1}号`
  return {
    jurisdiction: index % 5 === 0 ? 'contract-place' : 'defendant-domicile',
    cause: matter.cause,
    parties: [
      {
        id: 'p1',
        role: 'plaintiff',
        kind: 'person',
        name: person.name,
        idKind: 'resident-id',
        idNumber: person.idNumber,
        phone: person.phone,
        address,
        abroad: false,
        missing: false,
      },
      defendant ? defendantWithAccount(defendant, index) : defendantOf(index),
    ],
    claims: matter.claims.map(({ kind, text, yuan }, position) => ({
      id: `c${position + 1}`,
      kind,
      text,
      ...(yuan === undefined ? {} : { amountFen: yuan * 100 }),
    })),
    grounds: matter.grounds,
    mediation: index % 3 === 0,
    onlineConsent: true,
    eServiceConsent: index % 4 !== 0,
    serviceAddress: { recipient: person.name, phone: person.phone, address },
  }
}

const defendantWithAccount = ({ name, idNumber, phone }: SeedPerson, index: number) =>
  ({
    id: 'p2',
    role: 'defendant',
    kind: 'person',
    name,
    idKind: 'resident-id',
    idNumber,
    phone,
    address: `示范市示范路${index + 300}号`,
    abroad: false,
    missing: false,
  }) as const

function defendantOf(index: number) {
  const company = demoCompanies[index % demoCompanies.length]
  const common = {
    id: 'p2',
    role: 'defendant',
    abroad: index % 37 === 5,
    missing: false,
    address: `示范市示范路${index + 300}号`,
  } as const
  if (company && index % 4 === 1)
    return { ...common, kind: 'organisation', name: company.zh, representativeName: demoName(index + 200) } as const
  return {
    ...common,
    kind: 'person',
    name: demoName(index + 100),
    idKind: 'resident-id',
    idNumber: demoResidentId(index + 100),
    phone: demoPhone(index + 1000),
  } as const
}

/** Three strokes of a pen, a little different each time. */
function signatureOf(index: number) {
  const stroke = (x: number, y: number): [number, number, number][] =>
    Array.from({ length: 14 }, (_, step) => [x + step * 9, y + Math.sin((step + index) / 2) * 22, step * 16])
  return { width: 640, height: 240, strokes: [stroke(60, 120), stroke(220, 90), stroke(380, 140)] }
}
