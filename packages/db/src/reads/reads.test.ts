import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { buildCourt, buildStaff, buildUnit } from '@court/testkit/courts'
import { createTestDatabase } from '@court/testkit/database'
import { buildPerson } from '@court/testkit/persons'
import { newId } from '@court/usecases/new-id'
import type { Prisma } from '../generated/client.ts'
import { countDesk } from './desk-counts.ts'
import { listDesk, listDeskFacets, type DeskFilter, type DeskRow, type DeskSort } from './desk-list.ts'
import type { DeskReach } from './desk-reach.ts'
import type { Question } from '../question.ts'
import { listDeskTasks } from './desk-tasks.ts'
import { countJudgeDocket, listJudgeDocket } from './judge-docket.ts'
import { listMyCases } from './my-cases.ts'
import { findCases } from './search-cases.ts'

const { db, all } = await createTestDatabase()
const court = await buildCourt(all)
const foreign = await buildCourt(all)
await buildUnit(all, { courtId: court.id })
const judge = await buildStaff(all, { courtId: court.id, roles: ['judge'], name: '赵审' })
const clerk = await buildStaff(all, { courtId: court.id, roles: ['filing-clerk'] })
const today = '2026-03-10'

const wholeCourt: DeskReach = { courtId: court.id, staffId: clerk.staffId, roles: ['filing-clerk'], isWholeCourt: true }
const ofJudge: DeskReach = { courtId: court.id, staffId: judge.staffId, roles: ['judge'], isWholeCourt: false }
const inCourt = async <Row>(asked: Question<Row>, actor = clerk): Promise<Row[]> =>
  (await db.askCourt({ courtId: court.id, actor }, { asked })).asked

type Given = Partial<Prisma.CaseUncheckedCreateInput> & {
  plaintiff?: string
  taskDue?: string
  question?: boolean
  trialDue?: string
}

async function addCase(
  courtId: string,
  { plaintiff = '李四', taskDue, question, trialDue, ...columns }: Given,
): Promise<string> {
  const id = newId()
  const caseId = { courtId, caseId: id }
  const at = new Date('2026-03-02T01:00:00Z')
  await all.case.create({
    data: {
      courtId,
      id,
      state: 'filed',
      stateSince: at,
      codeHash: 'h',
      title: `${plaintiff}诉某公司`,
      submittedAt: at,
      updatedAt: at,
      ...columns,
    },
  })
  await all.party.create({
    data: {
      ...caseId,
      id: newId(),
      side: 'plaintiff',
      position: 1,
      kind: 'person',
      name: plaintiff,
      displayName: plaintiff,
      salt: 's',
    },
  })
  if (taskDue)
    await all.task.create({ data: { ...caseId, kind: 'review', title: {}, role: 'filing-clerk', due: taskDue } })
  if (question) await all.question.create({ data: { ...caseId, askedById: randomUUID(), text: '?', askedAt: at } })
  if (trialDue)
    await all.clock.create({
      data: {
        ...caseId,
        key: 'trial',
        periodId: 'trial-limit',
        whose: 'court',
        startedBy: 1,
        due: trialDue,
        dueAt: at,
        status: 'running',
        proof: [],
        updatedAt: at,
      },
    })
  return id
}

const at = (day: number) => new Date(Date.UTC(2026, 2, day))
const cases: Record<string, string> = {}
beforeAll(async () => {
  cases['over'] = await addCase(court.id, {
    plaintiff: '司马相如',
    nextDue: '2026-03-09',
    heldBy: 'filing-clerk',
    submittedAt: at(1),
    taskDue: '2026-03-09',
    question: true,
  })
  cases['today'] = await addCase(court.id, {
    nextDue: today,
    number: '（2026）试0001民初12号',
    state: 'accepted',
    judgeId: judge.staffId,
    submittedAt: at(3),
    trialDue: '2026-03-20',
  })
  cases['soon'] = await addCase(court.id, {
    nextDue: '2026-03-12',
    procedure: 'summary',
    receiptNumber: 'R-2026-778',
    submittedAt: at(5),
  })
  cases['never'] = await addCase(court.id, { plaintiff: '欧阳䶮', submittedAt: at(6), taskDue: '2026-04-01' })
  cases['sealed'] = await addCase(court.id, {
    visibility: 'sealed',
    nextDue: '2026-03-01',
    judgeId: judge.staffId,
    submittedAt: at(7),
    trialDue: '2026-03-01',
  })
  cases['closed'] = await addCase(court.id, { closedAt: at(8), state: 'closed', nextDue: null, submittedAt: at(2) })
  cases['foreign'] = await addCase(foreign.id, {
    plaintiff: '司马相如',
    nextDue: '2026-03-09',
    heldBy: 'filing-clerk',
    taskDue: today,
  })
})

const filter: DeskFilter = {
  ...{
    reach: wholeCourt,
    q: '',
    state: null,
    procedure: null,
    due: null,
    today,
    soonDays: 3,
    submittedFrom: null,
    submittedBefore: null,
  },
  ...{ onlyMine: false, withClosed: false, sort: 'due', after: null, limit: 50 },
}
const nameOf = (id: string) => Object.keys(cases).find((name) => cases[name] === id) ?? id
const desk = async (some: Partial<DeskFilter> = {}) =>
  (await inCourt(listDesk({ ...filter, ...some }))).map(({ caseId }) => nameOf(caseId))

describe('the desk', () => {
  test('shows the open cases of the own court, nearest date first, sealed ones to those who have them', async () => {
    expect(await desk()).toEqual(['over', 'today', 'soon', 'never'])
    expect(await desk({ reach: ofJudge })).toEqual(['sealed', 'today'])
    expect(await desk({ withClosed: true })).toContain('closed')
  })

  test.each<[string, Partial<DeskFilter>, string[]]>([
    ['a state', { state: 'accepted' }, ['today']],
    ['a procedure', { procedure: 'summary' }, ['soon']],
    ['over', { due: 'over' }, ['over']],
    ['today', { due: 'today' }, ['today']],
    ['soon', { due: 'soon' }, ['soon']],
    ['an age', { submittedFrom: at(3), submittedBefore: at(6) }, ['today', 'soon']],
    ['mine', { onlyMine: true }, ['over']],
    ['a party by two characters', { q: '司马' }, ['over']],
    ['a party by one rare character', { q: '䶮' }, ['never']],
    ['a case number in half-width', { q: '(2026)试0001民初12号' }, ['today']],
    ['a receipt', { q: '778' }, ['soon']],
    ['a title', { q: '某公司' }, ['over', 'today', 'soon', 'never']],
    ['nobody', { q: '%_' }, []],
    ['nothing but blanks', { q: '  ' }, []],
  ])('is filtered by %s', async (_title, some, expected) => {
    expect(await desk(some)).toEqual(expected)
  })

  test.each<DeskSort>(['due', 'oldest', 'newest', 'updated'])(
    'is paged by key in the order %s, without gaps or repeats',
    async (sort) => {
      const whole = await inCourt(listDesk({ ...filter, sort, withClosed: true }))
      const paged: DeskRow[] = []
      for (;;) {
        const last = paged.at(-1)
        const after = last ? { key: last.sortKey, id: last.caseId } : null
        const page = await inCourt(listDesk({ ...filter, sort, withClosed: true, limit: 2, after }))
        if (page.length === 0) break
        paged.push(...page)
      }
      expect(paged.map(({ caseId }) => nameOf(caseId))).toEqual(whole.map(({ caseId }) => nameOf(caseId)))
      expect(whole).toHaveLength(5)
    },
  )

  test('says with each row what a clerk needs to see', async () => {
    const [over] = await inCourt(listDesk(filter))
    expect(over).toMatchObject({
      isMine: true,
      hasOpenQuestion: true,
      heldBy: 'filing-clerk',
      nextDue: '2026-03-09',
      judgeName: null,
    })
    const [sealed] = await inCourt(listDesk({ ...filter, reach: ofJudge }), judge)
    expect(sealed).toMatchObject({ judgeName: '赵审', isMine: true })
    const facets = await inCourt(listDeskFacets(court.id))
    expect(facets.map(({ state }) => state)).toEqual(['accepted', 'closed', 'filed', 'filed'])
  })

  test('is counted in one statement, up to a bound', async () => {
    const ask = { reach: wholeCourt, today, soonDays: 3, countMax: 99 }
    expect((await inCourt(countDesk(ask)))[0]).toEqual({
      ...{ mine: 1, over: 1, today: 1, soon: 1, openQuestions: 1, tasks: 2, unreadNotices: 0 },
      byState: [
        { state: 'filed', title: {}, count: 3 },
        { state: 'accepted', title: {}, count: 1 },
      ],
    })
    expect((await inCourt(countDesk({ ...ask, countMax: 1 })))[0]?.byState[0]?.count).toBe(2)
  })

  test('lists tasks by their date, the own ones of the own court', async () => {
    const ask = { reach: wholeCourt, onlyMine: true, due: null, today, soonDays: 3, after: null, limit: 10 }
    const tasks = await inCourt(listDeskTasks(ask))
    expect(tasks.map(({ caseId }) => nameOf(caseId))).toEqual(['over', 'never'])
    const [first] = tasks
    const next = await inCourt(listDeskTasks({ ...ask, after: first ? { due: first.due, id: first.id } : null }))
    expect(next.map(({ caseId }) => nameOf(caseId))).toEqual(['never'])
    expect(await inCourt(listDeskTasks({ ...ask, due: 'over' }))).toHaveLength(1)
  })
})

test('a search names what matched, the best first, and stays in its court', async () => {
  const find = (q: string, reach = wholeCourt) => inCourt(findCases({ reach, q, limit: 10 }))
  expect(await find('司马相如')).toMatchObject([{ caseId: cases['over'], matched: 'party', party: '司马相如' }])
  expect((await find('12')).map(({ matched }) => matched)).toEqual(['number'])
  expect(await find('司马相如', ofJudge)).toEqual([])
})

test('a judge sees the own cases by their trial limit, with figures', async () => {
  const whose = { courtId: court.id, judgeId: judge.staffId, trialPeriodIds: ['trial-limit'] }
  const ask = { ...whose, dueFrom: null, dueTo: null, withClosed: false, after: null, limit: 10 }
  const docket = await inCourt(listJudgeDocket(ask), judge)
  expect(docket.map(({ caseId, trialDue }) => [nameOf(caseId), trialDue])).toEqual([
    ['sealed', '2026-03-01'],
    ['today', '2026-03-20'],
  ])
  expect(
    (await inCourt(listJudgeDocket({ ...ask, dueFrom: today }), judge)).map(({ caseId }) => nameOf(caseId)),
  ).toEqual(['today'])
  const figures = await inCourt(
    countJudgeDocket({ ...whose, today, in15Days: '2026-03-25', in30Days: '2026-04-09' }),
    judge,
  )
  expect(figures).toEqual([{ open: 2, over: 1, within15: 1, within30: 0 }])
})

test('my cases are of all courts and of me alone, latest change first', async () => {
  const [me, stranger] = [await buildPerson(all), await buildPerson(all)]
  const add = (
    personId: string,
    courtId: string,
    minute: number,
    more: Partial<Prisma.PersonCaseUncheckedCreateInput> = {},
  ) =>
    all.personCase.create({
      data: {
        personId,
        courtId,
        caseId: newId(),
        role: 'plaintiff',
        title: `第${minute}件`,
        state: 'filed',
        nextWhat: {},
        updatedAt: new Date(Date.UTC(2026, 2, 2, 1, minute)),
        ...more,
      },
    })
  await add(me.personId, court.id, 1)
  await add(me.personId, foreign.id, 2, { isForMe: true })
  await add(me.personId, foreign.id, 3, { toAt: at(4) })
  await add(stranger.personId, court.id, 4)
  const inNation = async <Row>(asked: Question<Row>) => (await db.askNation(me, { asked })).asked
  const list = (show: 'all' | 'for-me' | 'open' | 'closed', after: { updatedAt: Date; caseId: string } | null = null) =>
    inNation(listMyCases({ personId: me.personId, show, after, limit: 2 }))
  const first = await list('all')
  expect(first.map(({ title }) => title)).toEqual(['第3件', '第2件'])
  expect((await list('all', first.at(-1))).map(({ title, courtSlug }) => [title, courtSlug])).toEqual([
    ['第1件', court.slug],
  ])
  expect((await list('for-me')).map(({ title }) => title)).toEqual(['第2件'])
  expect((await list('open')).map(({ title }) => title)).toEqual(['第2件', '第1件'])
  expect((await list('closed')).map(({ title }) => title)).toEqual(['第3件'])
  const peek = await inNation(listMyCases({ personId: stranger.personId, show: 'all', after: null, limit: 9 }))
  expect(peek).toEqual([])
})
