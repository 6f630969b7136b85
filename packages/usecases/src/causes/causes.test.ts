import { beforeAll, describe, expect, test } from 'vitest'
import { testContext } from '@court/testkit/context'
import { createTestDatabase } from '@court/testkit/database'
import { causeTree } from './cause-tree.ts'
import { findCause } from './find-cause.ts'
import { lettersOf, publishCauses } from './publish-causes.ts'
import { searchCauses } from './search-causes.ts'

const { db, all } = await createTestDatabase()
const ctx = testContext({ db })

const causes = [
  ['contract', 1, null, '合同、准合同纠纷', 'Contracts and quasi-contracts'],
  ['103', 3, 'contract', '借款合同纠纷', 'Loan contracts'],
  ['103.4', 4, '103', '民间借贷纠纷', 'Private loans'],
  ['104', 3, 'contract', '房屋租赁合同纠纷', 'Leases of houses'],
  ['family', 1, null, '婚姻家庭、继承纠纷', 'Marriage, family and succession'],
  ['14', 3, 'family', '离婚纠纷', 'Divorce'],
] as const

beforeAll(async () => {
  const asNew = causes.map(([code, level, parentCode, zh, en]) => ({ code, level, parentCode, title: { zh, en } }))
  await publishCauses(all, '2026', asNew)
  await publishCauses(all, '2020', [{ code: 'old', level: 1, parentCode: null, title: { zh: '旧借贷', en: 'Old' } }])
  await all.cause.update({ where: { edition_code: { edition: '2026', code: '104' } }, data: { isInForce: false } })
})

const found = async (q: string) => {
  const answer = await searchCauses(ctx, { q, limit: 20 })
  return answer.ok ? answer.value.map(({ title }) => title.zh) : []
}

describe('finding a cause of action', () => {
  test.each([
    ['民间借贷', '民间借贷纠纷'],
    ['minjianjiedai', '民间借贷纠纷'],
    ['mjjd', '民间借贷纠纷'],
    ['MJJD', '民间借贷纠纷'],
    ['private loan', '民间借贷纠纷'],
    ['103.4', '民间借贷纠纷'],
    ['借贷 民间', '民间借贷纠纷'],
    ['jiehun', undefined],
    ['lihun', '离婚纠纷'],
    ['jiekuan', '借款合同纠纷'],
  ])('%s finds %s', async (q, title) => {
    expect((await found(q))[0]).toBe(title)
  })

  test('what is not in force, and what an earlier edition had, is not offered', async () => {
    expect(await found('房屋租赁')).toEqual([])
    expect(await found('旧借贷')).toEqual([])
  })

  test('nothing typed finds nothing', async () => {
    expect(await found('  ')).toEqual([])
  })

  test('every find shows the way down to it', async () => {
    const answer = await findCause(ctx, { code: '103.4' })
    expect(answer.ok && answer.value.path.map(({ title }) => title.zh)).toEqual(['合同、准合同纠纷', '借款合同纠纷'])
    expect(await findCause(ctx, { code: 'old' })).toMatchObject({ ok: false, kind: 'not-found' })
  })

  test('the tree holds every cause in force once', async () => {
    const answer = await causeTree(ctx)
    const count = (nodes: { children: unknown[] }[]): number =>
      nodes.reduce((sum, { children }) => sum + 1 + count(children as { children: unknown[] }[]), 0)
    expect(answer.ok && count(answer.value)).toBe(5)
  })
})

test('letters of a title are what people type', () => {
  expect(lettersOf('民间借贷纠纷')).toEqual({ pinyin: 'minjianjiedaijiufen', initials: 'mjjdjf' })
  expect(lettersOf('与公司、证券有关').initials).toBe('ygszqyg')
})
