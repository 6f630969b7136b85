import { expect, test } from 'vitest'
import { createTestDatabase } from '@court/testkit/database'
import { createTestPorts } from '@court/testkit/ports'
import { notFound } from '../refusal.ts'
import { checkFiled } from './check-filed.ts'
import { courtAtWork } from '@court/testkit/court-at-work'

const scene = await courtAtWork(await createTestDatabase(), await createTestPorts())
const { all, file } = scene
const clerk = await scene.staff(['filing-clerk'], '林书记')
const plaintiff = await scene.person()

test('the clerk asks the same rules as the filer, and a filing that was in order finds nothing', async () => {
  const filed = await file(plaintiff)
  expect(await checkFiled(clerk, filed)).toEqual({ ok: true, value: [] })
})

test('what no longer keeps to the rules stands by its field and party', async () => {
  const filed = await file(plaintiff)
  await all.claim.deleteMany({ where: { caseId: filed.caseId, kind: 'payment' } })
  expect(await checkFiled(clerk, filed)).toMatchObject({ ok: true, value: [{ field: 'claims', about: null }] })
  await all.party.updateMany({ where: { caseId: filed.caseId, side: 'plaintiff' }, data: { phoneCipher: null } })
  const checked = await checkFiled(clerk, filed)
  const plaintiffs = await all.party.findMany({ where: { caseId: filed.caseId, side: 'plaintiff' } })
  expect(checked).toMatchObject({
    ok: true,
    value: expect.arrayContaining([
      expect.objectContaining({ field: 'parties.0.phone', about: plaintiffs[0]?.name }),
    ]) as unknown,
  })
})

test('nobody else asks: another court, a party, nobody', async () => {
  const filed = await file(plaintiff)
  const stranger = await scene.staff(['filing-clerk'], '外院', scene.elsewhere.id)
  expect(await checkFiled(stranger, filed)).toEqual(notFound())
  expect(await checkFiled(plaintiff, filed)).toEqual(notFound())
  expect(await checkFiled(clerk, { ...filed, caseId: crypto.randomUUID() })).toEqual(notFound())
})
