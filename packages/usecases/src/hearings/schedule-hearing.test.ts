import { describe, expect, test } from 'vitest'
import { courtAtWork } from '@court/testkit/court-at-work'
import { createTestDatabase } from '@court/testkit/database'
import { hearingScene } from '@court/testkit/hearings'
import { createTestPorts } from '@court/testkit/ports'
import { residentNumber } from '@court/testkit/resident-number'
import { systemActor } from '@court/testkit/context'
import { newId } from '../new-id.ts'
import { linkPerson } from '../case/link-person.ts'
import { performAction } from '../case/perform-action.ts'
import { showCase } from '../case/show-case.ts'
import { cancelHearing } from './cancel-hearing.ts'
import { hearingCalendar } from './hearing-calendar.ts'
import { listCaseHearings } from './list-case-hearings.ts'
import { listDay } from './list-day.ts'
import { listMyHearings } from './list-my-hearings.ts'
import { moveHearing } from './move-hearing.ts'
import { planHearing } from './plan-hearing.ts'
import { scheduleHearing } from './schedule-hearing.ts'
import { showHearing } from './show-hearing.ts'

const scene = await hearingScene(await courtAtWork(await createTestDatabase(), await createTestPorts()))
const { all, court, elsewhere, clock, must, clerk, judge, plaintiff, defendant, headOf } = scene
const outsider = await scene.person({ name: '路人' })
const foreignClerk = await scene.staff(['court-clerk'], '外地书记', elsewhere.id)
const otherJudge = await scene.staff(['judge'], '孙法官').then(async (one) => {
  // Not in the draw: the cases of these tests are those of one judge.
  await all.staffMember.update({
    where: { courtId_id: { courtId: court.id, id: one.actor.staffId } },
    data: { isActive: false },
  })
  return one
})
const start = '2026-03-02T01:00:00.000Z'
const inTime = '2026-03-05'

describe('planning', () => {
  test('says the first day and the rule behind it, who is expected, and the grounds against online', async () => {
    clock.set(start)
    const one = await scene.accepted()
    const plan = must(await planHearing(clerk, { ...one, kind: 'inquiry' }))
    expect(plan).toMatchObject({ today: '2026-03-02', earliestDay: inTime, zone: 'Asia/Shanghai' })
    expect(plan.earliestBecause.zh).toContain('139')
    expect(plan.people.map(({ name, role, consent, isExpected }) => [name, role, consent, isExpected])).toEqual([
      ['王法官', 'judge', null, true],
      ['吴书记', 'court-clerk', null, true],
      ['张三', 'plaintiff', 'none', true],
      ['李四', 'defendant', 'none', true],
    ])
    expect(plan.exclusions).toHaveLength(7)
    expect(plan.exclusions[0]?.reference.zh).toBe('在线诉讼规则第21条')
    expect(plan.rooms).toEqual([{ id: scene.room.id, name: { zh: '第三法庭', en: 'Courtroom 3' } }])
  })

  test('is not for parties, another judge or another court', async () => {
    const one = await scene.accepted()
    expect(await planHearing(plaintiff, { ...one, kind: 'inquiry' })).toMatchObject({ kind: 'not-allowed' })
    expect(await planHearing(otherJudge, { ...one, kind: 'inquiry' })).toMatchObject({ ok: false })
    expect(await planHearing(foreignClerk, { ...one, kind: 'inquiry' })).toMatchObject({ kind: 'not-found' })
  })
})

describe('scheduling', () => {
  test('writes the roll by ids to the docket, tells both parties and the judge, and stands on every list', async () => {
    clock.set(start)
    const one = await scene.accepted()
    const { hearingId } = must(await scene.schedule(one, { day: inTime }))
    const entries = await all.docketEntry.findMany({
      where: { caseId: one.caseId, action: 'schedule-hearing' },
      orderBy: { seq: 'asc' },
    })
    expect(entries.map(({ type, subject }) => [type, subject !== null])).toEqual([
      ['hearing-scheduled', false],
      ['hearing-notified', true],
      ['hearing-notified', true],
    ])
    const text = JSON.stringify(entries)
    for (const name of ['张三', '李四', '王法官', '吴书记']) expect(text).not.toContain(name)
    const notices = await all.notice.findMany({ where: { caseId: one.caseId, kind: 'hearing-scheduled' } })
    expect(notices.map(({ personId }) => personId).sort()).toEqual(
      [plaintiff.actor.personId, defendant.actor.personId].sort(),
    )
    expect(notices[0]?.title).toMatchObject({ zh: expect.stringContaining('2026年3月5日09:30') as string })
    expect(notices[0]?.link).toBe(`/my/${court.slug}/${one.caseId}/hearings/${hearingId}`)
    const mine = must(await listMyHearings(defendant)).filter((line) => line.hearingId === hearingId)
    expect(mine).toMatchObject([{ caseId: one.caseId, courtSlug: court.slug, mode: 'online', status: 'scheduled' }])
    expect(mine[0]?.startsAt.toISOString()).toBe('2026-03-05T01:30:00.000Z')
    const day = must(await listDay(clerk, { day: inTime }))
    expect(day.lines.find((line) => line.hearingId === hearingId)?.people.map(({ name }) => name)).toEqual([
      '王法官',
      '吴书记',
      '张三',
      '李四',
    ])
    expect(day.days.find((one) => one.day === inTime)?.count).toBeGreaterThanOrEqual(1)
    expect(must(await listCaseHearings(plaintiff, one))).toMatchObject([{ hearingId, mode: 'online' }])
    const view = must(await showHearing(plaintiff, { ...one, hearingId }))
    expect(view).toMatchObject({
      hearing: { status: 'scheduled', room: { zh: '第三法庭' } },
      viewer: { side: 'party', before: 'choose-mode' },
      media: { state: 'not-configured' },
    })
    expect(view.seats.map(({ role, consent, isMe }) => [role, consent, isMe])).toEqual([
      ['judge', null, false],
      ['court-clerk', null, false],
      ['plaintiff', 'none', true],
      ['defendant', 'none', false],
    ])
    expect(must(await showCase(plaintiff, one)).tasks.map(({ kind }) => kind.split('@')[0])).toContain(
      'choose-hearing-mode',
    )
    expect(must(await showCase(clerk, one)).integrity.isWhole).toBe(true)
  })

  test('is refused when the parties cannot be told in time: the refusal says the first day and why, and leaves nothing', async () => {
    clock.set(start)
    const one = await scene.accepted()
    const refused = await scene.schedule(one, { day: '2026-03-04' })
    expect(refused).toMatchObject({
      ok: false,
      ruleId: 'schedule-hearing.told-in-time',
      facts: { earliestDay: inTime },
      fields: { day: { zh: expect.stringContaining(inTime) as string } },
    })
    expect(await all.hearing.count({ where: { caseId: one.caseId } })).toBe(0)
  })

  test('goes through the grounds against online before a party may be online', async () => {
    clock.set(start)
    const one = await scene.accepted()
    const plan = must(await planHearing(clerk, { ...one, kind: 'inquiry' }))
    const input = {
      ...one,
      key: newId(),
      headSeq: plan.headSeq,
      kind: 'inquiry' as const,
      day: inTime,
      time: '10:00',
      minutes: 30,
      roomId: scene.room.id,
      seats: plan.people.map(({ who }) => ({ who, mode: 'online' as const })),
      exclusions: [] as string[],
      exclusionsChecked: false,
      note: '',
    }
    expect(await scheduleHearing(clerk, input)).toMatchObject({ ruleId: 'schedule-hearing.list-checked' })
    const found = { ...input, exclusions: ['on-site-check'], exclusionsChecked: true }
    expect(await scheduleHearing(clerk, found)).toMatchObject({ ruleId: 'schedule-hearing.suited-online' })
    const noRoom = {
      ...found,
      exclusions: [],
      roomId: null,
      seats: input.seats.map((seat) => ({ ...seat, mode: 'in-court' as const })),
    }
    expect(await scheduleHearing(clerk, noRoom)).toMatchObject({ kind: 'invalid', fields: { roomId: {} } })
    const stranger = { ...input, exclusionsChecked: true, seats: [{ who: 'party:nobody', mode: 'online' as const }] }
    expect(await scheduleHearing(clerk, stranger)).toMatchObject({ kind: 'invalid', fields: { seats: {} } })
    const inCourt = { ...found, seats: input.seats.map((seat) => ({ ...seat, mode: 'in-court' as const })) }
    expect(await scheduleHearing(clerk, inCourt)).toMatchObject({ ok: true })
  })

  test('is once per key, and on the page as it was seen', async () => {
    clock.set(start)
    const one = await scene.accepted()
    const plan = must(await planHearing(clerk, { ...one, kind: 'inquiry' }))
    const input = {
      ...one,
      key: newId(),
      headSeq: plan.headSeq,
      kind: 'inquiry' as const,
      day: inTime,
      time: '10:00',
      minutes: 30,
      roomId: scene.room.id,
      seats: plan.people.map(({ who }) => ({ who, mode: 'in-court' as const })),
      exclusions: [],
      exclusionsChecked: false,
      note: '',
    }
    const [first, second] = await Promise.all([scheduleHearing(clerk, input), scheduleHearing(clerk, input)])
    expect(must(second)).toEqual(must(first))
    expect(await all.hearing.count({ where: { caseId: one.caseId } })).toBe(1)
    expect(await scheduleHearing(clerk, { ...input, key: newId() })).toMatchObject({ kind: 'conflict' })
  })

  test('is not for parties, not through the door of other actions, and absent for another court', async () => {
    clock.set(start)
    const one = await scene.accepted()
    const input = { day: inTime }
    await expect(scene.schedule(one, { ...input, by: foreignClerk })).rejects.toThrow('not-found')
    const act = { ...one, key: newId(), headSeq: await headOf(one.caseId) }
    expect(
      await performAction(clerk, {
        ...act,
        action: 'schedule-hearing',
        input: {
          hearing: 'h1',
          kind: 'inquiry',
          day: inTime,
          time: '09:00',
          minutes: 30,
          seats: [{ id: 's', role: 'judge', mode: 'in-court' }],
        },
      }),
    ).toMatchObject({ ruleId: 'case.other-door' })
    expect(await performAction(plaintiff, { ...act, action: 'hold-hearing', input: {} })).toMatchObject({
      ruleId: 'hold-hearing.by',
    })
  })
})

describe('moving and cancelling', () => {
  test('a moved hearing is told anew, keeps what was chosen, and is the same event of a calendar', async () => {
    clock.set(start)
    const place = await scene.scheduled({ day: inTime })
    await scene.ready(plaintiff, place)
    const before = must(await hearingCalendar(plaintiff, place))
    const change = { ...place, key: newId(), day: '2026-03-04', time: '14:00', why: '法官另有庭审' }
    expect(await moveHearing(judge, { ...change, headSeq: await headOf(place.caseId) })).toMatchObject({
      ruleId: 'move-hearing.told-in-time',
      facts: { earliestDay: inTime },
    })
    const moved = { ...change, key: newId(), day: '2026-03-09' }
    expect(await moveHearing(plaintiff, { ...moved, headSeq: await headOf(place.caseId) })).toMatchObject({
      ok: false,
      ruleId: 'hearing.move',
    })
    const headSeq = await headOf(place.caseId)
    must(await moveHearing(judge, { ...moved, headSeq }))
    must(await moveHearing(judge, { ...moved, headSeq }))
    expect(await all.docketEntry.count({ where: { caseId: place.caseId, type: 'hearing-moved' } })).toBe(1)
    const view = must(await showHearing(plaintiff, place))
    expect(view.hearing.startsAt.toISOString()).toBe('2026-03-09T06:00:00.000Z')
    expect(view.seats.find(({ isMe }) => isMe)).toMatchObject({ mode: 'online', consent: 'given' })
    const after = must(await hearingCalendar(plaintiff, place))
    const line = (text: string, name: string) => text.split('\r\n').find((one) => one.startsWith(`${name}:`))
    expect(line(after.text, 'UID')).toBe(line(before.text, 'UID'))
    expect([line(before.text, 'SEQUENCE'), line(after.text, 'SEQUENCE')]).toEqual(['SEQUENCE:0', 'SEQUENCE:1'])
    expect(line(after.text, 'DTSTART')).toBe('DTSTART:20260309T060000Z')
    expect(
      must(await listMyHearings(plaintiff)).find(({ hearingId }) => hearingId === place.hearingId)?.startsAt,
    ).toEqual(view.hearing.startsAt)
  })

  test('a cancelled hearing says why, leaves no task, and is struck out of calendars', async () => {
    clock.set(start)
    const place = await scene.scheduled({ day: inTime })
    const input = { ...place, key: newId(), headSeq: await headOf(place.caseId), why: '双方正在调解' }
    expect(await cancelHearing(plaintiff, input)).toMatchObject({ ok: false })
    must(await cancelHearing(clerk, input))
    const view = must(await showHearing(plaintiff, place))
    expect(view).toMatchObject({
      hearing: { status: 'cancelled', cancelledWhy: '双方正在调解' },
      viewer: { before: 'over' },
    })
    expect(view.viewer.may).toEqual([])
    expect(
      await all.task.count({ where: { caseId: place.caseId, status: 'open', kind: { contains: 'hearing' } } }),
    ).toBe(0)
    const { text } = must(await hearingCalendar(defendant, place))
    expect(text).toContain('STATUS:CANCELLED\r\n')
    expect(text).toContain('METHOD:CANCEL\r\n')
    expect(await cancelHearing(clerk, { ...input, key: newId(), headSeq: await headOf(place.caseId) })).toMatchObject({
      ruleId: 'hearing.cancel',
    })
  })
})

describe('who may see a hearing', () => {
  test('nobody who does not stand in the case, and no other court', async () => {
    clock.set(start)
    const place = await scene.scheduled({ day: inTime })
    const administrator = await scene.staff(['court-admin'], '管理员')
    for (const who of [outsider, foreignClerk, otherJudge, administrator])
      expect(await showHearing(who, place), who.actor.kind).toMatchObject({ ok: false, kind: 'not-found' })
    expect(await hearingCalendar(outsider, place)).toMatchObject({ kind: 'not-found' })
    const other = await scene.accepted()
    expect(await showHearing(plaintiff, { ...place, caseId: other.caseId })).toMatchObject({ kind: 'not-found' })
    expect(must(await listMyHearings(outsider))).toEqual([])
    expect(await listMyHearings(clerk)).toMatchObject({ ok: false })
    expect(await listDay(plaintiff, {})).toMatchObject({ ok: false })
    expect(must(await listDay(foreignClerk, { day: inTime })).lines).toEqual([])
  })
})

describe('a hearing keeps in step with its case', () => {
  test('who proves to be a party later has it on their list', async () => {
    clock.set(start)
    const late = residentNumber()
    const filed = await scene.fileAgainst(plaintiff, late)
    must(await scene.act(clerk, filed, 'accept-filing', { procedure: 'summary', feeFen: 52_500 }))
    const place = await scene.scheduled({ day: inTime }, filed)
    const newcomer = await scene.person({ name: '李四', idNumber: late })
    expect(must(await listMyHearings(newcomer))).toEqual([])
    await linkPerson(scene.as(systemActor('link-person')), { personId: newcomer.actor.personId })
    expect(must(await listMyHearings(newcomer))).toMatchObject([{ hearingId: place.hearingId, mode: 'online' }])
    expect(must(await showHearing(newcomer, place)).viewer.before).toBe('choose-mode')
  })

  test('a judge drawn anew has the seat of the judge, and the one before has none', async () => {
    clock.set(start)
    const place = await scene.scheduled({ day: inTime })
    const president = await scene.staff(['president'], '院长')
    await all.staffMember.update({
      where: { courtId_id: { courtId: court.id, id: otherJudge.actor.staffId } },
      data: { isActive: true },
    })
    must(await scene.act(president, place, 'redraw-judge', { ground: '承办法官回避' }))
    await all.staffMember.update({
      where: { courtId_id: { courtId: court.id, id: otherJudge.actor.staffId } },
      data: { isActive: false },
    })
    const view = must(await showHearing(otherJudge, place))
    expect(view.seats.find(({ role }) => role === 'judge')).toMatchObject({ name: '孙法官', isMe: true })
    expect(await showHearing(judge, place)).toMatchObject({ kind: 'not-found' })
  })

  test('does not take place once the case is over', async () => {
    clock.set(start)
    const place = await scene.scheduled({ day: inTime })
    must(await scene.act(judge, place, 'close-case', { on: '2026-03-02', manner: 'mediation', note: '' }))
    const view = must(await showHearing(plaintiff, place))
    expect(view).toMatchObject({ hearing: { status: 'cancelled' }, viewer: { before: 'over', may: [] } })
    expect(must(await hearingCalendar(plaintiff, place)).text).toContain('SEQUENCE:1\r\n')
    expect(must(await listMyHearings(plaintiff)).find(({ hearingId }) => hearingId === place.hearingId)?.status).toBe(
      'cancelled',
    )
  })
})
