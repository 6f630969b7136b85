import { describe } from 'vitest'
import {
  closure,
  courtDays,
  days,
  excluded,
  extension,
  factor,
  months,
  periodTable,
  restart,
  shortening,
  transit,
  weeks,
} from '../../test/period-table.ts'

const none = { roll: 'none' }

describe('excluded days', () => {
  periodTable([
    [days(2), '2026-06-01', '2026-06-04', 'one day more', excluded('2026-06-03')],
    [days(2), '2026-06-01', '2026-06-03', 'the day of the event is not after the start', excluded('2026-06-01')],
    [days(2), '2026-06-01', '2026-06-03', 'days after the end do not matter', excluded('2026-06-04', '2026-06-30')],
    [
      days(2),
      '2026-06-01',
      '2026-06-05',
      'days added run into further excluded days',
      excluded('2026-06-03'),
      excluded('2026-06-04'),
    ],
    [
      days(2),
      '2026-06-01',
      '2026-06-05',
      'a day excluded twice adds one',
      excluded('2026-06-02', '2026-06-03'),
      excluded('2026-06-03'),
    ],
    [days(0), '2026-06-01', '2026-06-01', 'nothing counted, nothing added', excluded('2026-06-01', '2026-06-05')],
    [weeks(1), '2026-06-01', '2026-06-10', 'weeks', excluded('2026-06-03', '2026-06-04')],
    [
      months(1),
      '2026-06-01',
      '2026-07-06',
      'months: 1 July, two days more without the 2nd, to Saturday 4 July',
      excluded('2026-06-10', '2026-06-11'),
      excluded('2026-07-02'),
    ],
    [months(1), '2026-06-01', '2026-07-02', 'the day reached is excluded itself', excluded('2026-07-01')],
    [
      months(1, { firstDay: 'included' }),
      '2026-06-01',
      '2026-07-01',
      'an included first day that is excluded',
      excluded('2026-06-01'),
    ],
    [courtDays(3), '2026-06-01', '2026-06-05', 'court days', excluded('2026-06-02')],
    [
      courtDays(3),
      '2026-06-03',
      '2026-06-09',
      'of excluded days only those on which courts work',
      excluded('2026-06-05', '2026-06-07'),
    ],
    [days(4), '2026-06-02', '2026-06-08', 'the roll looks at court days alone', excluded('2026-06-08')],
    [
      { counts: [weeks(1), days(2)] },
      '2026-06-01',
      '2026-06-11',
      'each of several lengths as it goes',
      excluded('2026-06-03'),
    ],
    [
      { counts: [weeks(1), days(2)] },
      '2026-06-01',
      '2026-06-12',
      'and in the next one',
      excluded('2026-06-03'),
      excluded('2026-06-10'),
    ],
  ])
})

describe('transit', () => {
  periodTable([
    [days(2), '2026-06-01', '2026-06-05', 'days for the way', transit(2)],
    [days(2), '2026-06-01', '2026-06-04', 'transits add up', transit(1), transit(0)],
    [days(2), '2026-06-01', '2026-06-09', 'excluded days among them', transit(2), excluded('2026-06-04', '2026-06-07')],
    [courtDays(1), '2026-06-04', '2026-06-08', 'calendar days, whatever the rule counts', transit(2)],
    [days(5), '2026-06-01', '2026-06-08', 'before the roll: Saturday and two days', transit(2)],
  ])
})

describe('extensions and shortenings', () => {
  periodTable([
    [days(5), '2026-06-01', '2026-06-09', 'from the unrolled end: Saturday and three days', extension(3)],
    [days(5), '2026-06-01', '2026-06-09', 'in court days', extension(2, 'court-day')],
    [days(9), '2026-01-22', '2026-02-28', 'in months, clamped', extension(1, 'month')],
    [days(9), '2026-01-22', '2026-02-28', 'in years and months', extension(0, 'year'), extension(1, 'month')],
    [
      days(1),
      '2026-03-30',
      '2026-04-29',
      'in the order of the facts: first the month',
      extension(1, 'month'),
      shortening(1),
    ],
    [
      days(1),
      '2026-03-30',
      '2026-04-30',
      'in the order of the facts: first the day',
      shortening(1),
      extension(1, 'month'),
    ],
    [
      days(1),
      '2026-03-29',
      '2026-04-30',
      'transit comes before, wherever it stands',
      extension(1, 'month'),
      transit(1),
    ],
    [
      days(2),
      '2026-06-01',
      '2026-06-09',
      'excluded days among those added',
      extension(2),
      excluded('2026-06-04', '2026-06-07'),
    ],
    [
      days(10),
      '2026-06-01',
      '2026-06-03',
      'a shortening goes back over excluded days',
      shortening(8),
      excluded('2026-06-04', '2026-06-05'),
    ],
    [days(10), '2026-06-01', '2026-06-08', 'a shortening in court days', shortening(3, 'court-day')],
    [days(10), '2026-06-01', '2026-06-04', 'a shortening in weeks', shortening(1, 'week')],
    [months(2), '2026-01-31', '2026-02-28', 'a shortening in months, clamped', shortening(1, 'month')],
    [days(5), '2026-06-02', '2026-06-02', 'never before the start', shortening(6)],
    [days(5), '2026-06-02', '2026-06-02', 'not even by years', shortening(3, 'year')],
    [days(5, { startOn: 'court-day' }), '2026-06-06', '2026-06-08', 'the start as the rule moved it', shortening(30)],
    [days(5), '2026-06-02', '2026-06-03', 'an extension goes on from there', shortening(6), extension(1)],
    [
      days(3, { lastDay: 'excluded' }),
      '2026-06-01',
      '2026-06-09',
      'the last day is left out after the extension',
      extension(4),
    ],
  ])
})

describe('restarts', () => {
  periodTable([
    [days(4), '2026-06-01', '2026-06-08', 'counted anew', restart('2026-06-04')],
    [
      days(4),
      '2026-06-01',
      '2026-06-08',
      'the latest counts, in whatever order',
      restart('2026-06-04'),
      restart('2026-06-02'),
    ],
    [days(4), '2026-06-01', '2026-06-08', 'the latest counts', restart('2026-06-02'), restart('2026-06-04')],
    [days(4), '2026-06-01', '2026-06-05', 'on the day of the event itself', restart('2026-06-01')],
    [days(4), '2026-06-01', '2026-06-08', 'an extension before it falls away', extension(5), restart('2026-06-04')],
    [days(4), '2026-06-01', '2026-06-10', 'an extension after it counts', restart('2026-06-04'), extension(2)],
    [
      days(4),
      '2026-06-01',
      '2026-06-10',
      'a restart that does not count takes nothing away',
      restart('2026-06-04'),
      extension(2),
      restart('2026-06-03'),
    ],
    [
      days(4),
      '2026-06-01',
      '2026-06-08',
      'of equal ones the last listed counts',
      restart('2026-06-04'),
      extension(2),
      restart('2026-06-04'),
    ],
    [days(2), '2026-06-01', '2026-06-08', 'transit before it stays', transit(2), restart('2026-06-04')],
    [days(2), '2026-06-01', '2026-06-08', 'so does a factor', factor(2), restart('2026-06-04')],
    [
      days(4),
      '2026-06-01',
      '2026-06-10',
      'and excluded days',
      excluded('2026-06-05', '2026-06-06'),
      restart('2026-06-04'),
    ],
    [
      days(3, { cutoff: '17:00' }),
      '2026-06-01',
      '2026-06-08',
      'read like the event, with its cut-off',
      restart('2026-06-04T18:00:00+08:00'),
    ],
    [
      days(1, { endAt: 'trigger' }),
      '2026-06-01',
      { dueAt: '2026-06-05T10:00:00+08:00' },
      'a date is 00:00, so the instant is later',
      restart('2026-06-04T10:00:00+08:00'),
      restart('2026-06-04'),
    ],
    [
      days(4),
      '2026-06-01',
      '2026-06-08',
      'from the end of a period',
      restart({ rule: days(2), trigger: '2026-06-02' }),
    ],
  ])
})

describe('closures', () => {
  periodTable([
    [days(3), '2026-06-01', '2026-06-05', 'the last day lies in it', closure('2026-06-04')],
    [days(3), '2026-06-01', '2026-06-04', 'it is over before the last day', closure('2026-06-02', '2026-06-03')],
    [days(3), '2026-06-01', '2026-06-04', 'it begins after the last day', closure('2026-06-05')],
    [days(3), '2026-06-01', '2026-06-08', 'to the first court day after', closure('2026-06-04', '2026-06-05')],
    [days(3, none), '2026-06-01', '2026-06-08', 'also without a roll', closure('2026-06-04', '2026-06-05')],
    [days(5), '2026-06-01', '2026-06-10', 'the day to which it rolled lies in it', closure('2026-06-08', '2026-06-09')],
    [
      days(5, { roll: 'previous' }),
      '2026-06-01',
      '2026-06-08',
      'rolled back into it, and out of it forward',
      closure('2026-06-05'),
    ],
    [
      days(3),
      '2026-06-01',
      '2026-06-10',
      'from one into the next',
      closure('2026-06-04', '2026-06-05'),
      closure('2026-06-08', '2026-06-09'),
    ],
    [days(5, none), '2026-06-01', '2026-06-08', 'a Saturday in it', closure('2026-06-06')],
    [days(3), '2026-06-01', '2026-06-05', 'it lengthens nothing', closure('2026-06-02', '2026-06-04')],
    [days(3), '2026-06-01', '2026-06-09', 'the extension comes first', closure('2026-06-08'), extension(4)],
  ])
})

describe('backward', () => {
  const back = { direction: 'backward', roll: 'previous' }
  const plain = { direction: 'backward', roll: 'none' }
  periodTable([
    [days(2, back), '2026-06-12', '2026-06-10', 'the event less the count'],
    [days(2, back), '2026-06-09', '2026-06-05', 'a Sunday rolls back'],
    [days(2, { direction: 'backward' }), '2026-06-09', '2026-06-08', 'the roll is next unless said otherwise'],
    [days(0, back), '2026-06-12', '2026-06-12', 'nothing counted'],
    [courtDays(3, back), '2026-06-23', '2026-06-17', 'court days back over the festival'],
    [months(1, back), '2026-03-31', '2026-02-28', 'months clamp alike'],
    [days(3, { ...back, firstDay: 'included' }), '2026-06-12', '2026-06-10', 'the day of the event counts'],
    [
      weeks(1, { ...back, firstDay: 'included' }),
      '2026-06-18',
      '2026-06-12',
      'a week, included: the day after the same day of the week',
    ],
    [
      months(1, { ...plain, firstDay: 'included' }),
      '2026-06-30',
      '2026-05-31',
      'a month, included: the day after the number',
    ],
    [
      months(1, { ...plain, firstDay: 'included' }),
      '2026-03-31',
      '2026-02-28',
      'where the month has no such day, its last day',
    ],
    [days(3, plain), '2026-06-18', '2026-06-14', 'excluded days are jumped over', excluded('2026-06-16')],
    [days(3, plain), '2026-06-18', '2026-06-15', 'the event itself is no matter', excluded('2026-06-18')],
    [days(3, plain), '2026-06-18', '2026-06-13', 'transit moves it earlier', transit(2)],
    [days(3, plain), '2026-06-18', '2026-06-13', 'an extension, too', extension(2)],
    [days(5, plain), '2026-06-18', '2026-06-15', 'a shortening moves it later', shortening(2)],
    [days(5, plain), '2026-06-18', '2026-06-18', 'but never after the event', shortening(9)],
    [days(2, { ...plain, lastDay: 'excluded' }), '2026-06-18', '2026-06-15', 'clear days'],
    [days(2, back), '2026-06-12', '2026-06-09', 'it leaves a closure backward', closure('2026-06-10')],
    [days(2, plain), '2026-06-10', '2026-06-05', 'to the first court day before it', closure('2026-06-08')],
    [days(2, back), '2026-06-12', '2026-06-15', 'counted anew from a later event', restart('2026-06-17')],
    [
      days(2, { ...back, endAt: '17:00' }),
      '2026-06-12',
      { dueAt: '2026-06-10T17:00:00+08:00' },
      'the day due ends when the rule says',
    ],
  ])
})
