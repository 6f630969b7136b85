import { describe } from 'vitest'
import {
  closure,
  courtDays,
  days,
  excluded,
  extension,
  factor,
  hours,
  periodTable,
  restart,
  shortening,
  transit,
} from '../../test/period-table.ts'

const of = (rule: object, trigger?: unknown, facts?: object[]) => ({
  rule,
  ...(trigger === undefined ? {} : { trigger }),
  ...(facts === undefined ? {} : { facts }),
})

describe('parts one after the other', () => {
  const twoThenThree = days(2, { then: [days(3)] })
  periodTable([
    [days(5, { then: [days(1)] }), '2026-06-01', '2026-06-09', 'the next part starts on the rolled end'],
    [
      days(5, { roll: 'none', then: [days(1)] }),
      '2026-06-01',
      '2026-06-08',
      'a part inherits nothing: the first does not roll, the second does',
    ],
    [days(2, { firstDay: 'included', then: [days(2)] }), '2026-06-01', '2026-06-04', 'nor the first day'],
    [days(1, { then: [courtDays(1), days(1)] }), '2026-06-04', '2026-06-09', 'three parts: Friday, Monday, Tuesday'],
    [
      days(1, { then: [courtDays(1, { then: [days(1)] })] }),
      '2026-06-04',
      '2026-06-09',
      'a part with parts of its own',
    ],
    [
      twoThenThree,
      '2026-06-01',
      '2026-06-08',
      'transit belongs to the first part: Thursday, then to Sunday',
      transit(1),
    ],
    [days(5, { then: [days(1)] }), '2026-06-01', '2026-06-10', 'so it moves the roll of the first', transit(3)],
    [twoThenThree, '2026-06-01', '2026-06-08', 'a factor belongs to the first part: Friday, then Monday', factor(2)],
    [twoThenThree, '2026-06-01', '2026-06-09', 'extensions belong to the last: Saturday and three days', extension(3)],
    [
      days(5, { then: [days(3)] }),
      '2026-06-01',
      '2026-06-08',
      'shortenings belong to the last and end at its start',
      shortening(9),
    ],
    [
      twoThenThree,
      '2026-06-01',
      '2026-06-09',
      'excluded days count in every part',
      excluded('2026-06-05', '2026-06-07'),
    ],
    [
      twoThenThree,
      '2026-06-01',
      '2026-06-08',
      'a closure counts in every part: Thursday, then Sunday',
      closure('2026-06-03'),
    ],
    [
      days(2, { then: [days(4)] }),
      '2026-06-01',
      '2026-06-08',
      'a restart replaces the first event',
      restart('2026-06-02'),
    ],
    [
      days(1, { endAt: '17:30', then: [hours(2)] }),
      '2026-06-01',
      { due: '2026-06-02', dueAt: '2026-06-02T20:00:00+08:00' },
      'hours start when the part before ends',
    ],
    [
      days(1, { then: [hours(2)] }),
      '2026-06-01',
      { due: '2026-06-03', dueAt: '2026-06-03T03:00:00+08:00' },
      '24:00 is a full hour: from 01:00',
    ],
    [
      hours(24, { hoursFrom: 'now', then: [days(1)] }),
      '2026-06-01T10:00:00+08:00',
      { dueAt: '2026-06-03T24:00:00+08:00' },
      'days start on the day on which hours end',
    ],
    [
      hours(1, { hoursFrom: 'now', then: [days(1)] }),
      '2026-06-01T23:00:00+08:00',
      '2026-06-02',
      'which is the day of the last hour',
    ],
    [
      hours(24, { hoursFrom: 'now', then: [days(1)] }),
      '2026-06-01T10:00:00+08:00',
      '2026-06-05',
      'and an extension belongs to the days',
      extension(2),
    ],
    [
      days(1, { then: [days(2, { cutoff: '00:00' })] }),
      '2026-06-01T10:00:00+08:00',
      '2026-06-04',
      'a part knows no time of day, so no cut-off',
    ],
    [
      days(4, { then: [days(2, { direction: 'backward', roll: 'previous' })] }),
      '2026-06-01',
      '2026-06-03',
      'forward, then backward',
    ],
  ])
})

describe('an event that is itself a period', () => {
  periodTable([
    [days(2), of(days(5), '2026-06-01'), '2026-06-10', 'it hands on its rolled end'],
    [days(2, { cutoff: '00:00' }), of(days(5), '2026-06-01T12:00:00+08:00'), '2026-06-10', 'without a time of day'],
    [days(2), of(days(1), '2026-06-01', [extension(1)]), '2026-06-05', 'its facts are its own'],
    [
      days(2),
      of(days(1), '2026-06-01'),
      '2026-06-05',
      'and it knows none of the outer ones',
      excluded('2026-06-02', '2026-06-03'),
    ],
    [
      days(2),
      of(days(1), of(days(1), of(days(1), '2026-06-01'))),
      '2026-06-08',
      'as deep as one likes: Thursday, then Saturday',
    ],
    [days(2), of({ laterOf: [of(days(1), '2026-06-01'), of(days(2), '2026-06-01')] }), '2026-06-05', 'or a choice'],
  ])
})

describe('the later and the earlier of several periods', () => {
  const later = (...items: object[]) => ({ laterOf: items })
  const earlier = (...items: object[]) => ({ earlierOf: items })
  const tuesday = of(days(1), '2026-06-01')
  const friday = of(days(4), '2026-06-01')
  const saturday = of(days(5), '2026-06-01')
  periodTable([
    [later(tuesday, friday), undefined, '2026-06-05', 'the later'],
    [earlier(friday, tuesday), undefined, '2026-06-02', 'the earlier'],
    [later(tuesday), undefined, '2026-06-02', 'one alone'],
    [later(friday, saturday), undefined, '2026-06-08', 'each to its own rolled end'],
    [
      earlier(of(days(5, { roll: 'previous' }), '2026-06-01'), of(days(3), '2026-06-01')),
      undefined,
      '2026-06-04',
      'also one that rolls back',
    ],
    [
      later(
        of(days(4, { endAt: '12:00' }), '2026-06-01'),
        of(hours(3, { hoursFrom: 'now' }), '2026-06-05T12:00:00+08:00'),
      ),
      undefined,
      { dueAt: '2026-06-05T15:00:00+08:00' },
      'compared as instants',
    ],
    [
      earlier(of(days(4, { endAt: '12:00' }), '2026-06-01'), of(days(4), '2026-06-01')),
      undefined,
      { dueAt: '2026-06-05T12:00:00+08:00' },
      'on the same day',
    ],
    [earlier(of(later(tuesday, friday)), saturday), undefined, '2026-06-05', 'one in the other'],
    [later(tuesday, friday), undefined, '2026-06-09', 'an extension outside counts from the chosen end', extension(4)],
    [later(tuesday, saturday), undefined, '2026-06-10', 'from its rolled end', extension(2)],
    [later(tuesday, friday), undefined, '2026-06-08', 'and rolls again', transit(1)],
    [
      later(tuesday, of(days(4, { roll: 'previous' }), '2026-06-01')),
      undefined,
      '2026-06-05',
      'as the chosen rule says',
      extension(1),
    ],
    [
      later(tuesday, of(days(4, { roll: 'none' }), '2026-06-01')),
      undefined,
      '2026-06-06',
      'or not at all',
      extension(1),
    ],
    [later(tuesday, friday), undefined, '2026-06-03', 'a shortening outside', shortening(2)],
    [later(tuesday, friday), undefined, '2026-06-01', 'never before the start', shortening(20)],
    [later(tuesday, friday), undefined, '2026-06-08', 'a closure outside', closure('2026-06-05')],
    [
      later(tuesday, of(days(5, { roll: 'none' }), '2026-06-01')),
      undefined,
      '2026-06-06',
      'without facts outside the chosen end stands',
    ],
    [
      later(tuesday, of(days(4, { endAt: '12:00' }), '2026-06-01')),
      undefined,
      { dueAt: '2026-06-08T12:00:00+08:00' },
      'the last day goes on ending when it did',
      extension(1),
    ],
    [
      later(tuesday, of(days(2, { direction: 'backward', roll: 'none' }), '2026-06-12')),
      undefined,
      '2026-06-09',
      'a backward rule is extended backward',
      extension(1),
    ],
    [
      later(of(later(tuesday, friday)), tuesday),
      undefined,
      '2026-06-09',
      'facts outside reach a choice in a choice',
      extension(4),
    ],
  ])
})
