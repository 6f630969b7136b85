import { beforeAll, describe, expect, test } from 'vitest'
import { testContext } from '@court/testkit/context'
import { buildCourt, buildStaff, type BuiltCourt } from '@court/testkit/courts'
import { createTestDatabase } from '@court/testkit/database'
import { buildPerson } from '@court/testkit/persons'
import type { Actor, StaffActor } from '../actor.ts'
import { addUnit } from './add-unit.ts'
import { changeContact } from './change-contact.ts'
import { closeUnit } from './close-unit.ts'
import { giveCourtCode } from './give-court-code.ts'
import { listCourts } from './list-courts.ts'
import { openCourt } from './open-court.ts'
import { readCourt } from './read-court.ts'
import { renameCourt } from './rename-court.ts'
import { takeCourtOn, type TakeCourtOnInput } from './take-court-on.ts'

const { adminDb, all } = await createTestDatabase()
const as = (actor: Actor) => testContext({ db: adminDb, actor })

let supreme: BuiltCourt
let high: BuiltCourt
let national: StaffActor
let courtAdmin: StaffActor

beforeAll(async () => {
  supreme = await buildCourt(all, { level: 'supreme', slug: 'supreme', code: '最高法', nameZh: '最高人民法院' })
  high = await buildCourt(all, {
    level: 'high',
    slug: 'zhejiang',
    code: '浙',
    nameZh: '浙江省高级人民法院',
    parentId: supreme.id,
  })
  national = await buildStaff(all, { courtId: supreme.id, roles: ['national-admin'] })
  courtAdmin = await buildStaff(all, { courtId: high.id, roles: ['court-admin'] })
})

const form = (change: Partial<TakeCourtOnInput> = {}): TakeCourtOnInput => ({
  key: crypto.randomUUID(),
  parentId: high.id,
  level: 'basic',
  nameZh: '新设区人民法院',
  nameEn: 'Basic People’s Court of Xinshe',
  slug: `xinshe-${crypto.randomUUID().slice(0, 8)}`,
  code: `浙${String(Math.floor(Math.random() * 9000) + 1000)}`,
  codeFrom: '2026-03-02',
  units: [{ kind: 'division', nameZh: '立案庭', nameEn: 'Filing Division' }],
  ...change,
})

describe('a new court is taken on', () => {
  test('it stands in the tree with its code, its units and what it still lacks', async () => {
    const input = form()
    const taken = await takeCourtOn(as(national), input)
    if (!taken.ok) throw new Error(taken.ruleId)
    const page = await readCourt(as(national), taken.value)
    if (!page.ok) throw new Error(page.ruleId)
    expect(page.value).toMatchObject({
      status: 'preparing',
      parent: { id: high.id },
      codes: [{ code: input.code, validFrom: '2026-03-02', validTo: null, isNow: true }],
      units: [{ nameZh: '立案庭', isActive: true, staffCount: 0 }],
      missing: ['packs', 'filing-staff'],
    })
    const tree = await listCourts(as(national))
    if (!tree.ok) throw new Error(tree.ruleId)
    const places = tree.value.map(({ id }) => id)
    expect(places.indexOf(taken.value.courtId)).toBeGreaterThan(places.indexOf(high.id))
    expect(await all.nationalAudit.findMany({ where: { courtId: taken.value.courtId } })).toMatchObject([
      { action: 'court-taken-on', actorId: national.staffId },
    ])
  })

  test('the same form sent ten times at once is one court', async () => {
    const input = form()
    const answers = await Promise.all(Array.from({ length: 10 }, () => takeCourtOn(as(national), input)))
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
    expect(await all.court.count({ where: { slug: input.slug } })).toBe(1)
  })

  test('a code or address name of another court is refused at its field', async () => {
    const first = form()
    await takeCourtOn(as(national), first)
    const second = await takeCourtOn(as(national), form({ code: first.code, slug: first.slug }))
    expect(second).toMatchObject({ ok: false, kind: 'invalid', ruleId: 'court.taken' })
    if (!second.ok) expect(Object.keys(second.fields ?? {}).sort()).toEqual(['code', 'slug'])
    expect(await all.court.count({ where: { slug: first.slug } })).toBe(1)
  })

  test('an absent court cannot be above it', async () => {
    const answer = await takeCourtOn(as(national), form({ parentId: crypto.randomUUID() }))
    expect(answer).toMatchObject({ ok: false, kind: 'not-found' })
  })

  test.each([
    ['the administrator of a court', () => courtAdmin, 'not-allowed'],
    ['nobody signed in', () => ({ kind: 'anonymous' }) as const, 'sign-in-needed'],
  ])('not by %s', async (_who, actor, kind) => {
    expect(await takeCourtOn(as(actor()), form())).toMatchObject({ ok: false, kind })
  })

  test('not by a party', async () => {
    const person = await buildPerson(all)
    expect(await takeCourtOn(as(person), form())).toMatchObject({ ok: false, kind: 'not-allowed' })
  })
})

describe('the code of a court', () => {
  test('a new one ends the one before on the day before', async () => {
    const court = await buildCourt(all, { code: '浙8801', codeFrom: '2016-01-01' })
    expect(
      await giveCourtCode(as(national), { courtId: court.id, code: '浙8802', validFrom: '2026-07-01' }),
    ).toMatchObject({ ok: true })
    const codes = await all.courtCode.findMany({ where: { courtId: court.id }, orderBy: { validFrom: 'asc' } })
    expect(codes).toMatchObject([
      { code: '浙8801', validTo: '2026-06-30' },
      { code: '浙8802', validTo: null },
    ])
  })

  test('never back in time, never that of another court, never by the court itself', async () => {
    const court = await buildCourt(all, { code: '浙8803', codeFrom: '2020-01-01' })
    await buildCourt(all, { code: '浙8804' })
    const own = await buildStaff(all, { courtId: court.id, roles: ['court-admin'] })
    const give = (actor: Actor, code: string, validFrom: string) =>
      giveCourtCode(as(actor), { courtId: court.id, code, validFrom })
    expect(await give(national, '浙8805', '2019-12-31')).toMatchObject({ ok: false, fields: { validFrom: {} } })
    expect(await give(national, '浙8804', '2026-07-01')).toMatchObject({ ok: false, fields: { code: {} } })
    expect(await give(own, '浙8805', '2026-07-01')).toMatchObject({ ok: false, kind: 'not-allowed' })
    expect(await all.courtCode.count({ where: { courtId: court.id } })).toBe(1)
  })
})

describe('opening', () => {
  test('is refused while something is missing, and what is missing is named', async () => {
    const taken = await takeCourtOn(as(national), form())
    if (!taken.ok) throw new Error(taken.ruleId)
    expect(await openCourt(as(national), taken.value)).toMatchObject({
      ok: false,
      ruleId: 'court.not-ready',
      facts: { missing: ['packs'] },
    })
    await all.courtCodeAssignment.create({
      data: { courtId: taken.value.courtId, packId: 'cn.civil-first-instance', validFrom: '2026-03-01' },
    })
    expect(await openCourt(as(courtAdmin), taken.value)).toMatchObject({ ok: false, kind: 'not-allowed' })
    expect(await openCourt(as(national), taken.value)).toEqual({ ok: true, value: null })
    expect(await openCourt(as(national), taken.value)).toEqual({ ok: true, value: null })
    expect(await all.court.findUnique({ where: { id: taken.value.courtId } })).toMatchObject({ status: 'open' })
  })
})

describe('a court looks after itself', () => {
  test('its administrator changes its contact and its units, not those of another court', async () => {
    const contact = { phone: '0571-5550100', addressZh: '示范路1号' }
    expect(await changeContact(as(courtAdmin), { courtId: high.id, contact })).toMatchObject({ ok: true })
    const unit = { kind: 'tribunal' as const, nameZh: '城东人民法庭', nameEn: 'Chengdong Tribunal' }
    const added = await addUnit(as(courtAdmin), { courtId: high.id, unit })
    if (!added.ok) throw new Error(added.ruleId)
    expect(await addUnit(as(courtAdmin), { courtId: high.id, unit })).toMatchObject({
      ok: false,
      fields: { nameZh: {} },
    })
    expect(await readCourt(as(courtAdmin), { courtId: high.id })).toMatchObject({
      ok: true,
      value: { contact, units: [{ nameZh: '城东人民法庭' }] },
    })
    expect(await closeUnit(as(courtAdmin), { courtId: high.id, unitId: added.value.unitId })).toMatchObject({
      ok: true,
    })

    for (const answer of [
      await changeContact(as(courtAdmin), { courtId: supreme.id, contact }),
      await addUnit(as(courtAdmin), { courtId: supreme.id, unit }),
      await closeUnit(as(courtAdmin), { courtId: supreme.id, unitId: added.value.unitId }),
      await readCourt(as(courtAdmin), { courtId: supreme.id }),
      await readCourt(as(courtAdmin), { courtId: crypto.randomUUID() }),
    ])
      expect(answer).toMatchObject({ ok: false, kind: 'not-found' })
  })

  test('a unit with people in it stays', async () => {
    const added = await addUnit(as(national), {
      courtId: high.id,
      unit: { kind: 'division', nameZh: '民一庭', nameEn: 'First Civil Division' },
    })
    if (!added.ok) throw new Error(added.ruleId)
    await buildStaff(all, { courtId: high.id, roles: ['judge'], unitId: added.value.unitId })
    expect(await closeUnit(as(national), { courtId: high.id, unitId: added.value.unitId })).toMatchObject({
      ok: false,
      ruleId: 'unit.has-staff',
      facts: { staffCount: 1 },
    })
  })

  test('its name is changed from above alone', async () => {
    const names = { nameZh: '浙江省高级人民法院', nameEn: 'High People’s Court of Zhejiang' }
    expect(await renameCourt(as(courtAdmin), { courtId: high.id, ...names })).toMatchObject({
      ok: false,
      kind: 'not-allowed',
    })
    expect(await renameCourt(as(national), { courtId: high.id, ...names })).toMatchObject({ ok: true })
    expect(await renameCourt(as(national), { courtId: crypto.randomUUID(), ...names })).toMatchObject({
      ok: false,
      kind: 'not-found',
    })
  })

  test('its earlier names are kept with the day each ended; the same names again are no change', async () => {
    const before = await all.court.findUniqueOrThrow({ where: { id: high.id } })
    const names = { nameZh: '浙江省改名高级人民法院', nameEn: 'Renamed High People’s Court of Zhejiang' }
    const known = (await readNames()).length
    expect(await renameCourt(as(national), { courtId: high.id, ...names })).toMatchObject({ ok: true })
    expect(await renameCourt(as(national), { courtId: high.id, ...names })).toMatchObject({ ok: true })
    const earlier = await readNames()
    expect(earlier).toHaveLength(known + 1)
    expect(earlier).toContainEqual({ nameZh: before.nameZh, nameEn: before.nameEn, until: expect.any(Date) })
  })

  async function readNames() {
    const page = await readCourt(as(national), { courtId: high.id })
    if (!page.ok) throw new Error(page.ruleId)
    return page.value.earlierNames
  }

  test('a clerk sees no administration', async () => {
    const clerk = await buildStaff(all, { courtId: high.id, roles: ['filing-clerk'] })
    expect(await listCourts(as(clerk))).toMatchObject({ ok: false, kind: 'not-allowed' })
    expect(await readCourt(as(clerk), { courtId: high.id })).toMatchObject({ ok: false, kind: 'not-allowed' })
  })
})
