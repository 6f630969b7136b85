import { expect, test } from 'vitest'
import { createClock } from '@court/testkit/clock'
import { testContext } from '@court/testkit/context'
import { buildStaff } from '@court/testkit/courts'
import { createTestDatabase } from '@court/testkit/database'
import { fileCase, must } from '@court/testkit/filings'
import { buildPerson } from '@court/testkit/persons'
import { createTestPorts } from '@court/testkit/ports'
import { buildWorkingCourts } from '@court/testkit/working-court'
import type { StaffRole } from '../actor.ts'
import { performAction } from './perform-action.ts'

const database = await createTestDatabase()
const ports = await createTestPorts()
const { courts } = await buildWorkingCourts(database, ['浙0212', '鄂0106'])
const court = courts['浙0212']
const elsewhere = courts['鄂0106']
if (!court || !elsewhere) throw new Error('the courts were not built')
const clock = createClock()
const { all, db } = database

const staffOf = async (courtId: string, roles: StaffRole[], name: string) =>
  testContext({ db, clock, actor: await buildStaff(all, { courtId, roles, name }), ports })
const clerk = await staffOf(court.id, ['filing-clerk'], '林书记')
const colleague = await staffOf(court.id, ['filing-clerk'], '周书记')
await staffOf(court.id, ['judge'], '王法官')
const plaintiff = testContext({ db, clock, actor: await buildPerson(all), ports })

const file = () => fileCase({ ctx: plaintiff as never, ports, courtSlug: court.slug })
const headOf = async (caseId: string) =>
  (await all.case.findFirstOrThrow({ where: { id: caseId }, select: { headSeq: true } })).headSeq

const accept = { action: 'accept-filing', input: { procedure: 'summary', feeFen: 52_500 } }

test('a filing that is accepted has a number, a judge, a fee with its clock, and the plaintiff is told', async () => {
  const { caseId } = await file()
  const done = must(
    await performAction(clerk, {
      courtSlug: court.slug,
      caseId,
      ...accept,
      key: 'accept-one',
      headSeq: await headOf(caseId),
    }),
  )
  expect(done).toMatchObject({ state: 'accepted', caseNumber: '（2026）浙0212民初1号', judge: { name: '王法官' } })
})
