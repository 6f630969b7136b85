import { feeOf, situationOf } from '../../docket/fee-quote.ts'
import { readParty } from '../../docket/case-state.ts'
import type { Party } from '../../docket/case-state.ts'
import type { JsonObject } from '../../docket/entry.ts'
import { proposeProcedure } from '../../docket/procedure.ts'
import { runPeriodExample } from '../../docket/run-period-example.ts'
import type { Finding } from '../finding.ts'
import { findingAt, rulesIn } from './lint-subject.ts'
import type { LintSubject } from './lint-subject.ts'

const newest = '2026-01-05'

/** Runs the worked examples that stand with periods, fees and procedures; each of these must have one. */
export function checkExamples(subject: LintSubject): Finding[] {
  return [...ofPeriods(subject), ...ofFees(subject), ...ofProcedures(subject)]
}

function ofPeriods(subject: LintSubject): Finding[] {
  return rulesIn(subject.code, 'periods').flatMap(([id, period]) => {
    const at = { section: 'periods' as const, id }
    const examples = period.examples ?? []
    if (examples.length === 0) return [none(subject, at)]
    return examples.flatMap((example, index) => {
      const { ok, got } = runPeriodExample(subject.code, id, example)
      const wanted = `${example.due ?? 'no clock'}${example.status === undefined ? '' : ` ${example.status}`}`
      return ok ? [] : [failed(subject, { ...at, inner: ['examples', index] }, `it gives ${got}, ${wanted} expected`)]
    })
  })
}

function ofFees(subject: LintSubject): Finding[] {
  const { code } = subject
  return rulesIn(code, 'fees').flatMap(([id, fee]) => {
    const at = { section: 'fees' as const, id }
    const examples = fee.examples ?? []
    if (examples.length === 0) return [none(subject, at)]
    return examples.flatMap((example, index) => {
      const { chosenFen, isHalved = false, amountFen, on = newest } = example
      const chosen = chosenFen === undefined ? fee : { ...fee, choice: fee.choice && { ...fee.choice, chosenFen } }
      const situation = situationOf({ code, facts: {}, on })
      const quote = feeOf({ rule: id, fee: chosen, isHalved, amountFen, situation })
      if (quote.ok && quote.feeFen === example.feeFen) return []
      const got = quote.ok ? String(quote.feeFen) : quote.reason.en
      return [failed(subject, { ...at, inner: ['examples', index] }, `it gives ${got}, ${example.feeFen} expected`)]
    })
  })
}

function ofProcedures(subject: LintSubject): Finding[] {
  const { code } = subject
  return rulesIn(code, 'procedures').flatMap(([id, rule]) => {
    const at = { section: 'procedures' as const, id }
    const examples = rule.examples ?? []
    if (examples.length === 0) return [none(subject, at)]
    return examples.flatMap((example, index) => {
      const { parties, ...facts } = example.facts
      const level = example.court ?? code.level
      const parameters = withParameters(code.parameters, example.params ?? {})
      const proposal = proposeProcedure({
        code: { ...code, level, parameters },
        facts: facts as JsonObject,
        parties: partiesOf(parties),
        on: example.on ?? newest,
      })
      const isProposed = proposal?.procedure === id
      if (isProposed === example.is) return []
      const got = `it proposes ${proposal?.procedure ?? 'nothing'}`
      return [
        failed(subject, { ...at, inner: ['examples', index] }, `${got}, ${example.is ? id : `not ${id}`} expected`),
      ]
    })
  })
}

/** A figure that a province publishes has no value in the national layer; an example states one. */
function withParameters(
  parameters: LintSubject['code']['parameters'],
  given: Record<string, string | number | boolean>,
): LintSubject['code']['parameters'] {
  const stated = { ...parameters }
  for (const [id, value] of Object.entries(given)) {
    const rule = parameters[id]
    if (rule !== undefined) stated[id] = { ...rule, values: [{ from: '2000-01-01', value }] }
  }
  return stated
}

function partiesOf(value: unknown): Party[] {
  return Array.isArray(value) ? value.flatMap((one) => readParty(one) ?? []) : []
}

type At = Parameters<typeof findingAt>[1]

function none(subject: LintSubject, at: At): Finding {
  return findingAt(subject, at, {
    code: 'no-example',
    message: 'it has no worked example',
    fix: 'add one under examples: facts, and what must follow',
  })
}

function failed(subject: LintSubject, at: At, message: string): Finding {
  return findingAt(subject, at, {
    code: 'example-failed',
    message: `example: ${message}`,
    fix: 'correct the rule or the example',
  })
}
