import { describe, expect, test } from 'vitest'
import { createTestDatabase } from '@court/testkit/database'
import { createTestPorts } from '@court/testkit/ports'
import { courtAtWork } from '@court/testkit/court-at-work'
import { countDesk } from './count-desk.ts'
import { inboxInput, type InboxInput } from './desk-types.ts'
import { listDeskTasks } from './list-desk-tasks.ts'
import { listFeeds } from './list-feeds.ts'
import { listInbox } from './list-inbox.ts'
import { searchCases } from './search-cases.ts'
import { showJudgeDocket } from './show-judge-docket.ts'

const scene = await courtAtWork(await createTestDatabase(), await createTestPorts())
const { clock, accept, act, file, must, elsewhere } = scene
const clerk = await scene.staff(['filing-clerk'], '林书记')
const courtClerk = await scene.staff(['court-clerk'], '吴书记')
const judge = await scene.staff(['judge'], '王法官')
const stranger = await scene.staff(['filing-clerk', 'judge'], '外院', elsewhere.id)
const plaintiff = await scene.person()

const inbox = (part: Partial<InboxInput> = {}) => inboxInput.parse(part)

const old = await file(plaintiff)
clock.advance({ days: 8 })
const accepted = await file(plaintiff)
const done = must(await accept(clerk, accepted))
clock.advance({ minutes: 1 })
const recent = await file(plaintiff)
must(await act(plaintiff, recent, 'ask-question', { question: '材料齐了吗？' }))

const idsOf = async (part: Partial<InboxInput>, who = clerk) =>
  must(await listInbox(who, inbox(part))).rows.map(({ caseId }) => caseId)

describe('the inbox', () => {
  test('stands in the order of what is due, says what is over, and how old it is', async () => {
    const { rows, today } = must(await listInbox(clerk, inbox()))
    expect(today).toBe('2026-03-10')
    expect(rows[0]).toMatchObject({ caseId: old.caseId, dueState: 'over', daysLeft: -1, ageDays: 8, isMine: true })
    expect(rows.map(({ caseId }) => caseId).sort()).toEqual([old, accepted, recent].map(({ caseId }) => caseId).sort())
    expect(rows.find(({ caseId }) => caseId === recent.caseId)?.hasOpenQuestion).toBe(true)
  })

  test('keeps to each filter', async () => {
    expect(await idsOf({ state: 'accepted' })).toEqual([accepted.caseId])
    expect(await idsOf({ procedure: 'summary' })).toEqual([accepted.caseId])
    expect(await idsOf({ due: 'over' })).toEqual([old.caseId])
    expect(await idsOf({ age: 'older' })).toEqual([old.caseId])
    expect((await idsOf({ age: 'new' })).sort()).toEqual([accepted.caseId, recent.caseId].sort())
    expect((await idsOf({ mine: true })).sort()).toEqual([old.caseId, recent.caseId].sort())
    expect(await idsOf({ q: done.caseNumber?.replace('（', '(').replace('）', ')') ?? '' })).toEqual([accepted.caseId])
    expect(await idsOf({ q: '李四' })).toHaveLength(3)
    expect(await idsOf({ q: '无此人' })).toEqual([])
    expect(await idsOf({ q: "100%'_" })).toEqual([])
  })

  test.each(['due', 'oldest', 'newest', 'updated'] as const)('goes on where a page ended, by %s', async (sort) => {
    const whole = await idsOf({ sort })
    const paged: string[] = []
    let cursor: string | undefined
    do {
      const page = must(await listInbox(clerk, inbox({ sort, limit: 1, cursor })))
      paged.push(...page.rows.map(({ caseId }) => caseId))
      cursor = page.nextCursor ?? undefined
    } while (cursor)
    expect(paged).toEqual(whole)
    expect(must(await listInbox(clerk, inbox({ sort, cursor: 'nonsense' }))).rows).toHaveLength(3)
  })

  test('of a judge holds the own cases alone; that of another court nothing; parties have none', async () => {
    expect(await idsOf({}, judge)).toEqual([accepted.caseId])
    expect(await idsOf({}, stranger)).toEqual([])
    expect(await listInbox(plaintiff, inbox())).toMatchObject({ ok: false, kind: 'not-allowed' })
    expect(await listInbox(await scene.staff(['auditor'], '审计'), inbox())).toMatchObject({
      ok: false,
      kind: 'not-allowed',
    })
  })
})

test('the figures count what the lists show', async () => {
  const counts = must(await countDesk(clerk))
  expect(counts.mine).toEqual({ count: 2, isMore: false })
  expect(counts.over.count).toBe(1)
  expect(counts.openQuestions.count).toBe(1)
  expect(counts.byState.map(({ state, count }) => [state, count.count])).toEqual([
    ['filed', 2],
    ['accepted', 1],
  ])
  expect(must(await countDesk(stranger)).mine.count).toBe(0)
})

test('search finds by number, receipt, name and title, only in the own court', async () => {
  const hits = must(await searchCases(clerk, { q: done.caseNumber ?? '', limit: 10 }))
  expect(hits).toMatchObject([{ caseId: accepted.caseId, matched: 'number' }])
  expect(must(await searchCases(clerk, { q: '李四', limit: 10 }))).toHaveLength(3)
  expect(must(await searchCases(clerk, { q: '李四', limit: 10 }))[0]).toMatchObject({ matched: 'party', party: '李四' })
  expect(must(await searchCases(stranger, { q: '李四', limit: 10 }))).toEqual([])
})

test('tasks are those of my roles, nearest date first', async () => {
  const mine = must(await listDeskTasks(clerk, { mine: true, due: '', limit: 40 }))
  expect(mine.tasks[0]).toMatchObject({ caseId: old.caseId, role: 'filing-clerk', dueState: 'over' })
  expect(
    must(await listDeskTasks(courtClerk, { mine: true, due: '', limit: 40 })).tasks.map(({ caseId }) => caseId),
  ).toContain(recent.caseId)
  expect(must(await listDeskTasks(stranger, { mine: false, due: '', limit: 40 })).tasks).toEqual([])
})

test('the docket of a judge warns of trial limits', async () => {
  const now = clock.now().toISOString()
  const ask = async (warning: '' | 'over' | 'within-15' | 'within-30' = '') =>
    must(await showJudgeDocket(judge, { warning, withClosed: false, limit: 40 }))
  expect((await ask()).cases).toMatchObject([
    { caseId: accepted.caseId, trialLimit: { due: '2026-06-10', warning: 'none' } },
  ])
  clock.set('2026-05-20T02:00:00.000Z')
  expect(await ask('within-30')).toMatchObject({
    within30: 1,
    cases: [{ trialLimit: { warning: 'within-30', daysLeft: 21 } }],
  })
  clock.set('2026-06-01T02:00:00.000Z')
  expect(await ask('within-15')).toMatchObject({ within15: 1, cases: [{ trialLimit: { warning: 'within-15' } }] })
  clock.set('2026-06-12T02:00:00.000Z')
  expect(await ask('over')).toMatchObject({ over: 1, cases: [{ trialLimit: { warning: 'over', daysLeft: -2 } }] })
  clock.set(now)
  expect(await showJudgeDocket(clerk, { warning: '', withClosed: false, limit: 40 })).toMatchObject({
    ok: false,
    kind: 'not-allowed',
  })
})

test('the news of the court are told one line per act, latest first', async () => {
  const { items, nextCursor } = must(await listFeeds(clerk, { limit: 2 }))
  expect(items[0]).toMatchObject({ caseId: recent.caseId, byParty: true })
  const rest = must(await listFeeds(clerk, { limit: 50, cursor: nextCursor ?? '' }))
  expect(rest.items.length).toBeGreaterThan(0)
  expect(must(await listFeeds(stranger, { limit: 50 })).items).toEqual([])
})
