import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { nationId } from '@court/db/scope'
import { courtAtWork } from '@court/testkit/court-at-work'
import { anonymous, systemActor } from '@court/testkit/context'
import { buildStaff } from '@court/testkit/courts'
import { createTestDatabase } from '@court/testkit/database'
import { createTestPorts } from '@court/testkit/ports'
import { residentNumber } from '@court/testkit/resident-number'
import { unmaskParty } from '../case/unmask-party.ts'
import { deedWords } from './deed-words.ts'
import { listAudit, listOwnDeeds } from './list-deeds.ts'
import { listLooks } from './list-looks.ts'
import { sealAudit } from './seal-audit.ts'
import { verifyAudit } from './verify-audit.ts'

const ports = await createTestPorts()
const database = await createTestDatabase()
const scene = await courtAtWork(database, ports)
const { all, act, accept, file, fileAgainst, must, court, elsewhere, as } = scene
const clerk = await scene.staff(['filing-clerk'], '林书记')
const judge = await scene.staff(['filing-judge'], '王法官')
await scene.staff(['judge'], '钱法官')
const auditor = await scene.staff(['auditor'], '审计员')
const foreignAuditor = await scene.staff(['auditor'], '外院审计', elsewhere.id)
const plaintiff = await scene.person({ name: '赵原' })
const worker = as(systemActor('seal-audit'))
const page = { limit: 20 }

const partyOf = (caseId: string, side: string) => all.party.findFirstOrThrow({ where: { caseId, side } })
const look = async (ctx: typeof clerk, filed: { caseId: string; courtSlug: string }, side: string, why: string) =>
  must(
    await unmaskParty(ctx, {
      ...filed,
      partyId: (await partyOf(filed.caseId, side)).id,
      field: 'identity-number',
      why,
    }),
  )

describe('who looked', () => {
  test('a party sees which member of staff had their own data shown in full, when, and why; not who looked at the other side', async () => {
    const filed = await file(plaintiff)
    await look(clerk, filed, 'plaintiff', '核对身份证')
    await look(clerk, filed, 'defendant', '查被告住所')
    const looks = must(await listLooks(plaintiff, filed))
    expect(looks).toMatchObject([
      {
        field: 'identity-number',
        by: { kind: 'staff', name: '林书记', isMe: false },
        why: '核对身份证',
        partyId: (await partyOf(filed.caseId, 'plaintiff')).id,
      },
    ])
    expect(JSON.stringify(looks)).not.toMatch(/ip|address|requestId/)
  })

  test('the other side sees its own looks once it stands in the case, and never those at the plaintiff', async () => {
    const idNumber = residentNumber({ birthDay: '19850302' })
    const defendant = await scene.person({ idNumber, name: '李四' })
    const filed = await fileAgainst(plaintiff, idNumber)
    await look(clerk, filed, 'plaintiff', '看原告')
    await look(judge, filed, 'defendant', '看被告')
    expect(await listLooks(defendant, filed)).toMatchObject({ kind: 'not-found' })
    must(await accept(clerk, filed))
    expect(must(await listLooks(defendant, filed)).map(({ why }) => why)).toEqual(['看被告'])
  })

  test('looking at one’s own number is not told to oneself', async () => {
    const filed = await file(plaintiff)
    const own = await partyOf(filed.caseId, 'plaintiff')
    must(await unmaskParty(plaintiff, { ...filed, partyId: own.id, field: 'identity-number', why: '自己看看' }))
    expect(must(await listLooks(plaintiff, filed))).toEqual([])
  })

  test('a member of staff sees the own looks and not those of others; a stranger and another court see no case', async () => {
    const filed = await file(plaintiff)
    await look(clerk, filed, 'plaintiff', '书记员看')
    await look(judge, filed, 'plaintiff', '法官看')
    const mine = must(await listLooks(judge, filed))
    expect(mine).toMatchObject([{ by: { name: '王法官', isMe: true }, why: '法官看' }])
    const stranger = await scene.person()
    const foreign = await scene.staff(['filing-clerk'], '外院', elsewhere.id)
    for (const nobody of [stranger, foreign, as(anonymous)])
      expect(await listLooks(nobody, filed)).toMatchObject({ kind: 'not-found' })
  })
})

describe('what was done', () => {
  test('a person sees what the own account did, and nothing of anybody else’s', async () => {
    const [one, two] = [await scene.person(), await scene.person()]
    for (const [ctx, action] of [
      [one, 'signed-in'],
      [two, 'phone-changed'],
    ] as const)
      await all.nationalAudit.create({
        data: {
          ...{ at: ctx.now(), actorKind: 'person', actorId: ctx.actor.personId, action },
          ...{ subjectKind: 'session', subjectId: 'x', ip: '192.0.2.1' },
        },
      })
    const { deeds } = must(await listOwnDeeds(one, page))
    expect(deeds).toMatchObject([{ action: 'signed-in', title: { en: 'Signed in' }, address: '192.0.2.1' }])
    expect(await listOwnDeeds(as(anonymous), page)).toMatchObject({ kind: 'sign-in-needed' })
  })

  test('a member of staff sees the own acts by the titles of the code, in pages', async () => {
    const own = await scene.staff(['filing-clerk'], '新书记')
    for (let n = 0; n < 3; n += 1) must(await accept(own, await file(plaintiff)))
    const first = must(await listOwnDeeds(own, { limit: 2 }))
    expect(first.deeds).toMatchObject([{ action: 'accept-filing', title: { zh: expect.stringMatching(/立案/) } }, {}])
    const rest = must(await listOwnDeeds(own, { limit: 2, cursor: first.nextCursor ?? '' }))
    expect(rest.deeds).toHaveLength(1)
    expect(rest.nextCursor).toBeNull()
  })

  test('an auditor reads the audit of the own court by case and by actor; nobody else does, and no other court', async () => {
    const filed = await file(plaintiff)
    must(await act(clerk, filed, 'return-filing', { reasons: ['identity-unclear'], note: '', days: 7 }))
    const byCase = { of: { kind: 'case' as const, caseId: filed.caseId }, ...page }
    const byActor = { of: { kind: 'actor' as const, actorId: clerk.actor.staffId }, limit: 1 }
    expect(must(await listAudit(auditor, byCase)).deeds.map(({ action }) => action)).toContain('return-filing')
    expect(must(await listAudit(auditor, byActor)).deeds).toMatchObject([{ actor: { id: clerk.actor.staffId } }])
    expect(must(await listAudit(foreignAuditor, byCase)).deeds).toEqual([])
    for (const other of [clerk, judge]) expect(await listAudit(other, byCase)).toMatchObject({ kind: 'not-allowed' })
    expect(await listAudit(plaintiff, byCase)).toMatchObject({ kind: 'not-found' })
    expect(await listAudit(as(anonymous), byCase)).toMatchObject({ kind: 'sign-in-needed' })
  })

  test('every deed that the product writes down has a name in both languages', () => {
    const source = join(import.meta.dirname, '..')
    const written = readdirSync(source, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts'))
      .flatMap((path) => {
        const text = readFileSync(join(source, path), 'utf8')
        return [...text.matchAll(/(?:\baudit(?:Nation)?\([\s\S]{0,160}?|\bdeed: \{ )action: ([^\n]*)/g)].flatMap(
          ([, value = '']) =>
            [...value.replace(/(?:subject|seatId|data).*/, '').matchAll(/'([a-z-]+)'/g)].flatMap(([, name = '']) =>
              value.includes(`=== '${name}'`) ? [] : [name],
            ),
        )
      })
    expect(written.length).toBeGreaterThan(20)
    expect([...new Set(written)].filter((name) => deedWords[name] === undefined)).toEqual([])
  })
})

describe('the audit tells when it was tampered with', () => {
  const seal = () => sealAudit(worker, { settleSeconds: -1 })
  const verify = async (ctx = auditor) => must(await verifyAudit(ctx, {}))
  const broken = async () => (await verify()).brokenAt

  test('what was recorded stands under seals, each once, and the nation’s too', async () => {
    await file(plaintiff)
    const sealed = await seal()
    expect(sealed).toMatchObject({ broken: 0 })
    expect(sealed.rows).toBe((await all.audit.count()) + (await all.nationalAudit.count()))
    expect(await seal()).toEqual({ seals: 0, rows: 0, broken: 0 })
    const whole = await verify()
    expect(whole).toMatchObject({ brokenAt: null, rows: await all.audit.count({ where: { courtId: court.id } }) })
    expect(await all.auditSeal.count({ where: { courtId: nationId } })).toBe(1)
  })

  test('rows that may yet be joined by others wait', async () => {
    await file(plaintiff)
    expect(await sealAudit(worker)).toMatchObject({ rows: 0 })
    expect((await seal()).rows).toBeGreaterThan(0)
  })

  test('two workers at the same moment seal each row once', async () => {
    await file(plaintiff)
    const before = await all.auditSeal.count()
    await Promise.all([seal(), seal(), seal()])
    expect(await all.auditSeal.count()).toBeLessThanOrEqual(before + 2)
    expect(await broken()).toBeNull()
  })

  // What only the owner of the tables could do, and what each of these would look like.
  const someRow = () =>
    all.audit.findFirstOrThrow({
      where: { courtId: court.id, action: 'accept-filing' },
      orderBy: { recordedAt: 'asc' },
    })
  const place = ({ id }: { id: string }) => ({ courtId_id: { courtId: court.id, id } })

  test.each(['actorId', 'action', 'ip', 'subjectId'] as const)('a row whose %s was changed', async (column) => {
    const row = await someRow()
    await all.audit.update({ where: place(row), data: { [column]: 'changed' } })
    expect(await broken()).not.toBeNull()
    await all.audit.update({ where: place(row), data: { [column]: row[column] } })
    expect(await broken()).toBeNull()
  })

  test('a row that was removed, and one that was slipped in', async () => {
    const row = await someRow()
    await all.audit.delete({ where: place(row) })
    expect(await broken()).not.toBeNull()
    const again = { ...row, data: row.data as object }
    await all.audit.create({ data: again })
    expect(await broken()).toBeNull()
    await all.audit.create({ data: { ...again, id: row.id.replace(/^.{8}/, '00000000') } })
    expect(await broken()).not.toBeNull()
    await all.audit.delete({ where: place({ id: row.id.replace(/^.{8}/, '00000000') }) })
    expect(await broken()).toBeNull()
  })

  test('a seal that was taken out, and one made without the key', async () => {
    await file(plaintiff)
    await seal()
    await file(plaintiff)
    await seal()
    const last = await all.auditSeal.findFirstOrThrow({ where: { courtId: court.id }, orderBy: { seq: 'desc' } })
    const where = { courtId_seq: { courtId: court.id, seq: last.seq - 1 } }
    const middle = await all.auditSeal.delete({ where })
    expect(await broken()).toBe(last.seq)
    await all.auditSeal.create({ data: { ...middle, seal: 'a'.repeat(43) } })
    expect(await broken()).toBe(last.seq - 1)
    await all.auditSeal.update({ where, data: { seal: middle.seal } })
    expect(await broken()).toBeNull()
  })

  test('the worker raises an alarm when what the last seal covers has changed', async () => {
    await file(plaintiff)
    await seal()
    const last = await all.audit.findFirstOrThrow({ where: { courtId: court.id }, orderBy: { recordedAt: 'desc' } })
    await all.audit.update({ where: place(last), data: { actorId: 'somebody-else' } })
    ports.alarms.length = 0
    expect(await seal()).toMatchObject({ broken: 1 })
    expect(ports.alarms).toMatchObject([{ kind: 'audit-broken', facts: { courtId: court.id } }])
    await all.audit.update({ where: place(last), data: { actorId: last.actorId } })
    expect(await seal()).toMatchObject({ broken: 0 })
  })

  test('it is checked from any seal on, by auditors alone', async () => {
    const whole = await verify()
    expect(whole.fromSeq).toBe(1)
    const tail = must(await verifyAudit(auditor, { fromSeq: whole.seals }))
    expect(tail).toMatchObject({ seals: 1, brokenAt: null, sealedUpTo: whole.sealedUpTo })
    expect(must(await verifyAudit(foreignAuditor, {})).brokenAt).toBeNull()
    expect(await verifyAudit(clerk, {})).toMatchObject({ kind: 'not-allowed' })
    expect(await verifyAudit(plaintiff, {})).toMatchObject({ kind: 'not-found' })
  })
})

test('an auditor of the supreme court reaches the audit of every court and of the nation; one of a court no other', async () => {
  const { adminDb } = database
  const supreme = {
    ...as(await buildStaff(all, { courtId: scene.nationalAdmin.courtId, roles: ['auditor'] })),
    db: adminDb,
  }
  const filed = await file(plaintiff)
  const of = { kind: 'case' as const, caseId: filed.caseId }
  expect(
    must(await listAudit(supreme, { whose: court.slug, of, ...page })).deeds.map(({ action }) => action),
  ).toContain('submit-filing')
  expect(must(await listAudit(supreme, { of, ...page })).deeds).toEqual([])
  await all.nationalAudit.create({
    data: {
      actorKind: 'person',
      actorId: 'somebody',
      action: 'signed-in',
      subjectKind: 'session',
      subjectId: 'x',
      id: supreme.newId(),
      at: supreme.now(),
    },
  })
  const inNation = { whose: 'nation', of: { kind: 'actor' as const, actorId: 'somebody' }, ...page } as const
  expect(must(await listAudit(supreme, inNation)).deeds).toMatchObject([{ action: 'signed-in' }])
  await sealAudit(worker, { settleSeconds: -1 })
  for (const whose of ['nation', court.slug])
    expect(must(await verifyAudit(supreme, { whose })), whose).toMatchObject({
      brokenAt: null,
      sealedUpTo: expect.any(Date),
    })
  for (const whose of ['nation', elsewhere.slug, 'no-such-court'])
    expect(await listAudit(auditor, { whose, of, ...page })).toMatchObject({ kind: 'not-found' })
  expect(await verifyAudit(auditor, { whose: elsewhere.slug })).toMatchObject({ kind: 'not-found' })
  expect(must(await listAudit(auditor, { whose: court.slug, of, ...page })).deeds.length).toBeGreaterThan(0)
})
