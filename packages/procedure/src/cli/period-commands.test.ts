import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { answerPeriod } from '../period/answer-period.ts'
import { request } from '../../test/period-requests.ts'
import { answerLine } from './batch.ts'
import { withCalendars } from './calendars-of-batch.ts'

type Json = { [key: string]: unknown }

const launcher = fileURLToPath(new URL('../../bin/court-code.mjs', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'court-code-period-'))
afterAll(() => rmSync(folder, { recursive: true }))

function courtCode(args: string[], lines: readonly unknown[] = []) {
  const input = lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n')
  const { status, stdout, stderr } = spawnSync(process.execPath, [launcher, ...args], {
    input,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  })
  const answers = stdout.split('\n').filter((line) => line !== '')
  return { status, stderr, answers: answers.map((line) => JSON.parse(line) as Json) }
}

const rule = { count: 5, unit: 'day' }
const asked = (id: unknown, more: Json = {}) => ({ id, rule, trigger: '2026-06-01', ...more })

describe('court-code period', () => {
  it('answers with the due day, its instant, whether that may change, and the proof in both languages', () => {
    const { status, answers } = courtCode(['period'], [asked('a1')])
    expect(status).toBe(0)
    expect(answers).toHaveLength(1)
    expect(answers[0]).toMatchObject({
      id: 'a1',
      due: '2026-06-08',
      dueAt: '2026-06-08T24:00:00+08:00',
      provisional: false,
    })
    const proof = answers[0]?.['proof'] as Json[]
    expect(proof.map(({ step, date }) => [step, date])).toEqual([
      ['start', '2026-06-01'],
      ['count', '2026-06-06'],
      ['roll', '2026-06-08'],
      ['end', '2026-06-08'],
    ])
    expect(proof[2]).toMatchObject({
      because: '2026-06-06 is not a court day (weekend): the next court day is 2026-06-08.',
      becauseZh: '2026-06-06不是工作日（周末），顺延至2026-06-08。',
    })
  })
  it('defines calendars for the lines below, and a bad line disturbs none of its neighbours', () => {
    const closed = { defineCalendar: { name: 'ew', closed: ['2026-06-08'] } }
    const { status, answers } = courtCode(
      ['period'],
      [
        asked(1, { calendar: 'ew' }),
        closed,
        asked(2, { calendar: 'ew' }),
        'no json',
        asked(3, { rule: { count: -1 } }),
        { ...closed, id: 'again' },
        { defineCalendar: { name: 'ew', closed: ['2026-06-08'], open: ['2026-06-08'] } },
        { defineCalendar: { closed: [] } },
        { defineCalendar: { name: 'cn' } },
        { ...closed, rule },
        asked(4, { calendar: ['ew', 'cn'] }),
      ],
    )
    expect(status).toBe(1)
    expect(answers.map(({ id, due, defined, error }) => due ?? defined ?? [id, (error as Json)['code']])).toEqual([
      [1, 'unknown-calendar'],
      'ew',
      '2026-06-09',
      [null, 'invalid-json'],
      [3, 'wrong-number'],
      'ew',
      [null, 'closed-and-open'],
      [null, 'missing-field'],
      [null, 'reserved-name'],
      [null, 'unknown-field'],
      '2026-06-09',
    ])
    expect(answers[0]?.['error']).toEqual({
      code: 'unknown-calendar',
      message: expect.any(String) as string,
      path: 'calendar',
    })
  })
  it('takes a rule from the code of a court, as it is in force on the day of the event or on one that is named', () => {
    const ref = { ref: 'filing-decision', court: '浙0212' }
    const { status, answers } = courtCode(
      ['period'],
      [
        asked(1, { rule: ref }),
        asked(2, { rule: { ...ref, on: '2026-03-01' } }),
        asked(3, { rule: { ...ref, ref: 'no-such-rule' } }),
        { id: 4, rule: ref, ask: 'latest-trigger', by: '2026-06-08' },
      ],
    )
    expect(status).toBe(1)
    expect(answers.map(({ due, error }) => due ?? (error as Json)['code'])).toEqual([
      '2026-06-08',
      '2026-06-08',
      'unknown-rule',
      '2026-06-08',
    ])
  })
  it('survives whatever stands on a line', () => {
    const answer = withCalendars((line, calendars) => answerPeriod(line, calendars))
    const check = (line: string) => {
      const { text } = answerLine(line, answer)
      expect(text).not.toContain('\n')
      expect(text).not.toContain('internal-error')
    }
    const keys = fc.constantFrom(
      'id',
      'rule',
      'trigger',
      'facts',
      'calendar',
      'ask',
      'by',
      'act',
      'defineCalendar',
      'count',
      'unit',
    )
    fc.assert(fc.property(fc.json(), check))
    fc.assert(fc.property(fc.dictionary(keys, fc.jsonValue()), (line) => check(JSON.stringify(line))))
    fc.assert(
      fc.property(request, keys, fc.jsonValue(), (whole, key, value) => {
        check(JSON.stringify({ ...whole, [key]: value }))
        check(JSON.stringify({ ...whole, rule: { ...(whole['rule'] as Json), [key]: value } }))
      }),
    )
    const deep = `{"rule":{"count":1},"trigger":${'{"rule":{"count":1},"trigger":'.repeat(5_000)}"2026-06-01"${'}'.repeat(5_001)}`
    expect(JSON.parse(answerLine(deep, answer).text)).toMatchObject({ error: { code: 'too-deep' } })
  })
})

describe('court-code check-proof', () => {
  const [answer] = courtCode(['period'], [asked('a1')]).answers
  it('says whether an answer follows from its request, and which step is wrong', () => {
    const proof = answer?.['proof'] as Json[]
    const forged = { ...answer, proof: proof.map((step, i) => (i === 1 ? { ...step, count: 6 } : step)) }
    const { status, answers } = courtCode(
      ['check-proof'],
      [
        { id: 1, request: asked('a1'), answer },
        { id: 2, request: asked('a1'), answer: forged },
        { id: 3, request: asked('a1'), answer: { ...answer, due: '2026-06-09' } },
        { id: 4, request: asked('a1', { trigger: '2026-06-02' }), answer },
        { id: 5, request: asked('a1'), answer: { ...answer, proof: proof.slice(0, 3) } },
        { id: 6, request: asked('a2'), answer },
        { id: 7, request: { rule }, answer },
        { id: 8, request: asked('a1'), answer: 'yes' },
        { id: 9, request: asked('a1'), answer: { error: { code: 'x', message: 'y', path: '' } } },
        { id: 10, request: { rule, trigger: '2026-06-01' }, answer },
      ],
    )
    expect(status).toBe(0)
    expect(answers.map(({ id, valid, step }) => [id, valid, step])).toEqual([
      [1, true, undefined],
      [2, false, 2],
      [3, false, 4],
      [4, false, 1],
      [5, false, 4],
      [6, false, 4],
      [7, false, 0],
      [8, false, 0],
      [9, false, 0],
      [10, true, undefined],
    ])
    for (const { valid, message } of answers) if (!valid) expect(message).toMatch(/.{10}/)
  })
  it('answers a line that is no question with an error', () => {
    const { status, answers } = courtCode(
      ['check-proof'],
      [
        { id: 1, request: asked('a1') },
        { id: 2, answer },
        { id: 3, proof: answer },
      ],
    )
    expect(status).toBe(1)
    expect(answers.map(({ error }) => (error as Json)['path'])).toEqual(['answer', 'request', 'proof'])
  })
  it('knows calendars defined above and rules of a code', () => {
    const definition = { defineCalendar: { name: 'ew', closed: ['2026-06-08'] } }
    const requests = [asked(1, { calendar: 'ew' }), asked(2, { rule: { ref: 'filing-decision', court: '浙0212' } })]
    const { answers } = courtCode(['period'], [definition, ...requests])
    const lines = requests.map((one, i) => ({ id: i, request: one, answer: answers[i + 1] }))
    expect(
      courtCode(['check-proof'], [definition, ...lines]).answers.map(({ defined, valid }) => defined ?? valid),
    ).toEqual(['ew', true, true])
  })
})

describe('court-code calendar', () => {
  it('says of every day whether courts work', () => {
    const { status, answers } = courtCode(['calendar', '--from', '2026-02-14', '--to', '2026-02-15'])
    expect(status).toBe(0)
    expect(answers).toEqual([
      {
        date: '2026-02-14',
        courtDay: true,
        provisional: false,
        name: '春节调休上班',
        nameEn: 'make-up workday for Spring Festival',
      },
      { date: '2026-02-15', courtDay: false, provisional: false, name: '春节', nameEn: 'Spring Festival' },
    ])
  })
  it('reads a definition, its wrapped form, a list, or one a line', () => {
    const bare = { name: 'x', closed: ['2026-06-08'] }
    for (const text of [bare, { defineCalendar: bare }, ['cn', bare], ['cn', { defineCalendar: bare }]].map((one) =>
      JSON.stringify(one),
    )) {
      const file = join(folder, 'calendar.json')
      writeFileSync(file, text)
      const { answers } = courtCode(['calendar', '--from', '2026-06-08', '--to', '2026-06-09', '--calendar', file])
      expect(answers.map(({ courtDay }) => courtDay)).toEqual([false, true])
    }
    const lines = join(folder, 'calendars.ndjson')
    writeFileSync(
      lines,
      `${JSON.stringify({ defineCalendar: bare })}\n${JSON.stringify({ defineCalendar: { open: ['2026-06-08'] } })}\n`,
    )
    const { answers } = courtCode(['calendar', '--from', '2026-06-08', '--to', '2026-06-08', '--calendar', lines])
    expect(answers.map(({ courtDay }) => courtDay)).toEqual([true])
  })
  it.each([
    [['--from', '2026-06-08']],
    [['--from', '2026-06-31', '--to', '2026-07-01']],
    [['--from', '2026-06-08', '--to', '2026-06-01']],
    [['--from', '2026-06-08', '--to', '2026-06-09', 'more']],
    [['--from', '2026-06-08', '--to', '2026-06-09', '--calendar', '/no/such/file']],
  ])('is used wrongly: %j', (args) => {
    const { status, stderr, answers } = courtCode(['calendar', ...args])
    expect({ status, answers }).toEqual({ status: 2, answers: [] })
    expect(stderr).toMatch(/court-code: .+/)
  })
})
