import { expect, test } from 'vitest'
import { createTestDatabase } from '@court/testkit/database'
import { residentNumber } from '@court/testkit/resident-number'
import { createTestPorts } from '@court/testkit/ports'
import { courtAtWork } from '@court/testkit/court-at-work'
import { unmaskParty } from './unmask-party.ts'

const scene = await courtAtWork(await createTestDatabase(), await createTestPorts())
const { all, act, accept, must } = scene
const clerk = await scene.staff(['filing-clerk', 'court-clerk'], '林书记')
await scene.staff(['judge'], '王法官')

test('after a filing, a question, a correction, an acceptance and a look at a number, no personal datum stands in docket, audit, outbox, links', async () => {
  const idNumber = residentNumber({ birthDay: '19790411' })
  const plaintiff = await scene.person({ name: '钱不现', email: 'qian.hidden@party.example', phone: '+8613571113579' })
  const filed = await scene.fileAgainst(plaintiff, idNumber)
  must(await act(plaintiff, filed, 'ask-question', { question: '我的住处在示范路，何时立案？' }))
  must(await act(clerk, filed, 'return-filing', { reasons: ['identity-unclear'], note: '', days: 7 }))
  must(await act(plaintiff, filed, 'submit-correction', { note: '已经补正', materials: [] }))
  must(await accept(clerk, filed))
  const defendant = await all.party.findFirstOrThrow({ where: { caseId: filed.caseId, side: 'defendant' } })
  const place = { ...filed, partyId: defendant.id, field: 'identity-number' as const, why: '核对身份' }
  expect(must(await unmaskParty(clerk, place)).value).toBe(idNumber)

  const rows = {
    docket: await all.docketEntry.findMany({ where: { caseId: filed.caseId } }),
    audit: await all.audit.findMany({ where: { caseId: filed.caseId } }),
    nationalAudit: await all.nationalAudit.findMany(),
    outbox: await all.outbox.findMany(),
    links: await all.notice.findMany({ select: { link: true, dedupeKey: true } }),
    clocks: await all.clock.findMany({ where: { caseId: filed.caseId } }),
    limits: await all.rateLimit.findMany({ select: { key: true } }),
  }
  expect(rows.docket.length).toBeGreaterThan(8)
  expect(rows.outbox.length).toBeGreaterThan(0)
  expect(rows.audit.map(({ action }) => action)).toContain('party-unmasked')
  const personal = ['钱不现', '李四', idNumber, '13571113579', '13800000000', '13900000000', '示范路', 'qian.hidden']
  for (const [table, found] of Object.entries(rows)) {
    const text = JSON.stringify(found, (_key, value: unknown) => (typeof value === 'bigint' ? String(value) : value))
    expect(
      personal.filter((datum) => text.includes(datum)),
      table,
    ).toEqual([])
  }
})
