import { beforeAll, describe, expect, test } from 'vitest'
import { canonicalHash } from '@court/procedure/code/canonical-hash'
import type { PartyValue } from '@court/procedure/code/form-values'
import { verifyChain, type Entry } from '@court/procedure/docket/entry'
import { createClock } from '@court/testkit/clock'
import { anonymous, testContext, testKeys } from '@court/testkit/context'
import { buildStaff, type BuiltCourt } from '@court/testkit/courts'
import { createTestDatabase } from '@court/testkit/database'
import { must, ownPlaintiff, prepareDraft, someDefendant, someSignature } from '@court/testkit/filings'
import { buildPerson } from '@court/testkit/persons'
import { residentNumber } from '@court/testkit/resident-number'
import { createTestPorts } from '@court/testkit/ports'
import { buildWorkingCourts, type WorkingCourts } from '@court/testkit/working-court'
import type { PersonActor } from '../actor.ts'
import { commitmentOf } from '../case/commitment.ts'
import { assignCodes } from '../codes/assign-codes.ts'
import { publishPacks } from '../codes/publish-packs.ts'
import { checkFile, checkReceipt } from '../receipts/check-receipt.ts'
import { receiptsOfCase } from '../receipts/receipts-of-case.ts'
import { findCaseFile } from '../uploads/find-case-file.ts'
import { readCommitted } from './committed-values.ts'
import { saveDraft } from './save-draft.ts'
import { showDraft } from './show-draft.ts'
import { submitFiling, type SubmittedFiling } from './submit-filing.ts'

const database = await createTestDatabase()
const { db, adminDb, all } = database
const ports = await createTestPorts()
const clock = createClock()

let world: WorkingCourts
let court: BuiltCourt
let wuchang: BuiltCourt

beforeAll(async () => {
  world = await buildWorkingCourts(database, ['浙0212', '鄂0106'])
  court = world.courts['浙0212'] as BuiltCourt
  wuchang = world.courts['鄂0106'] as BuiltCourt
})

const as = (actor: PersonActor) => ({ ...testContext({ db, actor, clock, ports }), actor })
type Preparing = Partial<Omit<Parameters<typeof prepareDraft>[0], 'ctx' | 'ports'>>
const prepare = (actor: PersonActor, part: Preparing = {}) =>
  prepareDraft({ ctx: as(actor), ports, courtSlug: court.slug, ...part })
const submit = (actor: PersonActor, draft: { draftId: string; version: number }) =>
  submitFiling(as(actor), { ...draft, signature: someSignature })
const file = async (actor: PersonActor, part: Preparing = {}) => must(await submit(actor, await prepare(actor, part)))
const docketOf = async ({ courtId, caseId }: SubmittedFiling) =>
  (await all.docketEntry.findMany({ where: { courtId, caseId }, orderBy: { seq: 'asc' } })).map(
    ({ body }) => body as unknown as Entry,
  )

describe('a filing that has everything', () => {
  test('becomes a case with its docket, its clock, its receipt and its task', async () => {
    const person = await buildPerson(all, { name: '王示例' })
    const filed = await file(person)
    const { courtId, caseId, receipt } = filed
    expect(receipt).toMatchObject({
      number: expect.stringMatching(/^R26-/) as string,
      kind: 'filing',
      receivedAt: clock.now(),
    })
    expect(receipt.files.map(({ material, fileName, sha256 }) => [material, fileName, sha256.length])).toEqual([
      ['起诉状', 'complaint.jpg', 64],
      [expect.any(String), 'identity-document.jpg', 64],
    ])
    const row = await all.case.findUniqueOrThrow({ where: { courtId_id: { courtId, id: caseId } } })
    expect(row).toMatchObject({
      state: 'filed',
      title: '王示例诉李四民间借贷纠纷',
      amountFen: 5_000_000n,
      submittedById: person.personId,
      receiptNumber: receipt.number,
      causeTitle: '民间借贷纠纷',
    })
    const entries = await docketOf(filed)
    expect(entries.map(({ type }) => type)).toEqual([
      'identity-verified',
      'online-consent-given',
      'address-confirmed',
      'e-service-consented',
      'filing-received',
    ])
    expect(verifyChain(entries, { seq: row.headSeq, hash: row.headHash ?? '' })).toEqual({ valid: true })
    const clocks = await all.clock.findMany({ where: { courtId, caseId } })
    expect(clocks.map(({ periodId, due, status }) => [periodId, due, status])).toContainEqual([
      'filing-decision',
      '2026-03-09',
      'running',
    ])
    expect(await all.task.count({ where: { courtId, caseId, status: 'open' } })).toBeGreaterThan(0)
    expect(await all.personCase.findMany({ where: { caseId } })).toMatchObject([
      { personId: person.personId, role: 'plaintiff', state: 'filed' },
    ])
    expect(await all.audit.findMany({ where: { courtId, caseId } })).toMatchObject([
      { actorKind: 'person', actorId: person.personId },
    ])
  })

  test('no personal datum stands in the docket, nor in clear in the tables of the parties', async () => {
    const person = await buildPerson(all, { name: '郑不现', idNumber: residentNumber({ birthDay: '19900307' }) })
    const filed = await file(person)
    const plaintiff = await ownPlaintiff(as(person))
    const docket = JSON.stringify(await docketOf(filed))
    for (const datum of ['郑不现', '李四', plaintiff.idNumber ?? '?', '13800000000', '示范路', '多次催讨'])
      expect(docket).not.toContain(datum)
    const parties = await all.party.findMany({ where: { caseId: filed.caseId }, orderBy: { side: 'desc' } })
    expect(JSON.stringify(parties)).not.toContain(plaintiff.idNumber)
    expect(JSON.stringify(parties)).not.toContain('示范路')
    const [own] = parties
    expect(own).toMatchObject({ side: 'plaintiff', personId: person.personId, birthDay: '1990-03-07' })
    expect(testKeys.open('party.identity-number', own?.idCipher ?? '')).toBe(plaintiff.idNumber)
    const account = await all.person.findUniqueOrThrow({ where: { id: person.personId } })
    expect(own?.idIndex).toBe(account.idIndex)
  })

  test('whoever holds the salts can check what the docket committed to, and what the hand signed', async () => {
    const person = await buildPerson(all)
    const filed = await file(person)
    const [entries, kept] = await Promise.all([
      docketOf(filed),
      db.withCourt({ courtId: filed.courtId, actor: person }, (tx) =>
        readCommitted(tx, as(person), { ...filed, keys: ['grounds', 'signature', 'signed-statement'] }),
      ),
    ])
    const grounds = kept.get('grounds')
    const received = entries.find(({ type }) => type === 'filing-received')
    const committed = received?.data['commitments'] as Record<string, string>
    expect(grounds?.value).toContain('多次催讨')
    expect(grounds && commitmentOf({ key: 'grounds', salt: grounds.salt, value: grounds.value })).toBe(
      committed['grounds'],
    )
    const [signature] = await all.handSignature.findMany({ where: { caseId: filed.caseId } })
    const statement = kept.get('signed-statement')?.value
    expect(signature?.signedHash).toBe(canonicalHash(statement))
    expect(signature?.strokes).toEqual(someSignature)
    expect(kept.get('signature')?.value).toMatchObject({ signedHash: signature?.signedHash })
    expect(JSON.stringify(statement)).toContain(filed.receipt.files[0]?.sha256)
  })

  test('consents stand with version and hash of the text; electronic service with its three facts', async () => {
    const filed = await file(await buildPerson(all))
    const consents = await all.onlineConsent.findMany({ where: { caseId: filed.caseId }, orderBy: { stage: 'asc' } })
    expect(consents).toMatchObject([
      { stage: 'filing', choice: 'given', noticeHash: expect.stringMatching(/^[0-9a-f]{64}$/) as string, entrySeq: 2 },
      { stage: 'service', choice: 'given' },
    ])
    const [service] = await all.eServiceConsent.findMany({ where: { caseId: filed.caseId } })
    expect(service).toMatchObject({ addressConfirmedAt: clock.now(), consentedAt: clock.now() })
    expect(service?.identityVerifiedAt).not.toBeNull()
    expect(service?.documentKinds).toContain('fee-notice')
    expect(service?.addressCipher).not.toContain('示范路')
  })

  test('without consent to electronic service the address is a fact and the consent is none', async () => {
    const filed = await file(await buildPerson(all), { answers: { eServiceConsent: false } })
    expect((await docketOf(filed)).map(({ type }) => type)).not.toContain('e-service-consented')
    expect(await all.eServiceConsent.findMany({ where: { caseId: filed.caseId } })).toMatchObject([
      { consentedAt: null, documentKinds: [] },
    ])
    expect(await all.onlineConsent.findMany({ where: { caseId: filed.caseId, stage: 'service' } })).toMatchObject([
      { choice: 'refused' },
    ])
  })

  test('an agent files for an organisation with powers and a protected address', async () => {
    const person = await buildPerson(all, { name: '周代理' })
    const organisation: PartyValue = {
      ...{
        id: 'p1',
        role: 'plaintiff',
        kind: 'organisation',
        name: '示例（宁波）有限公司',
        abroad: false,
        missing: false,
      },
      ...{ idKind: 'credit-code', idNumber: creditCode(), representativeName: '陈法人', phone: '0574-87654321' },
      ...{ address: '宁波市示范路9号', isAddressProtected: true },
      agents: [
        {
          id: 'a1',
          kind: 'lawyer',
          name: '吴律师',
          firm: '示例律师事务所',
          licenceNumber: '13302202610000001',
          powers: ['settle'],
        },
        { id: 'a2', kind: 'employee', name: '周代理', powers: ['settle', 'appeal'] },
      ],
    }
    const filed = await file(person, { answers: { parties: [organisation, someDefendant()] } })
    const where = { caseId: filed.caseId }
    const [plaintiff] = await all.party.findMany({ where: { ...where, side: 'plaintiff' } })
    expect(plaintiff).toMatchObject({ kind: 'organisation', isAddressProtected: true, representativeName: '陈法人' })
    const agents = await all.representation.findMany({ where, orderBy: { kind: 'asc' } })
    expect(agents).toMatchObject([
      { name: '周代理', powers: ['settle', 'appeal'], personId: person.personId, validFrom: '2026-03-02' },
      { name: '吴律师', firm: '示例律师事务所', personId: null },
    ])
    expect(await all.casePerson.findMany({ where })).toMatchObject([{ personId: person.personId, role: 'agent' }])
  })

  test('rare characters and a foreign party arrive as they were written', async () => {
    const person = await buildPerson(all, { name: '䶮𬭊' })
    const foreign = someDefendant({
      ...{ name: 'Zoë O’Neill', idKind: 'passport', idNumber: 'l01x00t47', nationality: 'DE', abroad: true },
      phone: '+49 1512 3456789',
    })
    const plaintiff = { ...(await ownPlaintiff(as(person))), address: '示范路1号' }
    const filed = await file(person, { answers: { parties: [plaintiff, foreign] } })
    const parties = await all.party.findMany({ where: { caseId: filed.caseId }, orderBy: { side: 'desc' } })
    expect(parties.map(({ name }) => name)).toEqual(['䶮𬭊', 'Zoë O’Neill'])
    expect(testKeys.open('party.identity-number', parties[1]?.idCipher ?? '')).toBe('DE L01X00T47')
  })
})

describe('once', () => {
  test('fifty at once, and once more from another device, are one case with equal answers', async () => {
    const person = await buildPerson(all)
    const draft = await prepare(person)
    const answers = await Promise.all(Array.from({ length: 50 }, () => submit(person, draft)))
    const later = await submit(person, { ...draft, version: draft.version + 7 })
    const first = must(answers[0] as (typeof answers)[number])
    for (const answer of [...answers, later]) expect(answer).toEqual({ ok: true, value: first })
    expect(await all.case.count({ where: { submittedById: person.personId } })).toBe(1)
    expect(await all.receipt.count({ where: { caseId: first.caseId } })).toBe(1)
    expect(await all.docketEntry.count({ where: { caseId: first.caseId } })).toBe(5)
  })

  test('a submitted draft is kept as such, and can be changed no more', async () => {
    const person = await buildPerson(all)
    const draft = await prepare(person)
    const filed = must(await submit(person, draft))
    const view = must(await showDraft(as(person), { draftId: draft.draftId }))
    expect(view.submitted).toMatchObject({ caseId: filed.caseId, courtSlug: court.slug })
    const change = saveDraft(as(person), { draftId: draft.draftId, version: 2, patch: { mediation: false } })
    expect(await change).toMatchObject({ kind: 'conflict', ruleId: 'draft.submitted' })
  })
})

describe('refused, and nothing is written', () => {
  const nothingFrom = async (person: PersonActor) =>
    expect(await all.case.count({ where: { submittedById: person.personId } })).toBe(0)

  test('a filing with faults names every field', async () => {
    const person = await buildPerson(all)
    const draft = await prepare(person, { answers: { grounds: '还钱' }, materials: ['complaint'] })
    const answer = await submit(person, draft)
    expect(answer).toMatchObject({ ok: false, kind: 'invalid', ruleId: 'filing.problems' })
    expect(!answer.ok && Object.keys(answer.fields ?? {}).sort()).toEqual(['grounds', 'materials'])
    await nothingFrom(person)
  })

  test('a dot is no signature', async () => {
    const person = await buildPerson(all)
    const draft = await prepare(person)
    for (const strokes of [[], [[[10, 10, 0] as [number, number, number]]]])
      expect(await submitFiling(as(person), { ...draft, signature: { ...someSignature, strokes } })).toMatchObject({
        ruleId: 'filing.signature',
        fields: { signature: { zh: expect.stringContaining('手写') as string } },
      })
    await nothingFrom(person)
  })

  test('a draft that was changed after it was checked', async () => {
    const person = await buildPerson(all)
    const draft = await prepare(person)
    must(await saveDraft(as(person), { ...draft, patch: { mediation: false } }))
    expect(await submit(person, draft)).toMatchObject({
      kind: 'conflict',
      ruleId: 'draft.saved-since',
      facts: { version: 3 },
    })
    await nothingFrom(person)
  })

  test('whoever never gave name and number', async () => {
    const person = await buildPerson(all, { idNumber: null })
    expect(await submit(person, { draftId: testContext({ db }).newId(), version: 1 })).toMatchObject({
      ruleId: 'account.identity-needed',
    })
    const nobody = testContext({ db, actor: anonymous })
    const input = { draftId: nobody.newId(), version: 1, signature: someSignature }
    expect(await submitFiling(nobody, input)).toMatchObject({ kind: 'sign-in-needed' })
    const staff = await buildStaff(all, { courtId: court.id, roles: ['filing-clerk'] })
    expect(await submitFiling(testContext({ db, actor: staff }), input)).toMatchObject({ kind: 'not-allowed' })
  })

  test('another person’s draft is absent', async () => {
    const [person, other] = [await buildPerson(all), await buildPerson(all)]
    const draft = await prepare(person)
    expect(await submit(other, draft)).toMatchObject({ kind: 'not-found' })
    await nothingFrom(other)
  })

  test('rules of the court that changed under the draft are shown first; then it can be submitted', async () => {
    const person = await buildPerson(all)
    const materials = ['complaint', 'identity-document', 'evidence-list']
    const draft = await prepare(person, { courtSlug: wuchang.slug, materials })
    const admin = testContext({ db: adminDb, actor: world.nationalAdmin, clock })
    const pack = [
      ...['id: court.鄂0106.b', "version: '2026.1'", 'layer: court', 'extends: [court.鄂0106]', 'courts: [鄂0106]'],
      ...['title: { zh: 武昌补充, en: Wuchang addition }', "from: '2026-03-01'", 'set:'],
      '  upload.maxFiles: { value: 30, reference: { reported: 测试, verified: false } }',
    ]
    must(await publishPacks(admin, new Map([['courts/鄂0106-b.yaml', pack.join('\n')]])))
    must(await assignCodes(admin, { courtId: wuchang.id, packIds: ['court.鄂0106.b'], from: '2026-03-02' }))
    const answer = await submit(person, draft)
    expect(answer).toMatchObject({
      kind: 'conflict',
      ruleId: 'draft.code-changed',
      facts: { changes: [{ kind: 'limits-changed' }] },
    })
    await nothingFrom(person)
    const { version } = must(await saveDraft(as(person), { ...draft, patch: {} }))
    const filed = must(await submit(person, { ...draft, version }))
    const clocks = await all.clock.findMany({ where: { caseId: filed.caseId, periodId: 'filing-decision' } })
    expect(clocks).toMatchObject([{ due: '2026-03-09' }])
  })

  test('a case begun in one court is absent in another', async () => {
    const person = await buildPerson(all)
    const filed = await file(person)
    expect(await receiptsOfCase(as(person), { courtId: wuchang.id, caseId: filed.caseId })).toMatchObject({
      kind: 'not-found',
    })
  })
})

describe('receipts', () => {
  test('the public learns number, court, time, kind and hashes, and nothing else', async () => {
    const person = await buildPerson(all, { name: '冯不露' })
    const filed = await file(person)
    const nobody = testContext({ db, actor: anonymous })
    const checked = must(await checkReceipt(nobody, { number: filed.receipt.number.toLowerCase() }))
    expect(checked).toEqual({
      ...{
        number: filed.receipt.number,
        kind: 'filing',
        title: { zh: '起诉材料', en: 'Filing' },
        receivedAt: clock.now(),
      },
      court: { slug: court.slug, name: expect.any(Object) as object, zone: 'Asia/Shanghai' },
      sha256: filed.receipt.files.map(({ sha256 }) => sha256),
    })
    for (const datum of ['冯不露', '李四', filed.caseId, 'complaint.jpg'])
      expect(JSON.stringify(checked)).not.toContain(datum)
  })

  test('a file is in the receipt or it is not', async () => {
    const filed = await file(await buildPerson(all))
    const nobody = testContext({ db, actor: anonymous })
    const { number, files } = filed.receipt
    const ask = (sha256: string) => checkFile(nobody, { number, sha256 })
    expect(must(await ask(files[0]?.sha256.toUpperCase() ?? '')).isIn).toBe(true)
    expect(must(await ask('0'.repeat(64))).isIn).toBe(false)
    expect(await ask('not a hash')).toMatchObject({ kind: 'invalid' })
  })

  test('a number that was never given is not found, whoever asks', async () => {
    for (const number of ['R26-AAAAA-AAAAA', '', '（2026）浙0212民初1号'])
      expect(await checkReceipt(testContext({ db, actor: anonymous }), { number })).toMatchObject({
        kind: 'not-found',
        ruleId: 'receipt.not-found',
      })
  })

  test('whoever asks without end is told to wait', async () => {
    const ctx = testContext({ db, actor: anonymous, clock, clientAddress: '192.0.2.77' })
    let answer = await checkReceipt(ctx, { number: 'x' })
    for (let round = 0; round < 60; round += 1) answer = await checkReceipt(ctx, { number: 'x' })
    expect(answer).toMatchObject({ kind: 'rate-limited' })
  })

  test('its holder and the court see it with the names of the files; a stranger sees no case', async () => {
    const person = await buildPerson(all)
    const { courtId, caseId, receipt } = await file(person)
    const clerk = await buildStaff(all, { courtId, roles: ['filing-clerk'] })
    expect(must(await receiptsOfCase(as(person), { courtId, caseId }))).toEqual([receipt])
    expect(must(await receiptsOfCase(testContext({ db, actor: clerk }), { courtId, caseId }))).toEqual([receipt])
    const stranger = await buildPerson(all)
    expect(await receiptsOfCase(as(stranger), { courtId, caseId })).toMatchObject({ kind: 'not-found' })
    const elsewhere = await buildStaff(all, { courtId: wuchang.id, roles: ['filing-clerk'] })
    expect(await receiptsOfCase(testContext({ db, actor: elsewhere }), { courtId, caseId })).toMatchObject({
      kind: 'not-found',
    })
  })
})

describe('papers of a case', () => {
  test('are for the party and the court’s staff, and for nobody else', async () => {
    const person = await buildPerson(all)
    const { courtId, caseId, receipt } = await file(person)
    const [paper] = await all.materialFile.findMany({ where: { caseId }, orderBy: { position: 'asc' } })
    const place = { courtSlug: court.slug, caseId, fileId: paper?.id ?? '' }
    const clerk = await buildStaff(all, { courtId, roles: ['filing-clerk'] })
    const found = must(await findCaseFile(as(person), place))
    expect(receipt.files.map(({ sha256 }) => sha256)).toContain(found.sha256)
    expect((await findCaseFile(testContext({ db, actor: clerk }), place)).ok).toBe(true)
    const stranger = await buildPerson(all)
    const elsewhere = await buildStaff(all, { courtId: wuchang.id, roles: ['filing-clerk', 'judge'] })
    for (const ctx of [as(stranger), testContext({ db, actor: elsewhere })])
      expect(await findCaseFile(ctx, place)).toMatchObject({ kind: 'not-found' })
    expect(await findCaseFile(testContext({ db, actor: anonymous }), place)).toMatchObject({ kind: 'sign-in-needed' })
    expect(await findCaseFile(as(person), { ...place, fileId: caseId })).toMatchObject({ kind: 'not-found' })
  })
})

/** 91330212MA2 and six more characters that add up (GB 32100-2015). */
function creditCode(): string {
  const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'
  const body = '91330212MA2AF0000'
  let weight = 1
  let sum = 0
  for (const sign of body) {
    sum += alphabet.indexOf(sign) * weight
    weight = (weight * 3) % 31
  }
  return body + (alphabet[(31 - (sum % 31)) % 31] ?? '')
}
