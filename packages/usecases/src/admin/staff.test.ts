import { beforeAll, describe, expect, test } from 'vitest'
import { testContext } from '@court/testkit/context'
import { buildCourt, buildStaff, buildUnit, type BuiltCourt } from '@court/testkit/courts'
import { createTestDatabase } from '@court/testkit/database'
import type { Actor, StaffActor } from '../actor.ts'
import { changeStaff, type ChangeStaffInput } from './change-staff.ts'
import { deactivateStaff } from './deactivate-staff.ts'
import { listStaff } from './list-staff.ts'

const { adminDb, all } = await createTestDatabase()
const as = (actor: Actor) => testContext({ db: adminDb, actor })

let court: BuiltCourt
let other: BuiltCourt
let supreme: BuiltCourt
let admin: StaffActor
let national: StaffActor
let clerk: StaffActor
let unitId: string

beforeAll(async () => {
  court = await buildCourt(all)
  other = await buildCourt(all)
  supreme = await buildCourt(all, { level: 'supreme' })
  unitId = await buildUnit(all, { courtId: court.id })
  admin = await buildStaff(all, { courtId: court.id, roles: ['court-admin'], name: '管理员' })
  national = await buildStaff(all, { courtId: supreme.id, roles: ['national-admin'] })
  clerk = await buildStaff(all, { courtId: court.id, roles: ['filing-clerk'], name: '书记员', login: 'clerk-of-test' })
})

const change = (of: StaffActor, more: Partial<ChangeStaffInput>): ChangeStaffInput => ({
  courtId: of.courtId,
  staffId: of.staffId,
  roles: [...of.roles],
  unitId: null,
  title: null,
  weight: 100,
  ...more,
})

describe('who works in a court', () => {
  test('is listed with sign-in name, roles and unit', async () => {
    const listed = await listStaff(as(admin), { courtId: court.id })
    expect(listed).toMatchObject({ ok: true })
    if (listed.ok)
      expect(listed.value).toContainEqual(
        expect.objectContaining({
          staffId: clerk.staffId,
          name: '书记员',
          login: 'clerk-of-test',
          roles: ['filing-clerk'],
          isActive: true,
        }),
      )
  })

  test('gets roles, a unit and a share in the draw; each change is in the audit', async () => {
    const input = change(clerk, { roles: ['judge', 'filing-judge', 'judge'], unitId, weight: 50 })
    expect(await changeStaff(as(admin), input)).toEqual({ ok: true, value: null })
    expect(await all.staffMember.findFirst({ where: { id: clerk.staffId } })).toMatchObject({
      roles: ['filing-judge', 'judge'],
      unitId,
      weight: 50,
    })
    expect(await all.audit.findFirst({ where: { subjectId: clerk.staffId }, orderBy: { at: 'desc' } })).toMatchObject({
      action: 'staff-changed',
      data: { from: ['filing-clerk'], to: ['filing-judge', 'judge'] },
    })
  })

  test('a unit of another court is refused', async () => {
    const elsewhere = await buildUnit(all, { courtId: other.id })
    expect(await changeStaff(as(admin), change(clerk, { unitId: elsewhere }))).toMatchObject({
      ok: false,
      fields: { unitId: {} },
    })
  })

  test('roles beyond the court are given by the supreme court in the supreme court', async () => {
    expect(await changeStaff(as(admin), change(clerk, { roles: ['national-admin'] }))).toMatchObject({
      ok: false,
      ruleId: 'staff.national-role',
    })
    expect(await changeStaff(as(national), change(clerk, { roles: ['auditor'] }))).toMatchObject({
      ok: false,
      ruleId: 'staff.national-role',
    })
    const auditor = await buildStaff(all, { courtId: supreme.id, roles: [] })
    expect(await changeStaff(as(national), change(auditor, { roles: ['auditor'] }))).toMatchObject({ ok: true })
  })

  test('nobody locks the own door', async () => {
    expect(await changeStaff(as(admin), change(admin, { roles: ['judge'] }))).toMatchObject({
      ok: false,
      ruleId: 'staff.own-roles',
    })
    expect(
      await deactivateStaff(as(admin), { courtId: court.id, staffId: admin.staffId, isActive: false }),
    ).toMatchObject({
      ok: false,
      ruleId: 'staff.oneself',
    })
  })

  test('another court answers like none', async () => {
    const foreign = await buildStaff(all, { courtId: other.id, roles: ['judge'] })
    for (const answer of [
      await listStaff(as(admin), { courtId: other.id }),
      await changeStaff(as(admin), change(foreign, { roles: [] })),
      await changeStaff(as(admin), { ...change(foreign, { roles: [] }), courtId: court.id }),
      await deactivateStaff(as(admin), { courtId: other.id, staffId: foreign.staffId, isActive: false }),
      await deactivateStaff(as(admin), { courtId: court.id, staffId: foreign.staffId, isActive: false }),
    ])
      expect(answer).toMatchObject({ ok: false, kind: 'not-found' })
    expect(await all.staffMember.findFirst({ where: { id: foreign.staffId } })).toMatchObject({
      roles: ['judge'],
      isActive: true,
    })
  })

  test('a judge changes nobody', async () => {
    const judge = await buildStaff(all, { courtId: court.id, roles: ['judge'] })
    expect(await changeStaff(as(judge), change(clerk, {}))).toMatchObject({ ok: false, kind: 'not-allowed' })
    expect(await listStaff(as(judge), { courtId: court.id })).toMatchObject({ ok: false, kind: 'not-allowed' })
  })
})

test('whoever leaves is signed out of this court at once, and may come back', async () => {
  const leaving = await buildStaff(all, { courtId: court.id, roles: ['judge'] })
  expect(await deactivateStaff(as(admin), { courtId: court.id, staffId: leaving.staffId, isActive: false })).toEqual({
    ok: true,
    value: { openCaseCount: 0 },
  })
  expect(await all.session.findUnique({ where: { id: leaving.sessionId } })).toMatchObject({
    endedBecause: 'staff-deactivated',
  })
  expect(await all.staffMember.findFirst({ where: { id: leaving.staffId } })).toMatchObject({ isActive: false })
  expect(
    await deactivateStaff(as(admin), { courtId: court.id, staffId: leaving.staffId, isActive: true }),
  ).toMatchObject({ ok: true })
  expect(await all.staffMember.findFirst({ where: { id: leaving.staffId } })).toMatchObject({ isActive: true })
})
