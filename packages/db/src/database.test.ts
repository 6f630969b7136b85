import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { createTestDatabase } from '@court/testkit/database'
import { createDatabase, type DatabaseActor } from './database.ts'
import { isForbidden, isUniqueViolation, sqlStateOf } from './database-errors.ts'
import { Prisma } from './generated/client.ts'
import { raiseRateLimit } from './national/rate-limit.ts'
import { answerIn, question } from './question.ts'
import { InvalidScope, nationId } from './scope.ts'

const { db, all, urlAs } = await createTestDatabase({ poolMax: 5 })
const staff: DatabaseActor = { kind: 'staff', staffId: randomUUID() }
const system: DatabaseActor = { kind: 'system' }
const unit = (courtId: string) => ({ courtId, id: randomUUID(), kind: 'division', nameZh: '庭', nameEn: 'Division' })

type Where = { role: string; court: string; person: string; staff: string }
const whereAmI = `select current_user::text as role, current_setting('app.court_id') as court, current_setting('app.person_id') as person,
  current_setting('app.staff_id') as staff`

describe('a scope', () => {
  test('is the role and the ids of who acts, in one court or in the nation', async () => {
    const [courtId, personId] = [randomUUID(), randomUUID()]
    const person: DatabaseActor = { kind: 'person', personId }
    const inCourt = await db.withCourt({ courtId, actor: person }, (tx) => tx.$queryRawUnsafe<Where[]>(whereAmI))
    expect(inCourt).toEqual([{ role: 'app_public', court: courtId, person: personId, staff: '' }])
    const inNation = await db.withNation(staff, (tx) => tx.$queryRawUnsafe<Where[]>(whereAmI))
    expect(inNation).toEqual([{ role: 'app_staff', court: nationId, person: '', staff: staff.staffId }])
    const across = await db.acrossCourts((tx) => tx.$queryRawUnsafe<Where[]>(whereAmI))
    expect(across).toEqual([{ role: 'worker', court: '', person: '', staff: '' }])
  })

  test('of a form that no id has is refused before it reaches the database', async () => {
    for (const courtId of ["'; drop table unit; --", '', 'x', `${randomUUID()}\n`, randomUUID().toUpperCase()])
      await expect(db.withCourt({ courtId, actor: staff }, () => Promise.resolve(1))).rejects.toThrow(InvalidScope)
    await expect(db.withCourt({ courtId: nationId, actor: staff }, () => Promise.resolve(1))).rejects.toThrow(
      'no court',
    )
  })

  test('never reaches the next user of a connection: many callers, few connections', async () => {
    const courts = Array.from({ length: 5 }, () => randomUUID())
    for (const courtId of courts) await all.unit.create({ data: unit(courtId) })
    const seen = await Promise.all(
      Array.from({ length: 200 }, async (_, index) => {
        const courtId = courts[index % courts.length] ?? ''
        const rows = await db.withCourt({ courtId, actor: staff }, (tx) => tx.unit.findMany())
        return rows.length === 1 && rows[0]?.courtId === courtId
      }),
    )
    expect(seen.filter((right) => !right)).toEqual([])
    const outside = await db.withNation(staff, (tx) => tx.unit.findMany())
    expect(outside).toEqual([])
  })
})

describe('a transaction', () => {
  test('is undone whole when its function throws', async () => {
    const courtId = randomUUID()
    const broken = db.withCourt({ courtId, actor: system }, async (tx) => {
      await tx.outbox.create({ data: { courtId, kind: 'x', payload: {} } })
      throw new Error('broke')
    })
    await expect(broken).rejects.toThrow('broke')
    expect(await all.outbox.count({ where: { courtId } })).toBe(0)
  })

  test('within a transaction is a fault, not a wait for ever', async () => {
    const nested = db.withNation(system, () => db.withNation(system, () => Promise.resolve(1)))
    await expect(nested).rejects.toThrow('a transaction is open already')
    expect(await db.withNation(system, () => Promise.resolve(2))).toBe(2)
  })

  test('may be asked for several things at once', async () => {
    const warnings: string[] = []
    const listen = (warning: Error) => void warnings.push(warning.message)
    process.on('warning', listen)
    const ask = db.withNation(system, (tx) =>
      Promise.all([1, 2, 3].map((n) => tx.$queryRaw<{ n: number }[]>`select ${n}::int as n`)),
    )
    expect((await ask).flat()).toEqual([{ n: 1 }, { n: 2 }, { n: 3 }])
    const half = db.withNation(system, (tx) => Promise.all([tx.$queryRaw`select 1 / 0`, tx.court.count()]))
    await expect(half).rejects.toThrow('division by zero')
    process.off('warning', listen)
    expect(warnings).toEqual([])
  })

  test('that collided with another is repeated once', async () => {
    let runs = 0
    const collide = db.withNation(system, async (tx) => {
      runs += 1
      if (runs === 1)
        await tx.$executeRawUnsafe(`do $$ begin raise exception 'collided' using errcode = '40001'; end $$`)
      return 'done'
    })
    expect(await collide).toBe('done')
    expect(runs).toBe(2)
    const always = db.withNation(system, (tx) =>
      tx.$executeRawUnsafe(`do $$ begin raise exception 'again' using errcode = '40P01'; end $$`),
    )
    await expect(always).rejects.toSatisfy((error) => sqlStateOf(error) === '40P01' || sqlStateOf(error) === '40001')
  })

  test('needs a database address for its role', async () => {
    const portal = createDatabase({ urls: { public: urlAs('app_public') } })
    await expect(portal.withNation(staff, () => Promise.resolve(1))).rejects.toThrow('no database address for staff')
    await portal.close()
  })
})

describe('questions asked in one message', () => {
  const where = question<Where>(Prisma.raw(whereAmI))
  const units = question<{ courtId: string }>(Prisma.sql`select court_id as "courtId" from unit`)

  test('are answered each by name, in one transaction and one scope', async () => {
    const [courtId, personId] = [randomUUID(), randomUUID()]
    const transaction = question<{ id: bigint }>(Prisma.sql`select txid_current() as id`)
    const scope = { courtId, actor: { kind: 'person', personId } as const }
    const answers = await db.askCourt(scope, { where, first: transaction, second: transaction })
    expect(answers.where).toEqual([{ role: 'app_public', court: courtId, person: personId, staff: '' }])
    expect(answers.first).toEqual(answers.second)
    const nation = await db.askNation(staff, { where })
    expect(nation.where).toEqual([{ role: 'app_staff', court: nationId, person: '', staff: staff.staffId }])
  })

  test('never see the scope of another caller: many callers, few connections', async () => {
    const courts = Array.from({ length: 5 }, () => randomUUID())
    for (const courtId of courts) await all.unit.create({ data: unit(courtId) })
    const seen = await Promise.all(
      Array.from({ length: 200 }, async (_, index) => {
        const courtId = courts[index % courts.length] ?? ''
        if (index % 3 === 0) return (await db.askNation(staff, { units })).units.length === 0
        const { units: found } = await db.askCourt({ courtId, actor: staff }, { units })
        return found.length === 1 && found[0]?.courtId === courtId
      }),
    )
    expect(seen.filter((right) => !right)).toEqual([])
  })

  test('fail together when one of them does, and leave the connection fit for others', async () => {
    const half = question(Prisma.sql`select 1 / ${0}::int`)
    for (let turn = 0; turn < 8; turn += 1)
      await expect(db.askNation(staff, { where, half })).rejects.toThrow('division by zero')
    expect((await db.askNation(staff, { where })).where).toHaveLength(1)
    await expect(db.withNation(staff, () => db.askNation(staff, { where }))).rejects.toThrow('open already')
  })

  test('give values as models have them, whether asked alone or within a transaction', async () => {
    const values = question(Prisma.sql`select 9007199254740993 as big, 3 as small, array['甲', '乙'] as texts,
      ${new Date('2026-03-02T01:00:00.123Z')}::timestamptz as at, '0033-04-03 12:00:00.000001+00'::timestamptz as early, '{"a": 1}'::jsonb as json, null as nothing`)
    const expected = [
      {
        big: 9007199254740993n,
        small: 3,
        texts: ['甲', '乙'],
        at: new Date('2026-03-02T01:00:00.123Z'),
        early: new Date('0033-04-03T12:00:00Z'),
        json: { a: 1 },
        nothing: null,
      },
    ]
    expect((await db.askNation(staff, { values })).values).toEqual(expected)
    expect((await db.withNation(staff, (tx) => answerIn(tx, { values }))).values).toEqual(expected)
  })
})

describe('an error of the database', () => {
  test('says by its code whether a right was missing or a row was there already', async () => {
    const [courtId, foreign] = [randomUUID(), randomUUID()]
    const refused = await db
      .withCourt({ courtId, actor: staff }, (tx) => tx.task.create({ data: taskOf(foreign) }))
      .catch((error: unknown) => error)
    expect(isForbidden(refused)).toBe(true)
    const key = { courtId, kind: 'k', key: 'once' }
    const twice = await db
      .withCourt({ courtId, actor: system }, async (tx) => {
        await tx.effect.create({ data: key })
        await tx.effect.create({ data: key })
      })
      .catch((error: unknown) => error)
    expect(isUniqueViolation(twice)).toBe(true)
    expect(sqlStateOf(new Error('of something else'))).toBeNull()
  })
})

const taskOf = (courtId: string) => ({ courtId, caseId: randomUUID(), kind: 'k', title: {} })

test('of many uses at once each is counted, and a window that has passed begins anew', async () => {
  const key = 'sign-in:60:test'
  const use = (second: number) =>
    db.withNation({ kind: 'anonymous' }, (tx) => raiseRateLimit(tx, { key, windowSeconds: 60, now: at(second) }))
  const counts = await Promise.all(Array.from({ length: 20 }, () => use(0).then(({ count }) => count)))
  expect(counts.sort((left, right) => left - right)).toEqual(Array.from({ length: 20 }, (_, index) => index + 1))
  expect(await use(59)).toEqual({ count: 21, windowStart: at(0) })
  expect(await use(60)).toEqual({ count: 1, windowStart: at(60) })
})

const at = (second: number) => new Date(Date.UTC(2026, 2, 2, 1, 0, second))
