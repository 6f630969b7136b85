import { beforeAll, describe, expect, test } from 'vitest'
import { builtInCodes } from '@court/procedure/code/built-in-codes.node'
import { testContext } from '@court/testkit/context'
import { buildCourt, buildStaff, type BuiltCourt } from '@court/testkit/courts'
import { createTestDatabase } from '@court/testkit/database'
import { assignCodes } from '../codes/assign-codes.ts'
import { publishPacks } from '../codes/publish-packs.ts'
import type { Actor, StaffActor } from '../actor.ts'
import { listPacks } from './list-packs.ts'
import { openCourt } from './open-court.ts'
import { explainRule, rulesInForce } from './rules-in-force.ts'
import { takeCourtOn } from './take-court-on.ts'

const { adminDb, all } = await createTestDatabase()
const as = (actor: Actor) => testContext({ db: adminDb, actor })

let supreme: BuiltCourt
let yuyao: BuiltCourt
let national: StaffActor
let admin: StaffActor

beforeAll(async () => {
  supreme = await buildCourt(all, { level: 'supreme', code: '最高法' })
  yuyao = await buildCourt(all, { code: '浙0281', parentId: supreme.id })
  national = await buildStaff(all, { courtId: supreme.id, roles: ['national-admin'] })
  admin = await buildStaff(all, { courtId: yuyao.id, roles: ['court-admin'] })
  const published = await publishPacks(as(national), builtInCodes())
  if (!published.ok) throw new Error(JSON.stringify(published.facts))
  const assigned = await assignCodes(as(national), { courtId: yuyao.id, packIds: ['court.浙0281'], from: '2024-01-01' })
  if (!assigned.ok) throw new Error(JSON.stringify(assigned.facts))
})

describe('the published packs', () => {
  test('stand national first, each with the courts that work under it', async () => {
    const packs = await listPacks(as(admin))
    if (!packs.ok) throw new Error(packs.ruleId)
    expect(packs.value[0]?.layer).toBe('national')
    expect(packs.value.at(-1)?.layer).toBe('court')
    expect(packs.value.find(({ packId }) => packId === 'court.浙0281')).toMatchObject({ courtCount: 1 })
    expect(packs.value.find(({ packId }) => packId === 'court.浙0212')).toMatchObject({ courtCount: 0 })
  })

  test('are shown to administrators alone', async () => {
    const judge = await buildStaff(all, { courtId: yuyao.id, roles: ['judge'] })
    expect(await listPacks(as(judge))).toMatchObject({ ok: false, kind: 'not-allowed' })
  })
})

describe('the rules of a court on a day', () => {
  test('say which layer gave which value', async () => {
    const rules = await rulesInForce(as(admin), { courtId: yuyao.id, on: '2026-03-02', section: 'periods' })
    if (!rules.ok) throw new Error(rules.ruleId)
    const decision = rules.value.rules.find(({ id }) => id === 'filing-decision')
    expect(decision).toMatchObject({ title: { zh: '立案审查期限' }, owner: { layer: 'national' } })
    expect(decision?.changes.map(({ inner }) => inner)).toEqual(['rule.count'])
    const layers = decision?.changes[0]?.layers ?? []
    expect(layers[0]).toMatchObject({ layer: 'national', value: 7 })
    expect(layers.at(-1)).toMatchObject({ layer: 'court', value: 3, changed: true })
    expect(rules.value.sections.map(({ name }) => name)).toContain('actions')
  })

  test('one value is explained, with its floor', async () => {
    const asked = { courtId: yuyao.id, on: '2026-03-02', rule: 'filing-decision.rule.count' }
    expect(await explainRule(as(admin), asked)).toMatchObject({
      ok: true,
      value: { value: 3, path: 'periods.filing-decision', floor: { allow: 'at-most' } },
    })
  })

  test('a rule that does not exist, a day without code and another court are answered as such', async () => {
    const on = '2026-03-02'
    expect(await explainRule(as(admin), { courtId: yuyao.id, on, rule: 'filing-decission' })).toMatchObject({
      ok: false,
      ruleId: 'codes.no-such-rule',
    })
    expect(await rulesInForce(as(admin), { courtId: yuyao.id, on: '2019-01-01', section: 'periods' })).toMatchObject({
      ok: false,
      ruleId: 'codes.none',
    })
    expect(await rulesInForce(as(admin), { courtId: supreme.id, on, section: 'periods' })).toMatchObject({
      ok: false,
      kind: 'not-found',
    })
  })
})

test('a court taken on and given its codes is open at once', async () => {
  const taken = await takeCourtOn(as(national), {
    key: crypto.randomUUID(),
    parentId: supreme.id,
    level: 'basic',
    nameZh: '宁波市新设区人民法院',
    nameEn: 'Basic People’s Court of Xinshe, Ningbo',
    slug: 'ningbo-xinshe',
    code: '浙0299',
    codeFrom: '2026-03-01',
    units: [{ kind: 'division', nameZh: '立案庭', nameEn: 'Filing Division' }],
  })
  if (!taken.ok) throw new Error(taken.ruleId)
  const { courtId } = taken.value
  const packIds = ['cn.zhejiang', 'cn.ningbo.mobile-litigation']
  expect(await assignCodes(as(national), { courtId, packIds, from: '2026-03-01' })).toMatchObject({ ok: true })
  expect(await openCourt(as(national), { courtId })).toMatchObject({ ok: true })
  const rules = await rulesInForce(as(national), { courtId, on: '2026-03-02', section: 'actions' })
  expect(rules.ok && rules.value.rules.map(({ id }) => id)).toContain('submit-filing')
})
