import { describe, expect, test } from 'vitest'
import { residentNumber } from '@court/testkit/resident-number'
import { createTestDatabase } from '@court/testkit/database'
import { createTestPorts } from '@court/testkit/ports'
import { listMyCases } from '../my-cases/list-my-cases.ts'
import { notFound } from '../refusal.ts'
import { previewAction } from './preview-action.ts'
import { reviewMaterial } from './review-material.ts'
import { showActionForm } from './show-action-form.ts'
import { showCase } from './show-case.ts'
import { courtAtWork } from '@court/testkit/court-at-work'
import { unmaskParty } from './unmask-party.ts'
import { verifyDocket } from './verify-docket.ts'

const scene = await courtAtWork(await createTestDatabase(), await createTestPorts())
const { all, court, elsewhere, clock, act, accept, file, headOf, must } = scene
const clerk = await scene.staff(['filing-clerk'], '林书记')
const courtClerk = await scene.staff(['court-clerk'], '吴书记')
const judge = await scene.staff(['judge'], '王法官')
const otherJudge = await scene.staff(['court-admin'], '管理员')
const stranger = await scene.staff(['filing-clerk', 'judge'], '外院', elsewhere.id)
const plaintiff = await scene.person()
const mine = { filter: 'all' as const, limit: 20 }

describe('the page of a case', () => {
  test('shows a party the docket in words, what happens next, and what it may do', async () => {
    const filed = await file(plaintiff)
    const page = must(await showCase(plaintiff, filed))
    expect(page.state).toMatchObject({ id: 'filed', isWithMe: false })
    expect(page.viewer).toMatchObject({ side: 'party', isAgent: false })
    expect(page.next).toMatchObject({ due: '2026-03-09', isForMe: false, isOverdue: false })
    expect(page.docket.map(({ type }) => type)).toContain('filing-received')
    const received = page.docket.find(({ type }) => type === 'filing-received')
    expect(received?.actor.name).toBe(plaintiff.actor.kind === 'person' ? '张试' : '')
    expect(received?.references.length).toBeGreaterThan(0)
    expect(received?.details).toContainEqual(expect.objectContaining({ kind: 'amount', amountFen: 5_000_000 }))
    expect(page.actions.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['ask-question', 'withdraw-filing']),
    )
    expect(page.integrity).toMatchObject({ isWhole: true, brokenAt: null })
    expect(page.grounds).toContain('借款五万元')
    expect(page.claims[0]).toMatchObject({ kind: 'payment', amountFen: 5_000_000 })
    expect(page.materials.map(({ kind }) => kind).sort()).toEqual(['complaint', 'identity-document'])
    expect(page.notices.length).toBeGreaterThan(0)
    expect(page.consents.length).toBeGreaterThan(0)
    expect(page.stages.visited).toEqual(['filed'])
  })

  test('a returned filing says of every reason what is wrong and how to put it right', async () => {
    const filed = await file(plaintiff)
    must(await act(clerk, filed, 'return-filing', { reasons: ['defendant-unclear'], note: '', days: 7 }))
    const { docket } = must(await showCase(plaintiff, filed))
    const details = docket.find(({ type }) => type === 'correction-requested')?.details ?? []
    const words = details.flatMap((one) => (one.kind === 'text' ? [one.value] : []))
    expect(words.map(({ zh }) => zh).join()).toMatch(/提供的被告信息不足以.+请补充被告的住所/)
    expect(words.map(({ en }) => en).join()).toMatch(/does not distinguish.+ Add the address/)
  })

  test('masks what belongs to others and lets each see what the rights of the code grant', async () => {
    const filed = await file(plaintiff)
    const ofParty = must(await showCase(plaintiff, filed)).parties
    const [own, other] = [ofParty.find(({ isMe }) => isMe), ofParty.find(({ isMe }) => !isMe)]
    expect(own?.idNumber).toMatch(/\*{4}/)
    expect(other).toMatchObject({ name: '李四', idNumber: null, phone: null, canUnmask: [] })
    const ofClerk = must(await showCase(clerk, filed)).parties.find(({ role }) => role.role === 'defendant')
    expect(ofClerk?.phone).toMatch(/\*/)
    expect(ofClerk?.canUnmask).toEqual(expect.arrayContaining(['identity-number', 'phone']))
  })

  test('has every clock with a proof that other code has checked', async () => {
    const filed = await file(plaintiff)
    must(await accept(clerk, filed))
    const { clocks } = must(await showCase(clerk, filed))
    expect(clocks.length).toBeGreaterThan(3)
    for (const { proof, check, key } of clocks) {
      expect(proof.length, key).toBeGreaterThan(0)
      expect(check.isValid, key).toBe(true)
    }
  })

  test('is absent for another court, for strangers, for staff without a part in it, and once drawn for other judges', async () => {
    const filed = await file(plaintiff)
    for (const nobody of [stranger, await scene.person(), otherJudge])
      expect(await showCase(nobody, filed)).toEqual(notFound())
    must(await accept(clerk, filed))
    expect(await showCase(judge, filed)).toMatchObject({ ok: true })
    const late = await scene.staff(['judge'], '后来法官')
    expect(await showCase(late, filed)).toEqual(notFound())
    await all.staffMember.updateMany({ where: { name: '后来法官' }, data: { isActive: false } })
  })

  test('does not exist for the defendant before the case is accepted, and does from then on', async () => {
    const idNumber = residentNumber()
    const defendant = await scene.person({ idNumber, name: '李四' })
    const filed = await scene.fileAgainst(plaintiff, idNumber)
    expect(await showCase(defendant, filed)).toEqual(notFound())
    expect(must(await listMyCases(defendant, mine)).cases).toEqual([])
    must(await accept(clerk, filed))
    const page = must(await showCase(defendant, filed))
    expect(page.viewer.roles.map(({ role }) => role)).toEqual(['defendant'])
    expect(must(await listMyCases(defendant, mine)).cases).toMatchObject([{ caseId: filed.caseId, role: 'defendant' }])
  })

  test('finds a docket that was rewritten behind the back of the platform', async () => {
    const filed = await file(plaintiff)
    const where = { courtId_caseId_seq: { courtId: court.id, caseId: filed.caseId, seq: 1 } }
    const { body } = await all.docketEntry.findUniqueOrThrow({ where })
    await all.docketEntry.update({ where, data: { body: { ...(body as object), on: '2026-01-01' } } })
    const check = must(await verifyDocket(plaintiff, filed))
    expect(check).toMatchObject({ isWhole: false, brokenAt: 1 })
    expect(check.chain).toHaveLength(await headOf(filed.caseId))
  })
})

describe('the form of an action', () => {
  test('comes filled in with what the rules propose, and offers what can be chosen', async () => {
    const filed = await file(plaintiff)
    const form = must(await showActionForm(clerk, { ...filed, action: 'accept-filing' }))
    expect(form.action.allowed).toBe(true)
    expect(form.procedure?.proposed).toBe('small-claims')
    expect(form.fee?.feeFen).toBe(52_500)
    expect(form.values).toMatchObject({ procedure: 'small-claims', feeFen: 52_500 })
    const returned = must(await showActionForm(clerk, { ...filed, action: 'return-filing' }))
    expect(returned.options.reasons['reasons']?.map(({ value }) => value)).toContain('identity-unclear')
    must(await accept(clerk, filed))
    const service = must(await showActionForm(courtClerk, { ...filed, action: 'record-service' }))
    expect(service.options.parties['party']).toMatchObject([{ label: { zh: '被告 李四' } }])
    const extension = must(await showActionForm(judge, { ...filed, action: 'extend-period' }))
    expect(extension.options.clocks['period']?.map(({ value }) => value)).toContain('trial-limit')
  })

  test('says which rule stands against an action that is not possible', async () => {
    const form = must(await showActionForm(clerk, { ...(await file(plaintiff)), action: 'record-payment' }))
    expect(form.action.allowed).toMatchObject({ ok: false, ruleId: 'record-payment.from' })
    expect(await showActionForm(clerk, { ...(await file(plaintiff)), action: 'burn-file' })).toEqual(notFound())
    const asParty = await showActionForm(plaintiff, { ...(await file(plaintiff)), action: 'accept-filing' })
    expect(asParty).toMatchObject({ ok: false, ruleId: 'accept-filing.by' })
  })
})

test('a preview says what would happen and leaves everything as it is', async () => {
  const filed = await file(plaintiff)
  const before = await headOf(filed.caseId)
  const input = { procedure: 'summary', feeFen: 52_500 }
  const seen = must(await previewAction(clerk, { ...filed, action: 'accept-filing', input }))
  expect(seen.state).toMatchObject({ from: { id: 'filed' }, to: { id: 'accepted' } })
  expect(seen.caseNumber).toMatch(/^（2026）浙0212民初\d+号$/)
  expect(seen.judges?.map(({ name }) => name)).toContain('王法官')
  expect(seen.clocks).toContainEqual(expect.objectContaining({ key: 'filing-decision', kind: 'clears' }))
  expect(seen.clocks).toContainEqual(expect.objectContaining({ key: 'trial-limit', kind: 'starts', to: '2026-06-02' }))
  expect(seen.notices.length).toBeGreaterThan(0)
  expect(seen.documents.length).toBeGreaterThan(0)
  expect(await headOf(filed.caseId)).toBe(before)
  expect(
    await previewAction(clerk, { ...filed, action: 'accept-filing', input: { ...input, feeFen: -5 } }),
  ).toMatchObject({
    ok: false,
    ruleId: 'accept-filing.form',
    fields: { feeFen: {} },
  })
  expect(await previewAction(stranger, { ...filed, action: 'accept-filing', input })).toEqual(notFound())
})

test('a material is reviewed by whoever has the case, with coded reasons that its party reads', async () => {
  const filed = await file(plaintiff)
  const { materials } = must(await showCase(clerk, filed))
  const materialId = materials[0]?.id ?? ''
  const review = {
    ...filed,
    materialId,
    status: 'returned' as const,
    reasons: ['material-unreadable'],
    note: '缺第二页',
  }
  expect(await reviewMaterial(stranger, review)).toEqual(notFound())
  expect(await reviewMaterial(courtClerk, review)).toMatchObject({ ok: false, ruleId: 'material-review.holder' })
  expect(await reviewMaterial(clerk, { ...review, reasons: ['no-such'] })).toMatchObject({ ok: false, kind: 'invalid' })
  expect(must(await reviewMaterial(clerk, review))).toMatchObject({ status: 'returned', left: 1 })
  expect(must(await reviewMaterial(clerk, review))).toMatchObject({ left: 1 })
  const seen = must(await showCase(plaintiff, filed)).materials.find(({ id }) => id === materialId)
  expect(seen).toMatchObject({
    reviewStatus: 'returned',
    reviewNote: '缺第二页',
    reviewReasons: [{ code: 'material-unreadable' }],
  })
})

test('personal data are shown in full only to those with the right, and it is logged who saw them and why', async () => {
  const filed = await file(plaintiff)
  const party = await all.party.findFirstOrThrow({ where: { caseId: filed.caseId, side: 'defendant' } })
  const request = { ...filed, partyId: party.id, field: 'phone' as const, why: '电话通知' }
  expect(await unmaskParty(plaintiff, request)).toMatchObject({ ok: false, kind: 'not-allowed' })
  expect(await unmaskParty(stranger, request)).toEqual(notFound())
  expect(must(await unmaskParty(clerk, request)).value).toMatch(/13900000000$/)
  const log = await all.audit.findMany({ where: { caseId: filed.caseId, action: 'party-unmasked' } })
  expect(log).toMatchObject([
    { actorId: clerk.actor.staffId, subjectId: party.id, data: { field: 'phone', why: '电话通知' } },
  ])
  expect(JSON.stringify(log)).not.toContain('13900000000')
})

test('days that do not count move the trial limit; the page keeps the old date and the reason', async () => {
  const filed = await file(plaintiff)
  must(await accept(clerk, filed))
  clock.advance({ days: 14 })
  const exclude = { period: 'trial-limit', from: '2026-03-03', to: '2026-03-12', ground: 'appraisal' }
  must(await act(judge, filed, 'exclude-days', exclude))
  const limit = must(await showCase(plaintiff, filed)).clocks.find(({ key }) => key === 'trial-limit')
  expect(limit).toMatchObject({ due: '2026-06-12', history: [{ due: '2026-06-02' }], check: { isValid: true } })
  expect(limit?.history[0]?.because.zh).not.toBe('')
})

test('the papers of the court are worded with names and dates, and each party reads its own', async () => {
  const idNumber = residentNumber()
  const defendant = await scene.person({ idNumber, name: '李四' })
  const filed = await scene.fileAgainst(plaintiff, idNumber)
  const { caseNumber } = must(await accept(clerk, filed))
  const read = async (who: typeof plaintiff | typeof clerk) => must(await showCase(who, filed)).documents
  const ofPlaintiff = await read(plaintiff)
  expect(ofPlaintiff.map(({ document }) => document)).toEqual(
    expect.arrayContaining(['acceptance-notice', 'fee-notice']),
  )
  const notice = ofPlaintiff.find(({ document }) => document === 'acceptance-notice')
  expect(notice?.body.zh).toContain(caseNumber)
  expect(ofPlaintiff.find(({ document }) => document === 'fee-notice')?.body.zh).toContain('525.00')
  const ofDefendant = await read(defendant)
  expect(ofDefendant.map(({ document }) => document)).toContain('response-notice')
  expect(ofDefendant.map(({ document }) => document)).not.toContain('fee-notice')
  expect(JSON.stringify([...ofPlaintiff, ...ofDefendant])).not.toMatch(/\{[a-z]+\}/)
  expect((await read(clerk)).length).toBeGreaterThan(ofPlaintiff.length)
})
