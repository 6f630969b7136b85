import { expect, test } from 'vitest'
import { systemActor } from '@court/testkit/context'
import { courtAtWork } from '@court/testkit/court-at-work'
import { createTestDatabase } from '@court/testkit/database'
import { residentNumber } from '@court/testkit/resident-number'
import { createTestPorts } from '@court/testkit/ports'
import { proveIdentity } from '../identity/prove-identity.ts'
import { listMyCases } from '../my-cases/list-my-cases.ts'
import { linkPerson } from './link-person.ts'
import { showCase } from './show-case.ts'

const scene = await courtAtWork(await createTestDatabase(), await createTestPorts())
const { all, must } = scene
const clerk = await scene.staff(['filing-clerk'], '林书记')
await scene.staff(['judge'], '王法官')
const plaintiff = await scene.person()
const worker = scene.as(systemActor('link-person'))
const mine = { filter: 'all' as const, limit: 20 }

test('who registers after the papers came finds the case once identity is proved, and only then', async () => {
  const idNumber = residentNumber()
  const accepted = await scene.fileAgainst(plaintiff, idNumber)
  const pending = await scene.fileAgainst(plaintiff, idNumber)
  must(await scene.accept(clerk, accepted))
  const newcomer = await scene.person({ idNumber: null })
  expect(await linkPerson(worker, newcomer.actor)).toBe(0)
  must(await proveIdentity(newcomer, { kind: 'resident-id', name: '李四', number: idNumber, country: '' }))
  const owed = await all.outbox.findMany({ where: { kind: 'link-person' } })
  expect(owed).toMatchObject([{ payload: { personId: newcomer.actor.personId } }])
  expect(await linkPerson(worker, newcomer.actor)).toBe(2)
  expect(await linkPerson(worker, newcomer.actor)).toBe(0)
  const known = scene.as({ ...newcomer.actor, identityLevel: 1 })
  expect(must(await listMyCases(known, mine)).cases.map(({ caseId }) => caseId)).toEqual([accepted.caseId])
  expect(must(await showCase(known, accepted)).viewer.roles.map(({ role }) => role)).toEqual(['defendant'])
  expect(await showCase(known, pending)).toMatchObject({ ok: false, kind: 'not-found' })
})
