import { describe } from 'vitest'
import { courtDays, days, excluded, factor, months, periodTable, weeks, years } from '../../test/period-table.ts'

describe('lengths and their ends', () => {
  periodTable([
    [days(4), '2026-06-01', '2026-06-05', 'the day of the event does not count'],
    [{ count: 4 }, '2026-06-01', '2026-06-05', 'the unit is the day when none is named'],
    [days(5), '2026-06-01', '2026-06-08', 'a last day on which courts rest rolls to the next court day'],
    [days(5, { roll: 'next' }), '2026-06-01', '2026-06-08', 'roll next'],
    [days(5, { roll: 'previous' }), '2026-06-01', '2026-06-05', 'roll previous'],
    [days(5, { roll: 'none' }), '2026-06-01', '2026-06-06', 'roll none'],
    [days(18), '2026-06-01', '2026-06-22', 'a last day in a holiday rolls to the day after it'],
    [days(7), '2026-02-07', '2026-02-14', 'a make-up workday is a court day though a Saturday'],
    [days(0), '2026-06-02', '2026-06-02', 'nothing counted ends on the day of the event'],
    [days(0), '2026-06-06', '2026-06-08', 'and rolls like any last day'],
    [days(0, { roll: 'previous' }), '2026-06-06', '2026-06-05', 'also backward'],
    [courtDays(0), '2026-06-06', '2026-06-08', 'nothing in court days, from a Saturday'],
    [courtDays(3), '2026-06-04', '2026-06-09', 'court days: Friday, Monday, Tuesday'],
    [courtDays(3), '2026-06-06', '2026-06-10', 'court days from a Saturday: Monday to Wednesday'],
    [courtDays(2), '2026-02-12', '2026-02-14', 'court days: Friday and the make-up Saturday'],
    [courtDays(3), '2026-06-17', '2026-06-23', 'court days over the Dragon Boat Festival'],
    [weeks(2), '2026-06-02', '2026-06-16', 'two weeks end on the same day of the week'],
    [weeks(0), '2026-06-02', '2026-06-02', 'no weeks'],
    [months(1), '2026-06-02', '2026-07-02', 'a month ends on the day with the number of the event'],
    [months(1), '2026-03-31', '2026-04-30', 'or on the last day of a month without it'],
    [months(1), '2026-01-30', '2026-02-28', 'February'],
    [
      months(13),
      '2026-01-31',
      { due: '2027-03-01', provisional: true },
      'clamped to Sunday 28 February 2027, then rolled',
    ],
    [months(12), '2024-02-29', '2025-02-28', 'twelve months from 29 February'],
    [years(1), '2024-02-29', '2025-02-28', 'a year from 29 February'],
    [years(2), '2024-06-01', '2026-06-01', 'two years'],
    [years(4), '2020-02-29', '2024-02-29', 'four years from 29 February'],
    [
      {
        counts: [
          { count: 1, unit: 'month' },
          { count: 10, unit: 'day' },
        ],
      },
      '2026-01-31',
      '2026-03-10',
      'a month, then ten days',
    ],
    [
      {
        counts: [
          { count: 10, unit: 'day' },
          { count: 1, unit: 'month' },
        ],
      },
      '2026-01-21',
      '2026-02-28',
      'ten days to 31 January, then a month to a make-up Saturday',
    ],
  ])
})

describe('the first and the last day', () => {
  periodTable([
    [days(4, { firstDay: 'included' }), '2026-06-01', '2026-06-04', 'the day of the event counts'],
    [days(1, { firstDay: 'included' }), '2026-06-01', '2026-06-01', 'one day, the event included'],
    [days(1, { firstDay: 'included' }), '2026-06-06', '2026-06-08', 'one day, on a Saturday, rolls'],
    [
      weeks(1, { firstDay: 'included' }),
      '2026-06-02',
      '2026-06-08',
      'a week, included: the day before the same day of the week',
    ],
    [months(1, { firstDay: 'included' }), '2026-06-02', '2026-07-01', 'a month, included: the day before the number'],
    [months(1, { firstDay: 'included' }), '2026-01-31', '2026-02-28', 'where the month has no such day, its last day'],
    [months(1, { firstDay: 'included' }), '2026-03-01', '2026-03-31', 'a whole calendar month'],
    [years(1, { firstDay: 'included' }), '2025-06-03', '2026-06-02', 'a year, included'],
    [
      years(1, { firstDay: 'included' }),
      '2024-02-29',
      '2025-02-28',
      'a year from 29 February, included: the last day of February',
    ],
    [courtDays(2, { firstDay: 'included' }), '2026-06-05', '2026-06-08', 'Friday counts, then Monday'],
    [
      courtDays(2, { firstDay: 'included' }),
      '2026-06-06',
      '2026-06-09',
      'an included Saturday does not count in court days',
    ],
    [
      days(2, { firstDay: 'included' }),
      '2026-06-01',
      '2026-06-03',
      'an included first day that is excluded does not count',
      excluded('2026-06-01'),
    ],
    [courtDays(2, { firstDay: 'included' }), '2026-06-01', '2026-06-03', 'nor in court days', excluded('2026-06-01')],
    [days(3, { lastDay: 'excluded' }), '2026-06-01', '2026-06-05', 'clear days: counted to the 4th, due on the 5th'],
    [
      days(4, { lastDay: 'excluded' }),
      '2026-06-01',
      '2026-06-08',
      'clear days: the day after falls on a Saturday and rolls',
    ],
    [days(0, { lastDay: 'excluded' }), '2026-06-01', '2026-06-02', 'no day, last day excluded'],
    [
      courtDays(2, { lastDay: 'excluded' }),
      '2026-06-03',
      '2026-06-08',
      'counted to Friday, the day after is a Saturday',
    ],
    [
      days(3, { lastDay: 'excluded' }),
      '2026-06-01',
      '2026-06-05',
      'the day after is due even when excluded',
      excluded('2026-06-05'),
    ],
    [
      days(2, { firstDay: 'included', lastDay: 'excluded' }),
      '2026-06-01',
      '2026-06-03',
      'included first, excluded last',
    ],
    [
      {
        counts: [
          { count: 1, unit: 'month' },
          { count: 2, unit: 'day' },
        ],
        firstDay: 'included',
      },
      '2026-06-02',
      '2026-07-03',
      'included concerns the first of several lengths',
    ],
  ])
})

describe('short lengths and factors', () => {
  const short = { shortUpTo: { count: 7, unit: 'court-day' } }
  periodTable([
    [days(7, short), '2026-06-01', '2026-06-10', 'up to seven days are court days'],
    [days(8, short), '2026-06-01', '2026-06-09', 'eight are calendar days'],
    [weeks(1, short), '2026-06-01', '2026-06-08', 'a week is no length in days'],
    [days(0, short), '2026-06-06', '2026-06-08', 'none are court days, too'],
    [days(5, short), '2026-06-01', '2026-06-11', 'after the factor: ten calendar days', factor(2)],
    [days(14, short), '2026-06-01', '2026-06-10', 'after the factor: seven court days', factor(0.5)],
    [
      {
        counts: [
          { count: 1, unit: 'week' },
          { count: 2, unit: 'day' },
        ],
        ...short,
      },
      '2026-06-04',
      '2026-06-15',
      'each length by itself: Thursday, then two court days',
    ],
    [days(3), '2026-06-01', '2026-06-10', 'factors multiply each other', factor(1.5), factor(2)],
    [days(10), '2026-06-01', '2026-06-04', 'a fraction in decimals is exact', factor(0.1), factor(3)],
    [days(10), '2026-06-01', '2026-06-08', 'so is 0.7', factor(0.7)],
    [months(1), '2026-06-01', '2026-08-03', 'months are multiplied: 1 August is a Saturday', factor(2)],
    [
      {
        counts: [
          { count: 1, unit: 'week' },
          { count: 1, unit: 'day' },
        ],
      },
      '2026-06-01',
      '2026-06-17',
      'every length in counts',
      factor(2),
    ],
    [days(2), '2026-06-01', '2026-06-09', 'wherever it stands in the facts', { kind: 'transit', days: 4 }, factor(2)],
  ])
})
