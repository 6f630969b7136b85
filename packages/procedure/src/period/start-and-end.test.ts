import { describe } from 'vitest'
import { days, hours, months, periodTable, restart } from '../../test/period-table.ts'

describe('the event and the day it counts from', () => {
  const cutoff = { cutoff: '17:00' }
  const toCourtDay = { ...cutoff, cutoffTo: 'court-day' }
  const onCourtDay = { startOn: 'court-day' }
  periodTable([
    [
      days(1),
      '2026-06-01T15:59:59Z',
      '2026-06-02',
      'an instant is read in the zone of the calendar: 23:59:59 on the first',
    ],
    [days(1), '2026-06-01T16:00:00Z', '2026-06-03', 'an instant is read in the zone of the calendar: midnight'],
    [
      days(1),
      '2026-06-01T00:30:00+09:00',
      '2026-06-01',
      'the day of the offset does not matter: still 31 May in Shanghai',
    ],
    [days(1), '2026-06-01T24:00:00+08:00', '2026-06-03', '24:00 is the beginning of the next day'],
    [days(1, cutoff), '2026-06-01T16:59:59+08:00', '2026-06-02', 'before the cut-off'],
    [days(1, cutoff), '2026-06-01T17:00:00+08:00', '2026-06-03', 'at the cut-off it is the next calendar day'],
    [days(2, cutoff), '2026-06-05T18:00:00+08:00', '2026-06-08', 'after it on a Friday: Saturday, two days to Monday'],
    [
      days(2, toCourtDay),
      '2026-06-05T18:00:00+08:00',
      '2026-06-10',
      'to the next court day: Monday, two days to Wednesday',
    ],
    [days(2, toCourtDay), '2026-06-06T18:00:00+08:00', '2026-06-10', 'after it on a Saturday: Monday'],
    [
      days(2, toCourtDay),
      '2026-06-06T09:00:00+08:00',
      '2026-06-08',
      'before it on a Saturday: the day stays, court day or not',
    ],
    [days(1, cutoff), '2026-06-01', '2026-06-02', 'an event without time is before every cut-off'],
    [days(1, { cutoff: 'none' }), '2026-06-01T23:00:00+08:00', '2026-06-02', 'no cut-off'],
    [days(1, { cutoff: '00:00' }), '2026-06-01T00:00:00+08:00', '2026-06-03', 'a cut-off at midnight'],
    [days(2, onCourtDay), '2026-06-06', '2026-06-10', 'as if it had happened on Monday'],
    [days(2, onCourtDay), '2026-06-05', '2026-06-08', 'a court day stays'],
    [
      days(2, { ...cutoff, ...onCourtDay }),
      '2026-06-05T18:00:00+08:00',
      '2026-06-10',
      'first the cut-off, then the next court day',
    ],
    [days(2, { ...onCourtDay, firstDay: 'included' }), '2026-06-06', '2026-06-09', 'then the first day: Monday counts'],
    [days(2, { startOn: 'trigger' }), '2026-06-06', '2026-06-08', 'no matter whether courts work'],
  ])
})

describe('the instant at which the last day ends', () => {
  const atTrigger = { endAt: 'trigger' }
  periodTable([
    [days(1), '2026-06-01', { dueAt: '2026-06-02T24:00:00+08:00' }, 'at 24:00'],
    [days(1, { endAt: '24:00' }), '2026-06-01', { dueAt: '2026-06-02T24:00:00+08:00' }, 'the same, said'],
    [
      days(1, { endAt: '17:30' }),
      '2026-06-01',
      { due: '2026-06-02', dueAt: '2026-06-02T17:30:00+08:00' },
      'at a time of day',
    ],
    [
      days(1, { endAt: '00:00' }),
      '2026-06-01',
      { due: '2026-06-02', dueAt: '2026-06-02T00:00:00+08:00' },
      'when it begins',
    ],
    [
      days(1, atTrigger),
      '2026-06-01T13:45:30+08:00',
      { dueAt: '2026-06-02T13:45:30+08:00' },
      'at the time of the event',
    ],
    [
      days(1, atTrigger),
      '2026-06-01T02:00:00Z',
      { dueAt: '2026-06-02T10:00:00+08:00' },
      'as the court’s clocks show it',
    ],
    [days(5, atTrigger), '2026-06-01T13:45:00+08:00', { dueAt: '2026-06-08T13:45:00+08:00' }, 'also after a roll'],
    [days(1, atTrigger), '2026-06-01', { dueAt: '2026-06-02T24:00:00+08:00' }, 'at 24:00 where the event has no time'],
    [
      days(1, { ...atTrigger, cutoff: '17:00' }),
      '2026-06-01T18:20:00+08:00',
      { dueAt: '2026-06-03T18:20:00+08:00' },
      'the time of the event itself, before any cut-off',
    ],
    [
      days(1, atTrigger),
      '2026-06-01T13:45:00+08:00',
      { dueAt: '2026-06-04T09:00:00+08:00' },
      'after a restart the time of the restart',
      restart('2026-06-03T09:00:00+08:00'),
    ],
    [
      days(1, atTrigger),
      '2026-06-01T13:45:00+08:00',
      { dueAt: '2026-06-04T24:00:00+08:00' },
      'of which none is given',
      restart('2026-06-03'),
    ],
    [
      days(1, { then: [days(1, atTrigger)] }),
      '2026-06-01T13:45:00+08:00',
      { dueAt: '2026-06-03T24:00:00+08:00' },
      'a part that follows knows no time of the event',
    ],
  ])
})

describe('clocks that change', () => {
  const berlin = { calendar: { zone: 'Europe/Berlin' } }
  periodTable(
    [
      [days(1), '2026-03-26', { dueAt: '2026-03-27T24:00:00+01:00' }, 'winter time'],
      [days(4), '2026-03-26', { dueAt: '2026-03-30T24:00:00+02:00' }, 'summer time'],
      [
        days(3, { roll: 'none', endAt: '02:30' }),
        '2026-03-26',
        { dueAt: '2026-03-29T02:30:00+01:00' },
        'a time that is skipped has the offset before',
      ],
      [
        days(3, { roll: 'none', endAt: '02:30' }),
        '2026-10-22',
        { dueAt: '2026-10-25T02:30:00+02:00' },
        'of a time shown twice it is the first',
      ],
      [
        hours(24, { hoursFrom: 'now' }),
        '2026-03-28T12:00:00+01:00',
        { due: '2026-03-29', dueAt: '2026-03-29T13:00:00+02:00' },
        'hours are elapsed time in spring',
      ],
      [
        hours(24, { hoursFrom: 'now' }),
        '2026-10-24T12:00:00+02:00',
        { due: '2026-10-25', dueAt: '2026-10-25T11:00:00+01:00' },
        'and in autumn',
      ],
      [
        hours(24, { hoursFrom: 'now', roll: 'next' }),
        '2026-03-27T12:00:00+01:00',
        { due: '2026-03-30', dueAt: '2026-03-30T12:00:00+02:00' },
        'an instant that rolls keeps its time of day',
      ],
      [months(1), '2026-02-28T23:30:00+00:00', '2026-04-01', 'the day of the event is that of the zone'],
    ],
    berlin,
  )
})

describe('hours', () => {
  const now = { hoursFrom: 'now' }
  const at = (due: string, time: string) => ({ due, dueAt: `${due}T${time}+08:00` })
  periodTable([
    [
      hours(48),
      '2026-06-01T10:00:00+08:00',
      at('2026-06-03', '11:00:00'),
      '解释125: an event on a full hour belongs to the hour that begins',
    ],
    [hours(48), '2026-06-01T10:00:01+08:00', at('2026-06-03', '11:00:00'), 'the running hour does not count'],
    [hours(48), '2026-06-01T09:59:59+08:00', at('2026-06-03', '10:00:00'), 'up to the full hour'],
    [
      hours(1, { hoursFrom: 'next-full' }),
      '2026-06-01T10:20:00+08:00',
      at('2026-06-01', '12:00:00'),
      'the next full hour, said',
    ],
    [hours(1, now), '2026-06-01T10:20:30+08:00', at('2026-06-01', '11:20:30'), 'at once'],
    [hours(48), '2026-06-04T10:30:00+08:00', at('2026-06-06', '11:00:00'), 'hours do not roll unless asked to'],
    [
      hours(48, { roll: 'next' }),
      '2026-06-04T10:30:00+08:00',
      at('2026-06-08', '11:00:00'),
      'asked to, the instant keeps its time of day',
    ],
    [hours(48, { roll: 'previous' }), '2026-06-04T10:30:00+08:00', at('2026-06-05', '11:00:00'), 'also back'],
    [
      hours(1, now),
      '2026-06-01T23:00:00+08:00',
      at('2026-06-01', '24:00:00'),
      'the last hour ends the day it belongs to',
    ],
    [
      hours(1, { ...now, roll: 'next' }),
      '2026-06-05T23:00:00+08:00',
      at('2026-06-05', '24:00:00'),
      'and that day need not roll',
    ],
    [hours(1), '2026-06-01T23:00:00+08:00', at('2026-06-02', '01:00:00'), 'the next full hour is that of the next day'],
    [hours(0), '2026-06-01T10:20:00+08:00', at('2026-06-01', '11:00:00'), 'no hour'],
    [hours(0, now), '2026-06-01T10:20:00+08:00', at('2026-06-01', '10:20:00'), 'no hour, at once'],
    [
      { counts: [hours(1), hours(2)] },
      '2026-06-01T10:20:00+08:00',
      at('2026-06-01', '14:00:00'),
      'several lengths in hours',
    ],
    [
      hours(2),
      '2026-06-01T10:20:00+08:00',
      at('2026-06-03', '11:00:00'),
      'counted anew',
      restart('2026-06-03T08:30:00+08:00'),
    ],
    [
      hours(2),
      { rule: days(1, { endAt: '17:30' }), trigger: '2026-06-01' },
      at('2026-06-02', '20:00:00'),
      'from the instant at which a period before ends',
    ],
    [
      hours(2),
      { rule: hours(1), trigger: '2026-06-01T10:20:00+08:00' },
      at('2026-06-01', '15:00:00'),
      'hours after hours: from 12:00, so from 13:00',
    ],
    [
      hours(2),
      '2026-06-01T10:20:00+08:00',
      at('2026-06-03', '03:00:00'),
      'counted anew from the end of a period',
      restart({ rule: days(1), trigger: '2026-06-01' }),
    ],
  ])
  periodTable(
    [
      [
        hours(1),
        '2026-06-01T10:20:00+05:30',
        { dueAt: '2026-06-01T12:00:00+05:30' },
        'full hours are those of the court’s clocks',
      ],
    ],
    {
      calendar: { zone: 'Asia/Kolkata' },
    },
  )
  periodTable([[hours(24, now), '2026-07-20T10:00:00+08:00', { due: '2026-07-21' }, 'hours run through standstills']], {
    calendar: { standstill: [{ from: '07-15', to: '08-15' }] },
  })
})
