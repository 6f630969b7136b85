import { expect, test } from 'vitest'
import { courtAtWork } from '@court/testkit/court-at-work'
import { createTestDatabase } from '@court/testkit/database'
import { fileCase, goodAnswers, ownPlaintiff, someDefendant } from '@court/testkit/filings'
import { createTestPorts } from '@court/testkit/ports'
import { listMyCases } from '../my-cases/list-my-cases.ts'
import { listNotices } from '../notices/list-notices.ts'
import { showCase } from './show-case.ts'

const ports = await createTestPorts()
const scene = await courtAtWork(await createTestDatabase(), ports)
const { court, must } = scene
const clerk = await scene.staff(['filing-clerk'], '林书记')
await scene.staff(['judge'], '王法官')
const client = await scene.person({ name: '赵当事' })
const lawyer = await scene.person({ name: '钱律师' })

const mandate = {
  id: 'a1',
  kind: 'lawyer' as const,
  name: '钱律师',
  firm: '示范律师事务所',
  licenceNumber: '13302201010000001',
  powers: [],
}

test('an agent files for a party; both stand in the case, both are told, and the agent may do what the party may', async () => {
  const own = await ownPlaintiff(client)
  const [plaintiff] = goodAnswers(own).parties as [object]
  const answers = { parties: [{ ...plaintiff, agents: [mandate] }, someDefendant()] as never }
  const materials = ['complaint', 'identity-document', 'power-of-attorney']
  const { caseId } = await fileCase({ ctx: lawyer, ports, courtSlug: court.slug, answers, materials })
  const filed = { courtSlug: court.slug, caseId }

  const page = must(await showCase(lawyer, filed))
  expect(page.viewer).toMatchObject({ isAgent: true, side: 'party' })
  expect(page.viewer.roles.map(({ role }) => role).sort()).toEqual(['agent', 'plaintiff'])
  expect(page.parties.find(({ isMe }) => isMe)).toMatchObject({ agents: [{ name: '钱律师', isMe: true }] })
  expect(page.docket.find(({ type }) => type === 'filing-received')?.actor.name).toBe('钱律师')
  expect(page.actions.map(({ action }) => action)).toContain('withdraw-filing')

  must(await scene.act(lawyer, filed, 'ask-question', { question: '何时立案？' }))
  must(await scene.accept(clerk, filed))
  for (const one of [client, lawyer]) {
    expect(must(await listMyCases(one, { filter: 'all', limit: 20 })).cases).toMatchObject([
      { caseId, state: 'accepted' },
    ])
    expect(must(await listNotices(one, { unreadOnly: false, limit: 20 })).notices.map(({ kind }) => kind)).toContain(
      'filing-accepted',
    )
  }
  expect(must(await showCase(client, filed)).viewer).toMatchObject({ isAgent: false })
})
