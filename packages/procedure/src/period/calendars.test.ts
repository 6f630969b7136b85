import { describe, expect, it, test } from 'vitest'
import { courtDays as daysOfCourt } from '../calendar/court-days.ts'
import { defineCalendar } from '../calendar/define-calendar.ts'
import { courtDays, days, excluded, months, periodTable } from '../../test/period-table.ts'
import { answerPeriod } from './answer-period.ts'

type Row = readonly [calendar: unknown, rule: object, event: string, due: string, why: string]

const fridaySaturday = { weekend: ['fri', 'sat'] }
const closedMonday = { closed: ['2026-06-08'] }
const openMonday = { open: ['2026-06-08'] }

describe('calendars of a court', () => {
  const rows: Row[] = [
    [{}, days(18), '2026-06-01', '2026-06-19', 'a calendar of its own knows no Chinese holidays'],
    [{}, days(5), '2026-06-01', '2026-06-08', 'and rests on Saturday and Sunday when it says nothing'],
    [fridaySaturday, days(4), '2026-06-01', '2026-06-07', 'another weekend: Friday rolls to Sunday'],
    [{ weekend: [] }, days(5), '2026-06-01', '2026-06-06', 'no weekend at all'],
    [closedMonday, days(5), '2026-06-01', '2026-06-09', 'a closed day'],
    [{ open: ['2026-06-06'] }, days(5), '2026-06-01', '2026-06-06', 'an open Saturday'],
    [['cn', closedMonday], days(18), '2026-06-01', '2026-06-22', 'a list: the holidays stay'],
    [['cn', closedMonday], days(5), '2026-06-01', '2026-06-09', 'a list: a day more is closed'],
    [['cn', { open: ['2026-06-19'] }], days(18), '2026-06-01', '2026-06-19', 'a list: a holiday is opened'],
    [[closedMonday, openMonday], days(5), '2026-06-01', '2026-06-08', 'the later calendar opens the day'],
    [[openMonday, closedMonday], days(5), '2026-06-01', '2026-06-09', 'the later calendar closes it'],
    [
      ['cn', fridaySaturday],
      days(4),
      '2026-06-01',
      '2026-06-07',
      'days named nowhere follow the weekend of the last that states one',
    ],
    [[fridaySaturday, closedMonday], days(4), '2026-06-01', '2026-06-07', 'which need not be the last'],
    [['cn', { weekend: ['sun'] }], courtDays(2), '2026-02-12', '2026-02-14', 'a day named in the first stays named'],
    [
      {
        weekend: [
          { to: '2026-06-05', days: ['fri'] },
          { from: '2026-06-06', days: ['sun'] },
        ],
      },
      days(4),
      '2026-06-01',
      '2026-06-06',
      'a weekend that changed',
    ],
    [
      { weekend: [{ from: '2026-07-01', days: ['sat'] }] },
      days(5),
      '2026-06-01',
      '2026-06-06',
      'on days in no window nothing rests',
    ],
    [{ zone: 'Europe/London' }, days(1), '2026-06-01T23:30:00Z', '2026-06-03', 'a zone of its own'],
    [
      [{ zone: 'Europe/London' }, {}],
      days(1),
      '2026-06-01T23:30:00Z',
      '2026-06-03',
      'the zone of the last that states one',
    ],
    [
      [{ zone: 'Europe/London' }, 'cn'],
      days(1),
      '2026-06-01T15:30:00Z',
      '2026-06-02',
      'the built-in calendar states one',
    ],
  ]
  test.each(rows.map((row) => [row[4], row] as const))('%s', (_, [calendar, rule, trigger, due]) => {
    expect(answerPeriod({ rule, trigger, calendar }).due).toBe(due)
  })
  it('is called by the name under which it was defined', () => {
    const named = new Map([['ew', defineCalendar({ name: 'ew', ...closedMonday }, 'defineCalendar')]])
    const asked = { rule: days(5), trigger: '2026-06-01' }
    expect(answerPeriod({ ...asked, calendar: 'ew' }, named).due).toBe('2026-06-09')
    expect(answerPeriod({ ...asked, calendar: ['ew', openMonday] }, named).due).toBe('2026-06-08')
  })
})

describe('standstills', () => {
  const plain = { roll: 'none' }
  const summer = { standstill: [{ from: '07-15', to: '08-15' }] }
  const winter = { standstill: [{ from: '12-18', to: '01-02' }] }
  const easter = { standstill: [{ easter: [-7, 7] }] }
  const rows: Row[] = [
    [summer, days(5, plain), '2026-07-12', '2026-08-18', 'both ends are excluded'],
    [summer, days(2, plain), '2026-07-12', '2026-07-14', 'the day before is not'],
    [summer, days(1, plain), '2026-07-20', '2026-08-16', 'an event inside'],
    [
      summer,
      months(1, plain),
      '2026-07-10',
      '2026-09-11',
      'a month: the 27 days to 10 August that lie in it are added from 16 August',
    ],
    [summer, days(5, { ...plain, standstill: false }), '2026-07-12', '2026-07-17', 'a rule that knows none'],
    [winter, days(3, plain), '2026-12-16', '2027-01-04', 'over the new year'],
    [winter, days(1, plain), '2027-01-01', '2027-01-03', 'and at its other end'],
    [
      easter,
      days(2, plain),
      '2026-03-28',
      '2026-04-14',
      'around Easter, 5 April 2026: 29 March is the first day of it',
    ],
    [easter, days(1, plain), '2026-04-11', '2026-04-13', '12 April is its last'],
    [easter, days(1, plain), '2027-03-20', '2027-04-05', 'Easter 2027 is on 28 March'],
    [[summer, {}], days(1, plain), '2026-07-14', '2026-08-16', 'those of the last calendar that states them'],
    [[summer, winter], days(1, plain), '2026-07-14', '2026-07-15', 'which replaces those before'],
    [[summer, { standstill: [] }], days(1, plain), '2026-07-14', '2026-07-15', 'also by none'],
  ]
  test.each(rows.map((row) => [row[4], row] as const))('%s', (_, [calendar, rule, trigger, due]) => {
    expect(answerPeriod({ rule, trigger, calendar }).due).toBe(due)
  })
  it('count in every part of then', () => {
    const rule = days(1, { ...plain, then: [days(1, plain), days(1, { ...plain, standstill: false })] })
    expect(answerPeriod({ rule, trigger: '2026-07-13', calendar: summer }).due).toBe('2026-08-17')
  })
})

describe('provisional', () => {
  const yes = (due: string) => ({ due, provisional: true })
  const no = (due: string) => ({ due, provisional: false })
  const back = { direction: 'backward', roll: 'previous' }
  periodTable([
    [days(1), '2026-12-23', no('2026-12-24'), '24 December of the last published year is known'],
    [days(1), '2026-12-24', yes('2026-12-25'), 'the days after it may still change'],
    [
      days(1, { roll: 'none' }),
      '2026-12-24',
      yes('2026-12-25'),
      'the due day itself, though nobody asks whether courts work',
    ],
    [days(1), '2025-12-25', no('2025-12-26'), 'not in a year before it'],
    [days(1), '2027-01-01', yes('2027-01-04'), 'in an unknown year weekends rest'],
    [days(4), '2027-09-28', yes('2027-10-04'), 'and nothing else is known: only the weekend moves it'],
    [days(30, back), '2027-01-20', no('2026-12-21'), 'days that are only counted do not matter'],
    [courtDays(30, back), '2027-01-20', yes('2026-12-09'), 'court days are asked about'],
    [days(2, { ...back, then: [days(2, back)] }), '2026-12-28', yes('2026-12-23'), 'a part is provisional'],
    [
      days(2, { direction: 'backward', lastDay: 'excluded', roll: 'previous' }),
      '2026-12-27',
      no('2026-12-24'),
      'the last day counted is not asked about',
    ],
    [days(1), '2003-12-30', yes('2003-12-31'), 'years before the first notice'],
    [days(1), '2004-12-30', no('2004-12-31'), 'the first year with one'],
    [
      {
        laterOf: [
          { rule: days(1), trigger: '2026-06-01' },
          { rule: days(2, back), trigger: '2026-12-30' },
        ],
      },
      undefined,
      yes('2026-12-28'),
      'a choice',
    ],
    [
      {
        earlierOf: [
          { rule: days(1), trigger: '2026-06-01' },
          { rule: days(2), trigger: '2026-12-30' },
        ],
      },
      undefined,
      yes('2026-06-02'),
      'the whole, if a part is: the other end may come to be the earlier',
    ],
    [days(3), { rule: days(1, back), trigger: '2026-12-27' }, yes('2026-12-28'), 'an event that is a period'],
  ])
  const until = { calendar: { from: '2026-06-01', to: '2026-06-05' } }
  periodTable(
    [
      [days(3), '2026-06-01', no('2026-06-04'), 'inside the days that a calendar covers'],
      [days(5), '2026-06-01', yes('2026-06-08'), 'outside'],
      [days(5, { roll: 'previous' }), '2026-06-01', yes('2026-06-05'), 'a day outside was asked about'],
      [days(6, back), '2026-06-09', no('2026-06-03'), 'days outside were only counted'],
      [courtDays(1, back), '2026-06-09', yes('2026-06-08'), 'a court day outside'],
      [
        courtDays(1, back),
        '2026-06-09',
        no('2026-06-05'),
        'excluded days are not asked about',
        excluded('2026-06-06', '2026-06-08'),
      ],
      [days(1, { startOn: 'court-day' }), '2026-05-31', yes('2026-06-02'), 'the day of the event was asked about'],
    ],
    until,
  )
  periodTable([[days(3), '2126-06-01', no('2126-06-04'), 'a calendar that states no days covers all']], {
    calendar: {},
  })
  it('names the earliest day that may change', () => {
    const { proof } = answerPeriod({ rule: days(2), trigger: '2026-12-24' })
    expect(proof.at(-1)).toMatchObject({ reason: 'end.provisional', provisionalDay: '2026-12-26' })
  })
})

describe('the days of a calendar', () => {
  it('says of every day whether courts work, whether that may change, and why', () => {
    expect(daysOfCourt('2026-02-13', '2026-02-15')).toEqual([
      { date: '2026-02-13', courtDay: true, provisional: false, name: '', nameEn: '' },
      {
        date: '2026-02-14',
        courtDay: true,
        provisional: false,
        name: '春节调休上班',
        nameEn: 'make-up workday for Spring Festival',
      },
      { date: '2026-02-15', courtDay: false, provisional: false, name: '春节', nameEn: 'Spring Festival' },
    ])
    expect(daysOfCourt('2027-01-02', '2027-01-02')).toEqual([
      { date: '2027-01-02', courtDay: false, provisional: true, name: '周末', nameEn: 'weekend' },
    ])
  })
})
