import { describe, expect, test } from 'vitest'
import { days, errorOf, extension, factor, hours, restart, shortening, transit } from '../../test/period-table.ts'

type Row = readonly [code: string, path: string, request: unknown]

function errorTable(rows: readonly Row[]): void {
  test.each(rows.map(([code, path, request]) => [code, path, JSON.stringify(request), request] as const))(
    '%s at %s: %s',
    (code, path, _, request) => expect(errorOf(request)).toEqual({ code, path }),
  )
}

const on = '2026-06-01'
const at = '2026-06-01T10:00:00+08:00'
const ask = (rule: object, more: object = {}) => ({ rule, trigger: on, ...more })
const inHours = (rule: object, ...facts: object[]) => ({ rule, trigger: at, facts })
const withFact = (...facts: object[]) => ({ rule: days(5), trigger: on, facts })
const choice = { laterOf: [{ rule: days(5), trigger: on }] }

describe('unknown values and fields, dates that do not exist, what is missing', () => {
  errorTable([
    ['wrong-type', '', null],
    ['wrong-type', '', []],
    ['wrong-type', '', 'rule'],
    ['missing-field', 'rule', { trigger: on }],
    ['missing-field', 'trigger', { rule: days(5) }],
    ['missing-field', 'rule.count', ask({})],
    ['missing-field', 'rule.count', ask({ unit: 'day' })],
    ['unknown-field', 'when', ask(days(5), { when: on })],
    ['unknown-field', 'rule.rolls', ask(days(5, { rolls: 'next' }))],
    ['unknown-value', 'rule.unit', ask({ count: 5, unit: 'fortnight' })],
    ['unknown-value', 'rule.unit', ask({ count: 5, unit: 'days' })],
    ['wrong-number', 'rule.count', ask(days(-1))],
    ['wrong-number', 'rule.count', ask(days(1.5))],
    ['wrong-number', 'rule.count', ask({ count: '5' })],
    ['wrong-number', 'rule.count', ask({ count: null })],
    ['unknown-value', 'rule.direction', ask(days(5, { direction: 'back' }))],
    ['unknown-value', 'rule.firstDay', ask(days(5, { firstDay: true }))],
    ['unknown-value', 'rule.lastDay', ask(days(5, { lastDay: 'clear' }))],
    ['unknown-value', 'rule.roll', ask(days(5, { roll: 'modified' }))],
    ['unknown-value', 'rule.cutoff', ask(days(5, { cutoff: '17' }))],
    ['unknown-value', 'rule.cutoff', ask(days(5, { cutoff: '24:00' }))],
    ['unknown-value', 'rule.cutoff', ask(days(5, { cutoff: '17:60' }))],
    ['unknown-value', 'rule.cutoffTo', ask(days(5, { cutoff: '17:00', cutoffTo: 'monday' }))],
    ['unknown-value', 'rule.startOn', ask(days(5, { startOn: 'monday' }))],
    ['unknown-value', 'rule.endAt', ask(days(5, { endAt: '25:00' }))],
    ['unknown-value', 'rule.endAt', ask(days(5, { endAt: '5:00' }))],
    ['unknown-value', 'rule.endAt', ask(days(5, { endAt: 'noon' }))],
    ['unknown-value', 'rule.hoursFrom', inHours(hours(5, { hoursFrom: 'later' }))],
    ['wrong-type', 'rule.standstill', ask(days(5, { standstill: 'no' }))],
    ['no-such-date', 'trigger', { rule: days(5), trigger: '2026-02-29' }],
    ['no-such-date', 'trigger', { rule: days(5), trigger: '2026-6-1' }],
    ['no-such-date', 'trigger', { rule: days(5), trigger: '0000-06-01' }],
    ['no-such-date', 'trigger', { rule: days(5), trigger: '2026-06-01T10:00:00' }],
    ['no-such-date', 'trigger', { rule: days(5), trigger: '2026-06-01T25:00:00+08:00' }],
    ['no-such-date', 'trigger', { rule: days(5), trigger: '2026-06-31T10:00:00+08:00' }],
    ['no-such-date', 'trigger', { rule: days(5), trigger: '' }],
    ['wrong-type', 'trigger', { rule: days(5), trigger: 20260601 }],
    ['wrong-type', 'trigger', { rule: days(5), trigger: null }],
    ['missing-field', 'trigger.rule', { rule: days(5), trigger: {} }],
    ['missing-field', 'trigger.trigger', { rule: days(5), trigger: { rule: days(1) } }],
    ['unknown-field', 'trigger.calendar', { rule: days(5), trigger: { rule: days(1), trigger: on, calendar: 'cn' } }],
  ])
})

describe('rules that contradict themselves', () => {
  errorTable([
    ['not-allowed', 'rule.count', ask({ count: 5, counts: [days(5)] })],
    ['not-allowed', 'rule.unit', ask({ unit: 'day', counts: [days(5)] })],
    ['empty-list', 'rule.counts', ask({ counts: [] })],
    ['missing-field', 'rule.counts[0].unit', ask({ counts: [{ count: 1 }] })],
    ['unknown-field', 'rule.counts[0].roll', ask({ counts: [days(1, { roll: 'none' })] })],
    ['not-allowed', 'rule.counts', ask({ counts: [days(1), hours(1)] })],
    ['unknown-value', 'rule.shortUpTo.unit', ask(days(5, { shortUpTo: { count: 5, unit: 'hour' } }))],
    ['not-allowed', 'rule.firstDay', ask(days(0, { firstDay: 'included' }))],
    ['not-allowed', 'rule.firstDay', ask({ counts: [days(0), days(5)], firstDay: 'included' })],
    ['not-allowed', 'rule.then[0].firstDay', ask(days(5, { then: [days(0, { firstDay: 'included' })] }))],
    ['not-allowed', 'rule.cutoff', ask(days(5, { direction: 'backward', cutoff: '17:00' }))],
    ['not-allowed', 'rule.startOn', ask(days(5, { direction: 'backward', startOn: 'court-day' }))],
    ['wrong-type', 'rule.then', ask(days(5, { then: days(1) }))],
    ['missing-field', 'rule.then[0].count', ask(days(5, { then: [{}] }))],
    ['not-allowed', 'rule.then[0]', ask(days(5, { then: [choice] }))],
    ['unknown-rule', 'rule.ref', ask({ ref: 'answer', court: '浙0212' })],
    ['missing-field', 'rule.court', ask({ ref: 'answer' })],
    ['no-such-date', 'rule.on', ask({ ref: 'answer', court: '浙0212', on: '2026-02-30' })],
    ['not-allowed', 'rule.count', ask({ ref: 'answer', court: '浙0212', count: 5 })],
    ['out-of-range', 'rule', ask(days(99_999_999))],
    ['out-of-range', 'rule', ask(days(9_007_199_254_740_991))],
    ['out-of-range', 'rule', ask({ count: 99_999, unit: 'year' })],
    ['out-of-range', 'rule', ask(days(999_999, { direction: 'backward' }))],
    [
      'no-court-day',
      'rule',
      ask(days(5), { calendar: { weekend: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] } }),
    ],
  ])
})

describe('hours', () => {
  const refused = ['direction', 'firstDay', 'lastDay', 'cutoff', 'startOn', 'endAt', 'shortUpTo'] as const
  const values = {
    direction: 'forward',
    firstDay: 'excluded',
    lastDay: 'included',
    cutoff: '17:00',
    startOn: 'trigger',
    endAt: '24:00',
    shortUpTo: days(1),
  }
  errorTable([
    ...refused.map((key): Row => ['not-allowed', `rule.${key}`, inHours(hours(5, { [key]: values[key] }))]),
    ['time-needed', 'trigger', ask(hours(5))],
    ['time-needed', 'facts[0].at', inHours(hours(5), restart('2026-06-02'))],
    ['not-allowed', 'facts[0]', inHours(hours(5), { kind: 'excluded', from: on, to: on })],
    ['not-allowed', 'facts[0]', inHours(hours(5), { kind: 'closure', from: on, to: on })],
    ['not-allowed', 'facts[0]', inHours(hours(5), transit(1))],
    ['not-allowed', 'facts[0]', inHours(hours(5), factor(2))],
    ['not-allowed', 'facts[0]', inHours(hours(5), extension(1))],
    ['not-allowed', 'facts[0]', inHours(hours(5), shortening(1))],
    ['not-allowed', 'facts[0]', { rule: { laterOf: [{ rule: hours(5), trigger: at }] }, facts: [extension(1)] }],
  ])
})

describe('facts', () => {
  errorTable([
    ['wrong-type', 'facts', { rule: days(5), trigger: on, facts: {} }],
    ['wrong-type', 'facts[0]', { rule: days(5), trigger: on, facts: ['excluded'] }],
    ['missing-field', 'facts[0].kind', withFact({})],
    ['unknown-value', 'facts[0].kind', withFact({ kind: 'suspension' })],
    ['unknown-field', 'facts[0].days', withFact({ kind: 'excluded', from: on, to: on, days: 1 })],
    ['missing-field', 'facts[0].to', withFact({ kind: 'excluded', from: on })],
    ['from-after-to', 'facts[0].to', withFact({ kind: 'excluded', from: '2026-06-02', to: on })],
    ['from-after-to', 'facts[1].to', withFact(transit(1), { kind: 'closure', from: '2026-06-02', to: on })],
    ['no-such-date', 'facts[0].from', withFact({ kind: 'excluded', from: '2026-06-00', to: on })],
    ['wrong-number', 'facts[0].days', withFact(transit(-1))],
    ['wrong-number', 'facts[0].days', withFact(transit(0.5))],
    ['wrong-number', 'facts[0].count', withFact(extension(-1))],
    ['unknown-value', 'facts[0].unit', withFact(extension(1, 'hour'))],
    ['missing-field', 'facts[0].unit', withFact({ kind: 'shortening', count: 1 })],
    ['wrong-number', 'facts[0].by', withFact(factor(0))],
    ['wrong-number', 'facts[0].by', withFact(factor(-2))],
    ['not-whole', 'facts[0]', withFact(factor(0.5))],
    ['too-large', 'facts[100]', withFact(...Array.from({ length: 101 }, () => factor(1)))],
    ['wrong-number', 'facts[0]', withFact(factor(1e300))],
    ['not-whole', 'facts[0]', withFact(factor(1e-300))],
    ['not-whole', 'facts[0]', withFact(factor(1.5), factor(1.5))],
    ['not-whole', 'facts[0]', ask({ counts: [days(2), days(1)] }, { facts: [factor(0.5)] })],
    ['restart-before-trigger', 'facts[0].at', withFact(restart('2026-05-31'))],
    ['restart-before-trigger', 'facts[0].at', withFact(restart('2026-05-31'), restart('2026-06-04'))],
    [
      'restart-before-trigger',
      'facts[0].at',
      { rule: days(5), trigger: at, facts: [restart('2026-06-01T09:00:00+08:00')] },
    ],
    ['no-such-date', 'facts[0].at', withFact(restart('2026-06-31'))],
    ['missing-field', 'facts[0].at', withFact({ kind: 'restart' })],
    ['out-of-range', 'rule', withFact(transit(9_999_999))],
  ])
})

describe('choices between periods', () => {
  errorTable([
    ['empty-list', 'rule.laterOf', { rule: { laterOf: [] } }],
    ['empty-list', 'rule.earlierOf', { rule: { earlierOf: [] } }],
    ['wrong-type', 'rule.laterOf', { rule: { laterOf: { rule: days(5), trigger: on } } }],
    ['missing-field', 'rule.laterOf[0].trigger', { rule: { laterOf: [{ rule: days(5) }] } }],
    ['missing-field', 'rule.laterOf[0].rule', { rule: { laterOf: [{ trigger: on }] } }],
    [
      'unknown-field',
      'rule.laterOf[0].calendar',
      { rule: { laterOf: [{ rule: days(5), trigger: on, calendar: 'cn' }] } },
    ],
    ['not-allowed', 'trigger', { rule: choice, trigger: on }],
    ['not-allowed', 'rule.roll', { rule: { ...choice, roll: 'none' } }],
    ['not-allowed', 'rule.count', { rule: { ...choice, count: 5 } }],
    ['not-allowed', 'rule.earlierOf', { rule: { ...choice, earlierOf: [] } }],
    ['not-allowed', 'facts[0]', { rule: choice, facts: [{ kind: 'excluded', from: on, to: on }] }],
    ['not-allowed', 'facts[0]', { rule: choice, facts: [factor(2)] }],
    ['not-allowed', 'facts[0]', { rule: choice, facts: [restart(on)] }],
  ])
})

describe('calendars', () => {
  const using = (calendar: unknown) => ask(days(5), { calendar })
  errorTable([
    ['unknown-calendar', 'calendar', using('ew')],
    ['unknown-calendar', 'calendar[1]', using(['cn', 'ew'])],
    ['empty-list', 'calendar', using([])],
    ['wrong-type', 'calendar', using(7)],
    ['wrong-type', 'calendar', using(null)],
    ['unknown-field', 'calendar.holidays', using({ holidays: [] })],
    ['closed-and-open', 'calendar.open[0]', using({ closed: [on], open: [on] })],
    ['no-such-date', 'calendar.closed[0]', using({ closed: ['2026-02-30'] })],
    ['from-after-to', 'calendar.to', using({ from: '2026-06-02', to: '2026-06-01' })],
    ['unknown-zone', 'calendar.zone', using({ zone: 'Asia/Atlantis' })],
    ['unknown-value', 'calendar.weekend[0]', using({ weekend: ['saturday'] })],
    ['missing-field', 'calendar.weekend[0].days', using({ weekend: [{ from: on }] })],
    [
      'from-after-to',
      'calendar.weekend[0].to',
      using({ weekend: [{ from: '2026-06-02', to: '2026-06-01', days: [] }] }),
    ],
    [
      'overlap',
      'calendar.weekend[1]',
      using({
        weekend: [
          { to: on, days: ['fri'] },
          { from: on, days: ['sat'] },
        ],
      }),
    ],
    ['overlap', 'calendar.weekend[1]', using({ weekend: [{ days: ['fri'] }, { days: ['sat'] }] })],
    ['no-such-date', 'calendar.standstill[0].from', using({ standstill: [{ from: '02-30', to: '03-01' }] })],
    ['missing-field', 'calendar.standstill[0].to', using({ standstill: [{ from: '02-03' }] })],
    ['from-after-to', 'calendar.standstill[0].easter[1]', using({ standstill: [{ easter: [7, -7] }] })],
    ['wrong-number', 'calendar.standstill[0].easter', using({ standstill: [{ easter: [7] }] })],
    ['unknown-field', 'calendar.standstill[0].from', using({ standstill: [{ easter: [-7, 7], from: '07-01' }] })],
  ])
})
