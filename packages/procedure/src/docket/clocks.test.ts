import { describe, expect, test } from 'vitest'
import { codeOf } from '../../test/codes.ts'
import { docket, noonOf, parties } from '../../test/docket.ts'
import type { Fact } from '../../test/docket.ts'
import { checkProof } from '../period/check-proof.ts'
import { answerPeriod } from '../period/answer-period.ts'
import { clocksOf } from './clocks.ts'
import type { ClockView } from './clocks.ts'
import { tasksOf } from './tasks.ts'
import { fold } from './fold.ts'
import { expiryTells, remindersDue } from './told.ts'

const code = codeOf()
const filing: Fact = { type: 'filing-received', on: '2025-03-03', data: { parties } }
const accepted: Fact = { type: 'filing-accepted', on: '2025-03-04', data: { procedure: 'summary' } }

function clock(key: string, facts: readonly Fact[], day: string): ClockView {
  const found = clocksOf(docket(facts), code, noonOf(day)).find((one) => one.key === key)
  if (found === undefined) throw new Error(`${key} does not run`)
  return found
}

describe('clocks', () => {
  const served: Fact = { type: 'complaint-served', on: '2025-03-07', subject: 'd1' }
  test.each<[string, string, Fact[], string, string, string]>([
    ['runs to the end of its last day', 'filing-decision', [filing], '2025-03-10', '2025-03-10', 'running'],
    ['has expired the day after', 'filing-decision', [filing], '2025-03-11', '2025-03-10', 'expired'],
    ['clears by the fact that was owed', 'filing-decision', [filing, accepted], '2025-03-11', '2025-03-10', 'cleared'],
    [
      'each defendant has a clock of its own',
      'answer@d1',
      [filing, accepted, served],
      '2025-03-08',
      '2025-03-24',
      'running',
    ],
    [
      'one answer clears one clock',
      'answer@d1',
      [filing, accepted, served, { type: 'answer-received', on: '2025-03-12', subject: 'd1' }],
      '2025-03-20',
      '2025-03-24',
      'cleared',
    ],
    [
      'a stop holds it',
      'trial-limit',
      [filing, accepted, { type: 'case-stayed', on: '2025-04-01' }],
      '2025-04-11',
      '2025-06-16',
      'stopped',
    ],
    [
      'the days of a stop do not count',
      'trial-limit',
      [filing, accepted, { type: 'case-stayed', on: '2025-04-01' }, { type: 'case-resumed', on: '2025-04-11' }],
      '2025-04-12',
      '2025-06-16',
      'running',
    ],
    [
      'a stop after it ran out changes nothing',
      'fee-prepayment',
      [filing, accepted, { type: 'fee-notified', on: '2025-03-04' }, { type: 'case-stayed', on: '2025-03-20' }],
      '2025-04-01',
      '2025-03-11',
      'expired',
    ],
    [
      'the end of the case ends it',
      'evidence',
      [
        filing,
        accepted,
        { type: 'evidence-period-set', on: '2025-03-10', data: { days: 15 } },
        { type: 'withdrawn', on: '2025-03-12' },
      ],
      '2025-04-01',
      '2025-03-25',
      'cleared',
    ],
  ])('%s', (_name, key, facts, day, due, status) => {
    expect(clock(key, facts, day)).toMatchObject({ due, status })
  })

  test('a late fact gives a new date; the old one stays with the reason', () => {
    const late: Fact = { type: 'complaint-served', on: '2025-03-05', recordedOn: '2025-03-20', subject: 'd1' }
    const wrong: Fact = { type: 'complaint-served', on: '2025-03-14', recordedOn: '2025-03-14', subject: 'd1' }
    const corrected: Fact = { type: 'entry-corrected', on: '2025-03-20', corrects: 3, data: { ground: '回执' } }
    const { due, history } = clock('answer@d1', [filing, accepted, wrong, corrected, late], '2025-03-20')
    expect(due).toBe('2025-03-20')
    expect(history.map((one) => [one.due, one.seq, one.because.en])).toEqual([
      ['2025-03-31', 3, 'Counted from “Complaint served” on 14 March 2025'],
      ['2025-03-20', 5, 'Counted from “Complaint served” on 5 March 2025, recorded only on 20 March 2025'],
    ])
  })

  test('a change of procedure counts from docketing, and an extension of the old procedure falls away', () => {
    const extended: Fact = {
      type: 'period-extended',
      on: '2025-05-20',
      data: { period: 'trial-limit', count: 1, unit: 'month', procedure: 'summary' },
    }
    const changed: Fact = { type: 'procedure-changed', on: '2025-06-20', data: { procedure: 'ordinary' } }
    expect(clock('trial-limit', [filing, accepted, extended], '2025-05-21').due).toBe('2025-07-04')
    const { due, references, history } = clock('trial-limit', [filing, accepted, extended, changed], '2025-06-21')
    expect(due).toBe('2025-09-04')
    expect(references).toMatchObject([{ law: '民诉法', article: 152 }])
    expect(history.map((one) => one.due)).toEqual(['2025-06-04', '2025-07-04', '2025-09-04'])
  })

  test('an unpublished year makes the date provisional', () => {
    const late: Fact = { type: 'filing-accepted', on: '2026-09-01', data: { procedure: 'ordinary' } }
    expect(clock('trial-limit', [{ ...filing, on: '2026-08-31' }, late], '2026-09-02')).toMatchObject({
      due: '2027-03-01',
      provisional: true,
    })
    expect(clock('trial-limit', [filing, accepted], '2025-03-05').provisional).toBe(false)
  })

  test('every proof holds before the independent checker', () => {
    const facts = [
      filing,
      accepted,
      served,
      { type: 'case-stayed', on: '2025-04-01' },
      { type: 'case-resumed', on: '2025-04-11' },
    ]
    for (const { request, key } of clocksOf(docket(facts), code, noonOf('2025-04-12'))) {
      const answer = answerPeriod(request, new Map())
      expect([key, checkProof(request, answer, new Map())]).toEqual([key, { valid: true }])
    }
  })

  test('reminders and expiry speak to the party or the staff concerned', () => {
    const facts = [filing, accepted, served]
    const state = fold(docket(facts), code)
    const answer = clock('answer@d1', facts, '2025-03-08')
    expect(answer.reminders).toEqual([
      { on: '2025-03-21', at: '2025-03-21T01:00:00.000Z', who: 'subject', notice: 'clock-near' },
    ])
    expect(
      remindersDue(answer, { state, code }, { after: '2025-03-20T00:00:00Z', upTo: '2025-03-22T00:00:00Z' }),
    ).toEqual([
      expect.objectContaining({
        notice: 'clock-near',
        to: { kind: 'party', partyId: 'd1', role: 'defendant' },
        values: expect.objectContaining({
          days: { zh: '3', en: '3' },
          due: { zh: '2025年3月24日', en: '24 March 2025' },
        }) as unknown,
      }) as unknown,
    ])
    expect(
      remindersDue(answer, { state, code }, { after: '2025-03-22T00:00:00Z', upTo: '2025-03-23T00:00:00Z' }),
    ).toEqual([])
    expect(expiryTells(answer, { state, code })).toEqual([])
    const clocks = clocksOf(docket(facts), code, noonOf('2025-03-25'))
    const tasks = tasksOf(state, code, clocks, noonOf('2025-03-25'))
    expect(tasks.map((task) => [task.key, task.to, task.isOverdue])).toContainEqual([
      'answer-missing@answer@d1',
      'judge',
      true,
    ])
  })
})
