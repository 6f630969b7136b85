import type { Finding } from '../finding.ts'
import type { ResolvedCode } from '../resolved-code.ts'
import { triggersOf } from '../schema/periods.ts'
import type { Period } from '../schema/periods.ts'
import type { PeriodRule } from '../schema/period-rule.ts'
import { findingAt, rulesIn } from './lint-subject.ts'
import type { LintSubject } from './lint-subject.ts'

/** Every clock can start and can clear; clocks of one party know which; backward rules roll backward. */
export function checkClocks(subject: LintSubject): Finding[] {
  const written = writtenTypes(subject.code)
  return rulesIn(subject.code, 'periods').flatMap(([id, period]) => [
    ...neverStarts(subject, id, period, written),
    ...neverClears(subject, id, period, written),
    ...withoutParty(subject, id, period),
    ...backwardRolls(subject, id, period),
  ])
}

function writtenTypes(code: ResolvedCode): Set<string> {
  return new Set(
    rulesIn(code, 'actions').flatMap(([, action]) =>
      action.writes.map((write) => (typeof write === 'string' ? write : write.entry)),
    ),
  )
}

function neverStarts(subject: LintSubject, id: string, period: Period, written: ReadonlySet<string>): Finding[] {
  const types = triggersOf(period.starts).map((trigger) => trigger.on)
  if (types.some((type) => written.has(type))) return []
  const message = `nothing starts this clock: no action writes ${types.join(' or ')}`
  return [
    findingAt(
      subject,
      { section: 'periods', id, inner: ['starts'] },
      { code: 'clock-never-starts', message, fix: 'write the action that records it' },
    ),
  ]
}

function neverClears(subject: LintSubject, id: string, period: Period, written: ReadonlySet<string>): Finding[] {
  const types = triggersOf(period.clears).map((trigger) => trigger.on)
  if (types.some((type) => written.has(type))) return []
  const message = `nothing clears this clock: no action writes ${types.join(' or ') || 'what would clear it'}`
  return [
    findingAt(
      subject,
      { section: 'periods', id, inner: ['clears'] },
      { code: 'clock-never-clears', message, fix: 'write the action that records it' },
    ),
  ]
}

/** A clock of each party starts on an entry that names a party, or for each party in a role. */
function withoutParty(subject: LintSubject, id: string, period: Period): Finding[] {
  if (period.subject !== 'party') return []
  return triggersOf(period.starts).flatMap((trigger) => {
    const type = subject.code.entries[trigger.on]
    if (trigger.each !== undefined || type === undefined || type.perSubject) return []
    const message = `each party has a clock of its own, but ${trigger.on} names no party`
    return [
      findingAt(
        subject,
        { section: 'periods', id, inner: ['starts'] },
        {
          code: 'clock-without-party',
          message,
          fix: `{ on: ${trigger.on}, each: <role> }, or perSubject: true on the entry type`,
        },
      ),
    ]
  })
}

/** A period counted back from an event must end before it: rolling forward would eat into what it protects. */
function backwardRolls(subject: LintSubject, id: string, period: Period): Finding[] {
  const rules: [PropertyKey[], PeriodRule][] = [
    [['rule'], period.rule],
    ...(period.variants ?? []).map((one, index): [PropertyKey[], PeriodRule] => [
      ['variants', index, 'rule'],
      one.rule,
    ]),
  ]
  return rules.flatMap(([inner, rule]) => {
    if (rule.direction !== 'backward' || (rule.roll ?? 'next') !== 'next') return []
    const message = 'a period counted backward rolls to the next court day, and so becomes shorter'
    return [
      findingAt(
        subject,
        { section: 'periods', id, inner: [...inner, 'roll'] },
        { code: 'backward-roll', severity: 'warning', message, fix: 'roll: previous' },
      ),
    ]
  })
}
