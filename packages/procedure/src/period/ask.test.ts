import { describe, expect, test } from 'vitest'
import {
  closure,
  courtDays,
  days,
  errorOf,
  excluded,
  extension,
  months,
  shortening,
  transit,
  weeks,
} from '../../test/period-table.ts'
import { answerPeriod } from './answer-period.ts'
import { checkProof } from './check-proof.ts'

describe('latest-trigger: the last day on which the event may happen', () => {
  test.each<[string, object, string, string, string, ...object[]]>([
    ['ten days', days(10), '2026-06-18', '2026-06-08', '2026-06-18'],
    ['a day before a weekend: an event later would roll past it', days(5), '2026-06-12', '2026-06-07', '2026-06-12'],
    ['asked for a Sunday, the Friday before it must do', days(5), '2026-06-14', '2026-06-07', '2026-06-12'],
    ['without a roll it may end on Sunday', days(5, { roll: 'none' }), '2026-06-14', '2026-06-09', '2026-06-14'],
    [
      'rolled back, an event even later will do',
      days(5, { roll: 'previous' }),
      '2026-06-12',
      '2026-06-09',
      '2026-06-12',
    ],
    ['court days', courtDays(3), '2026-06-23', '2026-06-17', '2026-06-23'],
    ['weeks', weeks(1), '2026-06-18', '2026-06-11', '2026-06-18'],
    ['a month: 31 January still leads to 28 February', months(1), '2026-02-28', '2026-01-31', '2026-02-28'],
    [
      'backward: the event lies after the end',
      days(3, { direction: 'backward', roll: 'previous' }),
      '2026-06-12',
      '2026-06-17',
      '2026-06-12',
    ],
    ['nothing counted', days(0), '2026-06-12', '2026-06-12', '2026-06-12'],
    [
      'excluded days: the event may lie in them',
      days(2),
      '2026-06-12',
      '2026-06-10',
      '2026-06-12',
      excluded('2026-06-09', '2026-06-10'),
    ],
    ['transit', days(2), '2026-06-12', '2026-06-08', '2026-06-12', transit(2)],
    ['an extension', days(2), '2026-06-12', '2026-06-07', '2026-06-12', extension(3)],
    ['a shortening never beyond the start', days(2), '2026-06-12', '2026-06-12', '2026-06-12', shortening(9)],
    ['a closure', days(2), '2026-06-12', '2026-06-09', '2026-06-11', closure('2026-06-12')],
    ['parts', days(5, { then: [days(1)] }), '2026-06-09', '2026-06-03', '2026-06-09'],
    ['the day on which counting begins', days(1, { startOn: 'court-day' }), '2026-06-09', '2026-06-08', '2026-06-09'],
    [
      'a later event that ends earlier',
      months(1, { roll: 'none' }),
      '2026-02-28',
      '2026-01-31',
      '2026-02-28',
      excluded('2026-01-29', '2026-01-31'),
    ],
    ['an event in the year 1', days(1, { roll: 'none' }), '0001-01-02', '0001-01-01', '0001-01-02'],
  ])('%s', (_, rule, by, latestTrigger, due, ...facts) => {
    const request = { rule, facts, ask: 'latest-trigger', by }
    const answer = answerPeriod(request)
    expect(answer).toMatchObject({ latestTrigger, due })
    expect(checkProof(request, JSON.parse(JSON.stringify(answer)))).toEqual({ valid: true })
  })
  test.each<[string, object]>([
    ['no-latest-trigger', { rule: days(5), by: '0001-01-03' }],
    ['missing-field', { rule: days(5) }],
    ['no-such-date', { rule: days(5), by: '2026-06-31' }],
    ['no-such-date', { rule: days(5), by: '2026-06-12T10:00:00+08:00' }],
    ['not-allowed', { rule: days(5), by: '2026-06-12', trigger: '2026-06-01' }],
    ['not-allowed', { rule: { count: 5, unit: 'hour' }, by: '2026-06-12' }],
    ['not-allowed', { rule: days(5, { then: [{ count: 5, unit: 'hour' }] }), by: '2026-06-12' }],
    ['not-allowed', { rule: { laterOf: [{ rule: days(5), trigger: '2026-06-01' }] }, by: '2026-06-12' }],
    ['not-allowed', { rule: { earlierOf: [{ rule: days(5), trigger: '2026-06-01' }] }, by: '2026-06-12' }],
    ['not-allowed', { rule: days(5), by: '2026-06-12', facts: [{ kind: 'restart', at: '2026-06-01' }] }],
    ['not-allowed', { rule: days(5), by: '2026-06-12', act: '2026-06-12' }],
  ])('%s: %j', (code, request) => {
    expect(errorOf({ ask: 'latest-trigger', ...request }).code).toBe(code)
  })
})

describe('in-time: whether an act lies before the end', () => {
  const rule = days(4)
  test.each<[string, object, string, boolean]>([
    ['before', rule, '2026-06-05T23:59:59+08:00', true],
    ['at that instant it is late', rule, '2026-06-06T00:00:00+08:00', false],
    ['at that instant it is late, written as 24:00', rule, '2026-06-05T24:00:00+08:00', false],
    ['an instant with another offset', rule, '2026-06-05T15:59:59Z', true],
    ['an instant with another offset, late', rule, '2026-06-05T16:00:00Z', false],
    ['a date is in time on the due day', rule, '2026-06-05', true],
    ['a date is late after it', rule, '2026-06-06', false],
    ['before the event it is in time, too', rule, '2026-05-01', true],
    ['where the day ends at half past five', days(4, { endAt: '17:30' }), '2026-06-05T17:29:59+08:00', true],
    ['at half past five it is late', days(4, { endAt: '17:30' }), '2026-06-05T17:30:00+08:00', false],
    ['a date does not know of half past five', days(4, { endAt: '17:30' }), '2026-06-05', true],
    ['the due day is the rolled one', days(5), '2026-06-08', true],
  ])('%s', (_, asked, act, inTime) => {
    const request = { rule: asked, trigger: '2026-06-01', ask: 'in-time', act }
    const answer = answerPeriod(request)
    expect(answer.inTime).toBe(inTime)
    expect(checkProof(request, JSON.parse(JSON.stringify(answer)))).toEqual({ valid: true })
  })
  test.each<[string, object]>([
    ['missing-field', { ask: 'in-time' }],
    ['no-such-date', { ask: 'in-time', act: '2026-02-29' }],
    ['no-such-date', { ask: 'in-time', act: '2026-06-01T10:00:00' }],
    ['wrong-type', { ask: 'in-time', act: 20260601 }],
    ['not-allowed', { act: '2026-06-01' }],
    ['not-allowed', { ask: 'due', by: '2026-06-01' }],
    ['unknown-value', { ask: 'soon' }],
  ])('%s: %j', (code, more) => {
    expect(errorOf({ rule, trigger: '2026-06-01', ...more }).code).toBe(code)
  })
})
