import { expect, test } from 'vitest'
import { createTestDatabase } from '@court/testkit/database'
import { builtInCodes } from '@court/procedure/code/built-in-codes.node'
import { packsFor } from '@court/procedure/code/packs-for'
import { parsePacks } from '@court/procedure/code/parse-pack'
import { systemActor, testContext } from '@court/testkit/context'
import { buildCourt } from '@court/testkit/courts'
import { fileCase } from '@court/testkit/filings'
import { createTestPorts } from '@court/testkit/ports'
import { courtAtWork, type FiledCase } from '@court/testkit/court-at-work'
import { showCase } from '../case/show-case.ts'
import { assignCodes } from '../codes/assign-codes.ts'
import { publishPacks } from '../codes/publish-packs.ts'
import { expireClock } from './expire-clock.ts'
import { remindClock } from './remind-clock.ts'
import { sweepClocks } from './sweep-clocks.ts'

const [database, ports] = [await createTestDatabase(), await createTestPorts()]
const scene = await courtAtWork(database, ports)
const { all, court, clock, accept, act, file, must } = scene
const clerk = await scene.staff(['filing-clerk'], '林书记')
const chief = await scene.staff(['filing-chief'], '庭长')
await scene.staff(['judge'], '王法官')
const plaintiff = await scene.person()
const worker = scene.as(systemActor('sweep-clocks'))

const owedFor = (caseId: string, kind: string) => all.outbox.findMany({ where: { caseId, kind } })
const clockOf = ({ caseId }: FiledCase, clockKey: string) => ({ courtId: court.id, caseId, clockKey })

test('a reminder is owed once, told once, and names whom the code says', async () => {
  clock.set('2026-03-02T01:00:00.000Z')
  const filed = await file(plaintiff)
  expect((await sweepClocks(worker)).reminders).toBe(0)
  clock.set('2026-03-07T02:00:00.000Z')
  await Promise.all([sweepClocks(worker), sweepClocks(worker)])
  expect(await owedFor(filed.caseId, 'remind-clock')).toMatchObject([{ payload: clockOf(filed, 'filing-decision') }])
  expect(await remindClock(worker, clockOf(filed, 'filing-decision'))).toBe('told')
  expect(await remindClock(worker, clockOf(filed, 'filing-decision'))).toBe('not-needed')
  const told = await all.notice.findMany({ where: { caseId: filed.caseId, kind: 'clock-near' } })
  expect(told).toMatchObject([{ staffId: clerk.actor.staffId }])
  expect(JSON.stringify(told[0]?.title)).toContain('2026年3月9日')
  await sweepClocks(worker)
  expect(await owedFor(filed.caseId, 'remind-clock')).toHaveLength(1)
})

test('a clock that ran out makes the task that the code names, and decides nothing', async () => {
  clock.set('2026-03-02T01:00:00.000Z')
  const filed = await file(plaintiff)
  const before = await scene.headOf(filed.caseId)
  expect(must(await expireClock(worker, clockOf(filed, 'filing-decision')))).toBe('not-needed')
  clock.set('2026-03-09T16:00:01.000Z')
  await sweepClocks(worker)
  await sweepClocks(worker)
  expect(await owedFor(filed.caseId, 'expire-clock')).toHaveLength(1)
  expect(must(await expireClock(worker, clockOf(filed, 'filing-decision')))).toBe('handled')
  expect(must(await expireClock(worker, clockOf(filed, 'filing-decision')))).toBe('not-needed')
  const tasks = await all.task.findMany({ where: { caseId: filed.caseId, status: 'open', role: 'filing-chief' } })
  expect(tasks).toHaveLength(1)
  expect(await scene.headOf(filed.caseId)).toBe(before)
  const page = must(await showCase(chief, filed))
  expect(page.state.id).toBe('filed')
  expect(page.next?.isOverdue).toBe(true)
  expect(page.clocks.find(({ key }) => key === 'filing-decision')?.status).toBe('expired')
  must(await accept(clerk, filed))
  expect(await all.task.count({ where: { caseId: filed.caseId, status: 'open', role: 'filing-chief' } })).toBe(0)
})

test('a clock that was cleared in time owes nothing', async () => {
  clock.set('2026-03-02T01:00:00.000Z')
  const filed = await file(plaintiff)
  must(await accept(clerk, filed))
  clock.set('2026-03-10T02:00:00.000Z')
  await sweepClocks(worker)
  const owed = (await owedFor(filed.caseId, 'expire-clock')).map(
    ({ payload }) => (payload as { clockKey: string }).clockKey,
  )
  expect(owed).not.toContain('filing-decision')
  expect(owed).toContain('fee-prepayment')
  expect(must(await expireClock(worker, clockOf(filed, 'fee-prepayment')))).toBe('handled')
  expect(await all.feeNotice.findFirstOrThrow({ where: { caseId: filed.caseId } })).toMatchObject({ status: 'overdue' })
  must(
    await act(await scene.staff(['court-clerk'], '吴书记'), filed, 'record-payment', {
      paidOn: '2026-03-10',
      paidFen: 52_500,
      voucher: 'V-late',
    }),
  )
  expect(await all.feeNotice.findFirstOrThrow({ where: { caseId: filed.caseId } })).toMatchObject({ status: 'paid' })
})

test('a clock of another court is not there', async () => {
  const filed = await file(plaintiff)
  const elsewhere = { ...clockOf(filed, 'filing-decision'), courtId: scene.elsewhere.id }
  expect(must(await expireClock(worker, elsewhere))).toBe('not-needed')
  expect(await remindClock(worker, elsewhere)).toBe('not-needed')
})

test('only where the code names an action does the platform act at the end of a clock, once, as itself', async () => {
  const pack = `
id: court.浙0299
version: '2026.1'
layer: court
title: { zh: 试行法院, en: Court on trial }
extends: [cn.zhejiang]
courts: [浙0299]
from: '2024-01-01'
entries:
  lapse-noted: { title: { zh: 记明逾期, en: Lapse noted } }
actions:
  note-lapse:
    title: { zh: 记明逾期, en: Note the lapse }
    by: [system]
    from: '*'
    writes: [lapse-noted]
periods:
  first-look:
    title: { zh: 初步查看期限, en: Time for a first look }
    rule: { count: 1, unit: day }
    whose: court
    starts: filing-received
    clears: [lapse-noted, filing-accepted]
    onExpiry: { action: note-lapse }
`
  const trial = await buildCourt(all, { code: '浙0299' })
  const admin = testContext({ db: database.adminDb, actor: scene.nationalAdmin })
  must(await publishPacks(admin, new Map([...builtInCodes(), ['courts/浙0299.yaml', pack]])))
  const { packs } = parsePacks(new Map([...builtInCodes(), ['courts/浙0299.yaml', pack]]))
  const packIds = packsFor({ packs, court: '浙0299' }).map(({ header }) => header.id)
  must(await assignCodes(admin, { courtId: trial.id, packIds, from: '2024-01-01' }))
  clock.set('2026-03-02T01:00:00.000Z')
  const { caseId } = await fileCase({ ctx: plaintiff, ports, courtSlug: trial.slug })
  const ended = { courtId: trial.id, caseId, clockKey: 'first-look' }
  clock.set('2026-03-04T02:00:00.000Z')
  expect(must(await expireClock(worker, ended))).toBe('handled')
  expect(must(await expireClock(worker, ended))).toBe('not-needed')
  const noted = await all.docketEntry.findMany({ where: { caseId, type: 'lapse-noted' } })
  expect(noted).toMatchObject([{ actorKind: 'system', action: 'note-lapse' }])
  expect(await all.clock.findFirstOrThrow({ where: { caseId, key: 'first-look' } })).toMatchObject({
    status: 'cleared',
  })
})

test('a machine whose clock runs an hour ahead neither ends a deadline early nor takes it away', async () => {
  clock.set('2026-03-02T01:00:00.000Z')
  const filed = await file(plaintiff)
  const ahead = (instant: string) => testContext({ db: scene.db, actor: systemActor('sweep-clocks'), now: instant })
  clock.set('2026-03-09T15:30:00.000Z')
  await sweepClocks(ahead('2026-03-09T16:30:00.000Z'))
  const [owed] = await owedFor(filed.caseId, 'expire-clock')
  const { at } = owed?.payload as { at: string }
  expect(at).toBe('2026-03-09T16:00:00.000Z')
  expect(must(await expireClock(worker, { ...clockOf(filed, 'filing-decision'), at }))).toBe('too-early')
  clock.set('2026-03-09T16:00:01.000Z')
  await sweepClocks(worker)
  expect(await owedFor(filed.caseId, 'expire-clock')).toHaveLength(1)
  expect(must(await expireClock(worker, { ...clockOf(filed, 'filing-decision'), at }))).toBe('handled')
  expect(must(await expireClock(worker, { ...clockOf(filed, 'filing-decision'), at }))).toBe('not-needed')
})

test('a reminder that was owed early comes back; one that was told does not', async () => {
  clock.set('2026-03-02T01:00:00.000Z')
  const filed = await file(plaintiff)
  await sweepClocks(testContext({ db: scene.db, actor: systemActor('sweep-clocks'), now: '2026-03-07T02:00:00.000Z' }))
  const [owed] = await owedFor(filed.caseId, 'remind-clock')
  const { at } = owed?.payload as { at: string }
  const reminded = () => remindClock(worker, { ...clockOf(filed, 'filing-decision'), at })
  expect(await reminded()).toBe('too-early')
  clock.set('2026-03-07T02:00:00.000Z')
  expect(await reminded()).toBe('told')
  expect(await reminded()).toBe('not-needed')
})
