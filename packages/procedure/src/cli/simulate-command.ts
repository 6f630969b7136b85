import { existsSync, readFileSync } from 'node:fs'
import { findingText } from '../code/finding.ts'
import { scenarioSchema } from '../code/schema/scenario.ts'
import type { Scenario } from '../code/schema/scenario.ts'
import { referenceText } from '../code/schema/reference.ts'
import { readYaml } from '../code/yaml-file.ts'
import { zodFindings } from '../code/zod-findings.ts'
import { noticeText } from '../docket/expectations.ts'
import { runScenario } from '../docket/run-scenario.ts'
import type { ScenarioOutcome, StepOutcome } from '../docket/run-scenario.ts'
import { readArguments } from './arguments.ts'
import { readPacks } from './read-packs.ts'
import { UsageError } from './usage.ts'

/** `court-code simulate SCENARIO [--json]`: dated facts in; docket, clocks with proofs, tasks, notices and next steps out. */
export function runSimulate(args: string[]): number {
  const { values, positionals } = readArguments(args, { json: { type: 'boolean' }, codes: { type: 'string' } })
  const [path, ...others] = positionals
  if (path === undefined || others.length > 0) throw new UsageError('simulate needs one scenario file')
  const scenario = readScenario(path)
  if (scenario === undefined) return 1
  const packs = readPacks(typeof values['codes'] === 'string' ? values['codes'] : undefined)
  const outcome = play(() => runScenario(scenario, packs))
  if (outcome === undefined) return 1
  if (!outcome.ok) {
    outcome.findings.forEach((finding) => process.stderr.write(`${findingText(finding)}\n`))
    return 1
  }
  process.stdout.write(values['json'] ? `${JSON.stringify(jsonOf(scenario, outcome))}\n` : textOf(scenario, outcome))
  outcome.unmet.forEach((one) => process.stderr.write(`court-code: not as the story says: ${one}\n`))
  return outcome.unmet.length > 0 ? 1 : 0
}

/** What a story assumes and the code does not bear out ends the play with one sentence. */
function play(run: () => ScenarioOutcome): ScenarioOutcome | undefined {
  try {
    return run()
  } catch (error) {
    process.stderr.write(`court-code: ${error instanceof Error ? error.message : String(error)}\n`)
    return undefined
  }
}

function readScenario(path: string): Scenario | undefined {
  if (!existsSync(path)) throw new UsageError(`${path} does not exist`)
  const file = readYaml(path, readFileSync(path, 'utf8'))
  const parsed = file.errors.length > 0 ? undefined : scenarioSchema.safeParse(file.value)
  if (parsed?.success) return parsed.data
  for (const error of file.errors)
    process.stderr.write(`${path}:${error.place.line}:${error.place.column}: ${error.message}\n`)
  if (parsed !== undefined) {
    const findings = zodFindings({ issues: parsed.error.issues, file, rule: 'scenario', prefix: [] })
    findings.forEach((finding) => process.stderr.write(`${findingText(finding)}\n`))
  }
  return undefined
}

type Played = Extract<ScenarioOutcome, { ok: true }>

function jsonOf(scenario: Scenario, outcome: Played): object {
  const { code, steps, ...rest } = outcome
  return {
    ...(scenario.title && { title: scenario.title }),
    court: scenario.court,
    code: { hash: code.hash, packs: code.packs },
    steps: steps.map((step) => ({
      on: step.on,
      at: step.at,
      what: step.what,
      by: step.by,
      ...(step.refused && { refused: step.refused }),
      entries: step.entries.map((entry) => entry.type),
      state: step.state,
      notices: step.tells,
      documents: step.documents,
      clocks: step.clocks.map(({ key, due, status }) => ({ key, due, status })),
      tasks: step.tasks.map(({ key, to, due }) => ({ key, to, due })),
      unmet: step.unmet,
    })),
    ...rest,
    notices: steps.flatMap((step) => step.tells.map((told) => ({ on: step.on, ...told }))),
    documents: steps.flatMap((step) => step.documents.map((one) => ({ on: step.on, ...one }))),
  }
}

function textOf(scenario: Scenario, outcome: Played): string {
  const { title } = scenario
  const lines = [...(title ? [title.zh, title.en] : []), scenario.court, '']
  outcome.steps.forEach((step) => lines.push(...stepLines(step)))
  lines.push('', 'Clocks')
  for (const clock of outcome.clocks) {
    lines.push(`  ${clock.key}  ${clock.due}  ${clock.status}  ${clock.title.zh} (${referenceText(clock.references)})`)
    clock.proof.forEach((step) => lines.push(`      ${step.date}  ${step.because}`))
    if (clock.history.length > 1)
      clock.history.forEach((one) => lines.push(`      was ${one.due}: ${one.because.en} [entry ${one.seq}]`))
  }
  lines.push('', 'Tasks', ...outcome.tasks.map((task) => `  ${task.key}  ${task.to}  ${task.due ?? ''}`))
  lines.push(
    '',
    'Next',
    ...outcome.next.map(
      (step) => `  ${step.action}  ${step.by.join(', ')}  ${step.allowed === true ? '' : step.allowed.ruleId}`,
    ),
  )
  const next = outcome.whatHappensNext
  if (next !== null)
    lines.push(
      '',
      `What happens next: ${next.what.en}, by ${next.by}${next.due ? `, by ${next.due}` : ''} (${referenceText(next.reference)})`,
    )
  return `${lines.join('\n')}\n`
}

function stepLines(step: StepOutcome): string[] {
  const done =
    step.refused === undefined
      ? step.entries.map((entry) => `${entry.seq} ${entry.type}`).join(', ')
      : `refused: ${step.refused.ruleId}: ${step.refused.reason.en}`
  return [
    `${step.on}  ${step.what}${step.by === '' ? '' : ` (${step.by})`}  → ${step.state}`,
    ...(done === '' ? [] : [`            ${done}`]),
    ...step.tells.map((told) => `            notice ${noticeText(told)}`),
    ...step.documents.map((one) => `            document ${one.document} to ${one.to}`),
  ]
}
