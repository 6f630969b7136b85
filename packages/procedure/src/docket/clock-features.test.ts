import { describe, expect, test } from 'vitest'
import { docket, noonOf } from '../../test/docket.ts'
import type { Fact } from '../../test/docket.ts'
import { parsePack } from '../code/parse-pack.ts'
import { resolveCode } from '../code/resolve-code.ts'
import type { ResolvedCode } from '../code/resolved-code.ts'
import { clocksOf } from './clocks.ts'

/** A code with one period, to show one word of a period at a time. */
function codeWith(period: string, zone = 'Asia/Shanghai'): ResolvedCode {
  const indented = period
    .trim()
    .split('\n')
    .map((line) => `    ${line}`)
    .join('\n')
  const text = `id: cn.one
version: '2026.1'
layer: national
title: { zh: 一, en: One }
from: '2024-01-01'
zone: ${zone}
roles:
  defendant: { side: party, title: { zh: 被告, en: Defendant } }
states:
  open: { title: { zh: 开, en: Open }, phase: a, order: 0, initial: true, holder: [] }
  done: { title: { zh: 完, en: Done }, phase: b, order: 1, terminal: true, holder: [] }
parameters:
  daysGiven:
    title: { zh: 天数, en: Days }
    type: int
    values: [{ from: '2024-01-01', value: 4 }, { from: '2025-03-01', value: 6 }]
entries:
  asked: { title: { zh: 提出, en: Asked }, addsParties: parties, data: { days: int, from: date, urgent: bool, parties: parties } }
  given: { title: { zh: 给出, en: Given }, data: { days: int } }
  moved: { title: { zh: 延长, en: Moved }, data: { period: string, count: int, unit: string } }
  posted: { title: { zh: 邮寄, en: Posted }, data: { days: int } }
  ended: { title: { zh: 终结, en: Ended }, enters: done }
periods:
  one:
    title: { zh: 期限, en: Period }
    whose: court
${indented}
`
  const parsed = parsePack(new Map([['one.yaml', text]]))
  if (!parsed.ok) throw new Error(parsed.findings.map((one) => one.message).join('\n'))
  const resolved = resolveCode({ packs: [parsed.pack], court: '京0101', on: '2025-03-03' })
  if (!resolved.ok) throw new Error(resolved.findings.map((one) => one.message).join('\n'))
  return resolved.code
}

const asked = (on: string, data: Fact['data'] = {}): Fact => ({ type: 'asked', on, data })
const one = (code: ResolvedCode, facts: Fact[], day = '2025-03-05') =>
  clocksOf(docket(facts), code, noonOf(day)).map(({ key, due, status }) => [key, due, status].join(' '))

const plain = 'rule: { count: 7, unit: day }\nstarts: asked\nclears: given'

describe('each word of a period', () => {
  test.each<[string, string, Fact[], string[]]>([
    [
      'count from the entry',
      'rule: { count: { from: days, min: 2, max: 10, default: 5 }, unit: day }\nstarts: asked\nclears: given',
      [asked('2025-03-03', { days: 8 })],
      ['one 2025-03-11 running'],
    ],
    [
      '… never above its bound',
      'rule: { count: { from: days, min: 2, max: 10, default: 5 }, unit: day }\nstarts: asked\nclears: given',
      [asked('2025-03-03', { days: 80 })],
      ['one 2025-03-13 running'],
    ],
    [
      '… as it holds when nothing is said',
      'rule: { count: { from: days, min: 2, max: 10, default: 5 }, unit: day }\nstarts: asked\nclears: given',
      [asked('2025-03-05')],
      ['one 2025-03-10 running'],
    ],
    [
      'count from a dated parameter',
      'rule: { count: { parameter: daysGiven }, unit: day }\nstarts: asked\nclears: given',
      [asked('2025-03-04')],
      ['one 2025-03-10 running'],
    ],
    [
      '… of the day it started',
      'rule: { count: { parameter: daysGiven }, unit: day }\nstarts: asked\nclears: given',
      [asked('2025-02-27')],
      ['one 2025-03-03 expired'],
    ],
    [
      'counted from a date in the entry',
      'rule: { count: 7, unit: day }\nstarts: { on: asked, date: from }\nclears: given',
      [asked('2025-03-03', { from: '2025-03-11' })],
      ['one 2025-03-18 running'],
    ],
    [
      'starts only when its condition holds',
      'rule: { count: 7, unit: day }\nstarts: { on: asked, when: entry.urgent }\nclears: given',
      [asked('2025-03-03', { urgent: false })],
      [],
    ],
    [
      'runs only when the whole condition holds',
      `${plain}\nwhen: entry.urgent`,
      [asked('2025-03-03', { urgent: true })],
      ['one 2025-03-10 running'],
    ],
    [
      'another length by a condition',
      `${plain}\nvariants: [{ when: entry.urgent, rule: { count: 2, unit: court-day } }]`,
      [asked('2025-03-07', { urgent: true })],
      ['one 2025-03-11 running'],
    ],
    [
      'days for the way',
      `${plain}\ntransit: { on: posted, days: days }`,
      [asked('2025-03-03'), { type: 'posted', on: '2025-03-04', data: { days: 3 } }],
      ['one 2025-03-13 running'],
    ],
    [
      'an extension',
      `${plain}\nextends: { on: moved, count: { from: count }, unit: { from: unit } }`,
      [asked('2025-03-03'), { type: 'moved', on: '2025-03-04', data: { count: 4, unit: 'day' } }],
      ['one 2025-03-14 running'],
    ],
    [
      '… of another period does nothing',
      `${plain}\nextends: { on: moved, count: { from: count }, unit: { from: unit } }`,
      [asked('2025-03-03'), { type: 'moved', on: '2025-03-04', data: { period: 'two', count: 4, unit: 'day' } }],
      ['one 2025-03-10 running'],
    ],
    [
      '… counts as often as it may',
      `${plain}\nextends: { on: moved, count: 1, unit: week, times: 1 }`,
      [asked('2025-03-03'), { type: 'moved', on: '2025-03-04' }, { type: 'moved', on: '2025-03-05' }],
      ['one 2025-03-17 running'],
    ],
    [
      '… not when it is too long',
      `${plain}\nextends: { on: moved, count: { from: count }, unit: { from: unit }, max: { count: 5, unit: day } }`,
      [asked('2025-03-03'), { type: 'moved', on: '2025-03-04', data: { count: 1, unit: 'month' } }],
      ['one 2025-03-10 running'],
    ],
    [
      'a restart makes earlier extensions fall away',
      `${plain}\nrestarts: asked\nextends: { on: moved, count: 9, unit: day }`,
      [asked('2025-03-03'), { type: 'moved', on: '2025-03-04' }, asked('2025-03-05')],
      ['one 2025-03-12 running'],
    ],
    [
      'a start while it runs changes nothing',
      plain,
      [asked('2025-03-03'), asked('2025-03-05')],
      ['one 2025-03-10 running'],
    ],
    [
      'a start after it was cleared begins anew',
      plain,
      [asked('2025-03-03'), { type: 'given', on: '2025-03-04' }, asked('2025-03-05')],
      ['one 2025-03-12 running'],
    ],
    [
      'two lengths in a row',
      'rule: { counts: [{ count: 1, unit: month }, { count: 3, unit: day }] }\nstarts: asked\nclears: given',
      [asked('2025-03-03')],
      ['one 2025-04-07 running'],
    ],
    [
      'a further part on the rolled end',
      'rule: { count: 5, unit: day, then: [{ count: 2, unit: day }] }\nstarts: asked\nclears: given',
      [asked('2025-03-03')],
      ['one 2025-03-12 running'],
    ],
    [
      'ends with the case',
      plain,
      [asked('2025-03-03'), { type: 'ended', on: '2025-03-04' }],
      ['one 2025-03-10 cleared'],
    ],
    [
      'outlives the case',
      `${plain}\noutlives: true`,
      [asked('2025-03-03'), { type: 'ended', on: '2025-03-04' }],
      ['one 2025-03-10 running'],
    ],
    [
      'one for each party in a role',
      'rule: { count: 7, unit: day }\nsubject: party\nstarts: { on: asked, each: defendant }\nclears: given',
      [
        asked('2025-03-03', {
          parties: [
            { id: 'd1', role: 'defendant' },
            { id: 'p1', role: 'plaintiff' },
            { id: 'd2', role: 'defendant' },
          ],
        }),
      ],
      ['one@d1 2025-03-10 running', 'one@d2 2025-03-10 running'],
    ],
  ])('%s', (_name, period, facts, clocks) => {
    expect(one(codeWith(period), facts)).toEqual(clocks)
  })

  test('hours run from the instant of the fact', () => {
    const code = codeWith('rule: { count: 48, unit: hour }\nstarts: asked\nclears: given')
    const [clock] = clocksOf(docket([asked('2025-03-03')]), code, noonOf('2025-03-04'))
    expect(clock).toMatchObject({ due: '2025-03-05', dueAt: '2025-03-05T13:00:00+08:00', status: 'running' })
    expect(clocksOf(docket([asked('2025-03-03')]), code, '2025-03-05T05:00:00Z')[0]?.status).toBe('expired')
  })

  test('days are those of the court’s zone', () => {
    const [clock] = clocksOf(docket([asked('2025-03-03')]), codeWith(plain, 'Asia/Urumqi'), noonOf('2025-03-05'))
    expect(clock).toMatchObject({ due: '2025-03-10', dueAt: '2025-03-10T24:00:00+06:00' })
  })

  test('a docket on which a period cannot be counted says which', () => {
    const code = codeWith('rule: { count: { from: days }, unit: day }\nstarts: asked\nclears: given')
    expect(() => clocksOf(docket([asked('2025-03-03')]), code, noonOf('2025-03-05'))).toThrow(/no entry states days/)
  })
})
