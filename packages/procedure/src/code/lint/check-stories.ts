import { runScenario } from '../../docket/run-scenario.ts'
import type { ScenarioOutcome } from '../../docket/run-scenario.ts'
import type { Finding } from '../finding.ts'
import { locate } from '../pack.ts'
import type { Pack } from '../pack.ts'
import type { SectionName } from '../schema/pack.ts'

/** What all stories together show: rules that occur in none have no worked example. */
export type Shown = Map<SectionName, Set<string>>

/** Plays every story of a pack; what it expects must follow. */
export function checkStories(pack: Pack, packs: readonly Pack[], shown: Shown): Finding[] {
  return Object.entries(pack.scenarios).flatMap(([name, scenario]) => {
    const outcome = play(() => runScenario(scenario, packs))
    const rule = `examples.${name}`
    if (typeof outcome === 'string') return [story(pack, rule, [], outcome)]
    if (!outcome.ok)
      return [story(pack, rule, [], outcome.findings[0]?.message ?? 'the code of the court does not resolve')]
    remember(shown, outcome)
    return outcome.steps.flatMap((step) =>
      step.unmet.map((one) => story(pack, rule, ['story', step.index], `${step.on} ${step.what}: ${one}`)),
    )
  })
}

/** A broken assumption inside a story is a fault of the story or of a rule, never of the linter. */
function play(run: () => ScenarioOutcome): ScenarioOutcome | string {
  try {
    return run()
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

function story(pack: Pack, rule: string, inner: PropertyKey[], message: string): Finding {
  return {
    code: 'example-failed',
    severity: 'error',
    rule,
    ...locate(pack, rule, inner),
    message,
    fix: 'correct the rule or the story',
  }
}

function remember(shown: Shown, outcome: Extract<ScenarioOutcome, { ok: true }>): void {
  const { code } = outcome
  const add = (section: SectionName, id: string | undefined) => {
    if (id === undefined) return
    let ids = shown.get(section)
    if (ids === undefined) shown.set(section, (ids = new Set()))
    ids.add(id)
  }
  for (const step of outcome.steps) {
    add('states', step.state)
    const action = step.refused === undefined ? code.actions[step.what] : undefined
    if (action !== undefined) add('actions', step.what)
    add('forms', action?.form)
    add('numbering', action?.numbering)
    add('draws', action?.draw)
    step.entries.forEach((entry) => add('entries', entry.type))
    step.tells.forEach((told) => add('notices', told.notice))
    step.documents.forEach((one) => add('documents', one.document))
    step.tasks.forEach((task) => add('tasks', task.taskId))
    step.clocks.forEach((clock) => clock.reminders.forEach((one) => add('notices', one.notice)))
    for (const entry of step.entries) {
      const reasons = entry.data['reasons']
      if (Array.isArray(reasons)) reasons.forEach((one) => add('reasons', typeof one === 'string' ? one : undefined))
    }
  }
}
