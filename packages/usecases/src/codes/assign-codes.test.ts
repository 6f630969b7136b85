import { beforeAll, describe, expect, test } from 'vitest'
import { builtInCodes } from '@court/procedure/code/built-in-codes.node'
import { testContext } from '@court/testkit/context'
import { buildCourt, buildStaff, type BuiltCourt } from '@court/testkit/courts'
import { createTestDatabase } from '@court/testkit/database'
import type { Actor, StaffActor } from '../actor.ts'
import { kindOf } from '../refusal.ts'
import { assignCodes, previewCodes } from './assign-codes.ts'
import { loadCode } from './load-code.ts'
import { publishPacks } from './publish-packs.ts'

const { adminDb, db, all } = await createTestDatabase()
const as = (actor: Actor) => testContext({ db: adminDb, actor })

let national: StaffActor
let courtAdmin: StaffActor
let court: BuiltCourt

beforeAll(async () => {
  const supreme = await buildCourt(all, { level: 'supreme', code: '最高法' })
  court = await buildCourt(all, { code: '浙0212' })
  national = await buildStaff(all, { courtId: supreme.id, roles: ['national-admin'] })
  courtAdmin = await buildStaff(all, { courtId: court.id, roles: ['court-admin'] })
  const published = await publishPacks(as(national), builtInCodes())
  if (!published.ok) throw new Error(JSON.stringify(published.facts))
})

const codeOn = (on: string) => {
  const ctx = testContext({ db, actor: { kind: 'anonymous' } })
  return db.withNation({ kind: 'anonymous' }, (tx) => loadCode(tx, ctx, { courtId: court.id, on }))
}

describe('publishing', () => {
  test('the same packs again change nothing', async () => {
    const again = await publishPacks(as(national), builtInCodes())
    expect(again.ok && again.value.every(({ isNew }) => !isNew)).toBe(true)
  })

  test('another text under a published version is a conflict, and nothing of the batch is published', async () => {
    const files = new Map(builtInCodes())
    files.set('zhejiang/pack.yaml', `${files.get('zhejiang/pack.yaml') ?? ''}\n# changed\n`)
    const count = await all.codePack.count()
    const answer = await publishPacks(as(national), files)
    expect(!answer.ok && [kindOf(answer), answer.ruleId]).toEqual(['conflict', 'code.version-taken'])
    expect(await all.codePack.count()).toBe(count)
  })

  test('a pack that does not load is refused and says where', async () => {
    const answer = await publishPacks(as(national), new Map([['x/pack.yaml', 'id: cn.x\nlayer: nowhere\n']]))
    expect(answer).toMatchObject({ ok: false, ruleId: 'code.does-not-load' })
    expect(!answer.ok && JSON.stringify(answer.facts)).toContain('x/pack.yaml')
  })

  test('a published row can be changed by no role', async () => {
    await expect(
      adminDb.withNation({ kind: 'staff' }, (tx) => tx.codePack.updateMany({ data: { validTo: '2020-01-01' } })),
    ).rejects.toThrow(/permission denied|denied/i)
  })
})

describe('assigning', () => {
  const ids = ['cn.zhejiang', 'cn.ningbo.mobile-litigation']

  test('the packs come with what they stand on, and the court works under them from that day', async () => {
    expect(await codeOn('2026-03-02')).toBeNull()
    const answer = await assignCodes(as(national), { courtId: court.id, packIds: ids, from: '2026-03-02' })
    if (!answer.ok) throw new Error(answer.ruleId)
    expect(answer.value.packIds).toContain('cn.civil-first-instance')
    expect(await codeOn('2026-03-01')).toBeNull()
    expect((await codeOn('2026-03-02'))?.hash).toBe(answer.value.hash)
    const again = await assignCodes(as(national), { courtId: court.id, packIds: ids, from: '2026-03-02' })
    expect(again.ok && again.value.hash).toBe(answer.value.hash)
    expect(await all.courtCodeAssignment.count({ where: { courtId: court.id } })).toBe(answer.value.packIds.length)
  })

  test('a later assignment leaves the days before it as they were', async () => {
    const before = await codeOn('2026-03-10')
    const answer = await assignCodes(as(national), { courtId: court.id, packIds: ['court.浙0212'], from: '2026-04-01' })
    if (!answer.ok) throw new Error(answer.ruleId)
    expect((await codeOn('2026-03-10'))?.hash).toBe(before?.hash)
    expect((await codeOn('2026-04-01'))?.hash).toBe(answer.value.hash)
    expect(answer.value.hash).not.toBe(before?.hash)
  })

  test('a preview writes nothing', async () => {
    const count = await all.courtCodeAssignment.count()
    const answer = await previewCodes(as(national), { courtId: court.id, packIds: ['cn.zhejiang'], from: '2026-05-01' })
    expect(answer).toMatchObject({ ok: true })
    expect(await all.courtCodeAssignment.count()).toBe(count)
  })

  test('unknown packs, a court without a number, an absent court and a court administrator are refused', async () => {
    const none = await buildCourt(all, { code: '浙0299', codeFrom: '2027-01-01' })
    const asked = { courtId: court.id, packIds: ['cn.zhejiang'], from: '2026-05-01' }
    const rule = async (answer: ReturnType<typeof assignCodes>) => answer.then((one) => (one.ok ? 'ok' : one.ruleId))
    expect(await rule(assignCodes(as(national), { ...asked, packIds: ['cn.nowhere'] }))).toBe('codes.unknown-pack')
    expect(await rule(assignCodes(as(national), { ...asked, courtId: none.id }))).toBe('codes.no-court-code')
    expect(await rule(assignCodes(as(national), { ...asked, courtId: crypto.randomUUID() }))).toBe('not-found')
    expect(await rule(assignCodes(as(courtAdmin), asked))).toBe('not-allowed')
    expect(await rule(assignCodes(as({ kind: 'anonymous' }), asked))).toBe('sign-in-needed')
  })
})
