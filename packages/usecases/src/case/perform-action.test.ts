import { describe, expect, test } from 'vitest'
import { createTestDatabase } from '@court/testkit/database'
import { createTestPorts } from '@court/testkit/ports'
import { verifyChain } from '@court/procedure/docket/entry'
import { isDrawGenuine, drawJudge } from '@court/procedure/draw/draw-judge'
import { photograph } from '@court/testkit/photograph'
import { notFound } from '../refusal.ts'
import { addUpload } from '../uploads/add-upload.ts'
import { readDocket } from './open-case.ts'
import { performAction } from './perform-action.ts'
import { reviewMaterial } from './review-material.ts'
import { courtAtWork } from '@court/testkit/court-at-work'

const scene = await courtAtWork(await createTestDatabase(), await createTestPorts())
const { all, court, elsewhere, clock, act, accept, file, headOf, must } = scene
const clerk = await scene.staff(['filing-clerk'], '林书记')
const colleague = await scene.staff(['filing-clerk'], '周书记')
const courtClerk = await scene.staff(['court-clerk'], '吴书记')
const judge = await scene.staff(['judge'], '王法官')
const stranger = await scene.staff(['filing-clerk'], '外院', elsewhere.id)
const plaintiff = await scene.person({ email: 'zhang@party.example' })

const docketOf = (caseId: string) =>
  scene.db.withCourt({ courtId: court.id, actor: clerk.actor }, (tx) => readDocket(tx, court.id, caseId))
const serialOf = (number: string | null) => Number(/民初(\d+)号/.exec(number ?? '')?.[1])

describe('accepting a filing', () => {
  test('gives it a number, a judge, a fee with its clock, and tells the plaintiff over every channel', async () => {
    const filed = await file(plaintiff)
    const done = must(await accept(clerk, filed))
    expect(done).toMatchObject({ state: 'accepted', judge: { id: judge.actor.staffId, name: '王法官' } })
    expect(done.caseNumber).toMatch(/^（2026）浙0212民初\d+号$/)

    const row = await all.case.findFirstOrThrow({ where: { id: filed.caseId } })
    expect(row).toMatchObject({
      number: done.caseNumber,
      judgeId: judge.actor.staffId,
      procedure: 'summary',
      headSeq: done.headSeq,
    })
    expect(row.acceptedAt).not.toBeNull()

    const clocks = await all.clock.findMany({ where: { caseId: filed.caseId } })
    const statusOf = (periodId: string) => clocks.find((one) => one.periodId === periodId)?.status
    expect([statusOf('filing-decision'), statusOf('fee-prepayment'), statusOf('trial-limit')]).toEqual([
      'cleared',
      'running',
      'running',
    ])

    const fee = await all.feeNotice.findFirstOrThrow({ where: { caseId: filed.caseId } })
    expect(fee).toMatchObject({ amountFen: 52_500n, status: 'owed', due: '2026-03-09' })

    const notice = await all.notice.findFirstOrThrow({ where: { caseId: filed.caseId, kind: 'filing-accepted' } })
    expect(notice).toMatchObject({ personId: plaintiff.actor.personId, link: `/my/${court.slug}/${filed.caseId}` })
    const deliveries = await all.delivery.findMany({ where: { noticeId: notice.id }, orderBy: { channel: 'asc' } })
    expect(deliveries.map(({ channel, state }) => `${channel} ${state}`)).toEqual([
      'app delivered',
      'mail queued',
      'sms queued',
    ])
    const owed = await all.outbox.findMany({ where: { caseId: filed.caseId, kind: 'deliver-notice' } })
    expect(owed.length).toBeGreaterThanOrEqual(2)

    const mine = await all.personCase.findFirstOrThrow({
      where: { caseId: filed.caseId, personId: plaintiff.actor.personId },
    })
    expect(mine).toMatchObject({ number: done.caseNumber, state: 'accepted' })
    const deed = await all.audit.findFirstOrThrow({ where: { caseId: filed.caseId, action: 'accept-filing' } })
    expect(deed.actorId).toBe(clerk.actor.staffId)
  })

  test('leaves a docket whose chain holds and whose draw can be drawn again', async () => {
    const filed = await file(plaintiff)
    must(await accept(clerk, filed))
    const docket = await docketOf(filed.caseId)
    const row = await all.case.findFirstOrThrow({ where: { id: filed.caseId } })
    expect(verifyChain(docket, { seq: row.headSeq, hash: row.headHash ?? '' })).toEqual({ valid: true })
    const data = docket.find(({ type }) => type === 'judge-drawn')?.data ?? {}
    const pool = data['weights'] as { id: string; weight: number }[]
    const again = drawJudge({ pool, seed: String(data['seed']) })
    expect(again.id).toBe(data['judge'])
    expect(isDrawGenuine(again.trace)).toBe(true)
  })

  test('is done once when the same form is sent twice', async () => {
    const filed = await file(plaintiff)
    const once = {
      ...filed,
      action: 'accept-filing',
      input: { procedure: 'summary', feeFen: 100 },
      key: 'the-same-form',
      headSeq: await headOf(filed.caseId),
    }
    const [first, second] = await Promise.all([performAction(clerk, once), performAction(clerk, once)])
    expect(must(second)).toEqual(must(first))
    const docket = await docketOf(filed.caseId)
    expect(docket.filter(({ type }) => type === 'case-numbered')).toHaveLength(1)
  })

  test('of two clerks at once one accepts, and the other is told who did', async () => {
    const filed = await file(plaintiff)
    const headSeq = await headOf(filed.caseId)
    const one = { ...filed, action: 'accept-filing', input: { procedure: 'summary', feeFen: 100 }, headSeq }
    const answers = await Promise.all([
      performAction(clerk, { ...one, key: 'clerk-one-key' }),
      performAction(colleague, { ...one, key: 'clerk-two-key' }),
    ])
    const late = answers.find((answer) => !answer.ok)
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(late).toMatchObject({ kind: 'conflict', ruleId: 'case.changed-meanwhile' })
    expect(late?.ok === false && late.reason.zh).toMatch(/(林|周)书记已于.*记录“登记立案”/)
  })

  test('that is refused costs no number', async () => {
    const [first, refused, second] = [await file(plaintiff), await file(plaintiff), await file(plaintiff)]
    const before = serialOf(must(await accept(clerk, first)).caseNumber)
    expect(await accept(clerk, refused, { feeFen: -1 })).toMatchObject({ ok: false, ruleId: 'accept-filing.form' })
    expect(serialOf(must(await accept(clerk, second)).caseNumber)).toBe(before + 1)
  })

  test('by twenty at once gives numbers without a gap', async () => {
    const filed = []
    for (let index = 0; index < 20; index += 1) filed.push(await file(plaintiff))
    const done = await Promise.all(filed.map((one, index) => accept(index % 2 ? clerk : colleague, one)))
    const serials = done.map((answer) => serialOf(must(answer).caseNumber)).sort((a, b) => a - b)
    const first = serials[0] ?? 0
    expect(serials).toEqual(Array.from({ length: 20 }, (_, index) => first + index))
  }, 120_000)
})

describe('an action that may not be done', () => {
  test('in this state names the rule', async () => {
    const filed = await file(plaintiff)
    const answer = await act(courtClerk, filed, 'record-payment', { paidOn: '2026-03-02', paidFen: 1, voucher: 'V-0' })
    expect(answer).toMatchObject({ ok: false, ruleId: 'record-payment.from' })
  })

  test('by this role names the rule, and writes nothing', async () => {
    const filed = await file(plaintiff)
    const before = await headOf(filed.caseId)
    expect(await accept(plaintiff, filed)).toMatchObject({ ok: false, ruleId: 'accept-filing.by' })
    expect(await headOf(filed.caseId)).toBe(before)
  })

  test('in another court is as absent as a case that never was', async () => {
    const filed = await file(plaintiff)
    const absent = { courtSlug: court.slug, caseId: '01900000-0000-7000-8000-000000000000' }
    const request = { action: 'accept-filing', input: {}, key: 'other-court-key', headSeq: 1 }
    const answers = [
      await performAction(stranger, { ...filed, ...request }),
      await performAction(stranger, { ...filed, courtSlug: elsewhere.slug, ...request }),
      await performAction(clerk, { ...absent, ...request }),
      await performAction(await scene.person(), { ...filed, ...request }),
    ]
    for (const answer of answers) expect(answer).toEqual(notFound())
  })

  test('because the code has none of that name is absent', async () => {
    expect(await act(clerk, await file(plaintiff), 'burn-file')).toEqual(notFound())
  })
})

describe('what happened outside', () => {
  test('a fact that is recorded late moves the clock, keeps the old date and says why', async () => {
    const filed = await file(plaintiff)
    must(await accept(clerk, filed))
    const party = (await all.party.findFirstOrThrow({ where: { caseId: filed.caseId, side: 'defendant' } })).id
    clock.advance({ days: 2 })
    must(await act(courtClerk, filed, 'record-service', { party, servedOn: '2026-03-04', means: 'direct', note: '' }))
    const key = { courtId_caseId_key: { courtId: court.id, caseId: filed.caseId, key: `answer@${party}` } }
    const first = await all.clock.findUniqueOrThrow({ where: key })
    const wrong = (await docketOf(filed.caseId)).find(({ type }) => type === 'complaint-served')
    must(await act(courtClerk, filed, 'correct-entry', { entry: wrong?.seq, ground: '送达回证上的日期是三月三日' }))
    must(await act(courtClerk, filed, 'record-service', { party, servedOn: '2026-03-03', means: 'direct', note: '' }))
    const second = await all.clock.findUniqueOrThrow({ where: key })
    expect([first.due, second.due]).toEqual(['2026-03-19', '2026-03-18'])
    const history = await all.clockHistory.findMany({
      where: { caseId: filed.caseId, key: second.key },
      orderBy: [{ at: 'asc' }, { entrySeq: 'asc' }],
    })
    expect(history.map(({ due }) => due)).toEqual(['2026-03-19', '2026-03-18'])
    expect(JSON.stringify(history.at(-1)?.because)).toContain('登记')
    clock.set('2026-03-02T01:00:00.000Z')
  })

  test('a payment settles its notice; the same voucher is not taken twice', async () => {
    const [filed, other] = [await file(plaintiff), await file(plaintiff)]
    must(await accept(clerk, filed))
    must(await accept(clerk, other))
    const payment = { paidOn: '2026-03-02', paidFen: 52_500, voucher: 'V-2026-1' }
    must(await act(courtClerk, filed, 'record-payment', payment))
    expect(await all.feeNotice.findFirstOrThrow({ where: { caseId: filed.caseId } })).toMatchObject({ status: 'paid' })
    expect(await all.task.count({ where: { caseId: filed.caseId, kind: 'pay-fee', status: 'open' } })).toBe(0)
    const before = await headOf(other.caseId)
    expect(await act(courtClerk, other, 'record-payment', payment)).toMatchObject({
      ok: false,
      ruleId: 'payment.voucher-used',
    })
    expect(await headOf(other.caseId)).toBe(before)
  })
})

test('a party asks, the court answers; the docket holds only what it committed to', async () => {
  const filed = await file(plaintiff)
  must(await act(plaintiff, filed, 'ask-question', { question: '什么时候可以立案？' }))
  expect(await all.question.findFirstOrThrow({ where: { caseId: filed.caseId } })).toMatchObject({
    status: 'open',
    text: '什么时候可以立案？',
  })
  const task = await all.task.findFirstOrThrow({ where: { caseId: filed.caseId, role: 'court-clerk' } })
  expect(task.status).toBe('open')
  const party = (await all.party.findFirstOrThrow({ where: { caseId: filed.caseId, side: 'plaintiff' } })).id
  must(await act(courtClerk, filed, 'answer-question', { party, answer: '七日内答复。' }))
  expect(
    await all.question.findFirstOrThrow({ where: { caseId: filed.caseId }, include: { answers: true } }),
  ).toMatchObject({
    status: 'answered',
    answers: [{ text: '七日内答复。' }],
  })
  expect(JSON.stringify(await docketOf(filed.caseId))).not.toMatch(/什么时候|七日内答复/)
  expect(await all.task.findFirstOrThrow({ where: { id: task.id } })).toMatchObject({ status: 'done' })
})

test('a filing is returned, corrected with a new page in place of the returned one, and accepted', async () => {
  const filed = await file(plaintiff)
  const [old] = await all.material.findMany({ where: { caseId: filed.caseId, kind: 'complaint' } })
  const review = {
    ...filed,
    materialId: old?.id ?? '',
    status: 'returned' as const,
    reasons: ['material-unreadable'],
    note: '',
  }
  must(await reviewMaterial(clerk, review))
  must(await act(clerk, filed, 'return-filing', { reasons: ['material-unreadable'], note: '', days: 7 }))
  const told = await all.notice.findFirstOrThrow({ where: { caseId: filed.caseId, kind: 'filing-returned' } })
  expect(JSON.stringify(told.body)).toContain('不清晰')
  expect(await accept(clerk, filed)).toMatchObject({ ok: false, ruleId: 'accept-filing.from' })

  const body = await photograph({ text: '起诉状', seed: 77 })
  const uploadId = await scene.ports.upload({ ownerId: `person:${plaintiff.actor.personId}`, name: 'again.jpg', body })
  const target = { kind: 'case' as const, courtId: court.id, caseId: filed.caseId }
  must(await addUpload(plaintiff, { target, uploadId, fileName: 'again.jpg', type: 'complaint', materialId: null }))
  must(
    await act(plaintiff, filed, 'submit-correction', {
      note: '已更正',
      materials: [{ id: 'made-up', type: 'complaint', sha256: 'f'.repeat(64) }],
    }),
  )

  const complaints = await all.material.findMany({
    where: { caseId: filed.caseId, kind: 'complaint' },
    orderBy: { position: 'asc' },
    include: { files: true },
  })
  expect(complaints).toHaveLength(2)
  expect(complaints[0]?.supersededById).toBe(complaints[1]?.id)
  const correction = (await docketOf(filed.caseId)).find(({ type }) => type === 'correction-received')
  expect(correction?.data['materials']).toMatchObject([
    { id: complaints[1]?.id, sha256: complaints[1]?.files[0]?.blobSha256 },
  ])
  expect(await all.case.findFirstOrThrow({ where: { id: filed.caseId } })).toMatchObject({ state: 'filed' })
  must(await accept(clerk, filed))
})
