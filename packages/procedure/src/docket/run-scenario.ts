import { canonicalHash } from '../code/canonical-hash.ts'
import type { Finding } from '../code/finding.ts'
import type { Pack } from '../code/pack.ts'
import { changeDays, packsFor } from '../code/packs-for.ts'
import { resolveCode } from '../code/resolve-code.ts'
import type { ResolvedCode } from '../code/resolved-code.ts'
import type { Scenario, ScenarioStep } from '../code/schema/scenario.ts'
import { drawJudge } from '../draw/draw-judge.ts'
import { formatCaseNumber } from '../number/format-case-number.ts'
import type { Acting } from './acting.ts'
import { clocksOf } from './clocks.ts'
import type { ClockView } from './clocks.ts'
import { commitmentsOwed } from './commitments.ts'
import { allocationsOf, decide } from './decide.ts'
import type { Allocated } from './decide.ts'
import { sealEntries } from './entry.ts'
import type { Entry, JsonObject, JsonValue } from './entry.ts'
import { unmetBy } from './expectations.ts'
import { fold } from './fold.ts'
import { instantAt } from './legal-time.ts'
import { nextSteps, whatHappensNext } from './next.ts'
import type { NextStep, WhatNext } from './next.ts'
import type { EngineRefusal } from './refusal.ts'
import { tasksOf } from './tasks.ts'
import type { OpenTask } from './tasks.ts'
import type { DocumentDue, ToldDue } from './told.ts'

export type StepOutcome = {
  index: number
  on: string
  at: string
  /** Action, entry type, or `look`. */
  what: string
  by: string
  entries: Entry[]
  refused?: EngineRefusal
  state: string
  tells: ToldDue[]
  documents: DocumentDue[]
  clocks: ClockView[]
  tasks: OpenTask[]
  /** What the story expects and did not get. */
  unmet: string[]
}

export type ScenarioOutcome =
  | { ok: false; findings: Finding[] }
  | {
      ok: true
      code: ResolvedCode
      steps: StepOutcome[]
      docket: Entry[]
      state: string
      clocks: ClockView[]
      tasks: OpenTask[]
      next: NextStep[]
      whatHappensNext: WhatNext | null
      unmet: string[]
    }

/** Plays a story: each fact under the code in force on its day, as the use cases would; checks what must follow. */
export function runScenario(scenario: Scenario, packs: readonly Pack[]): ScenarioOutcome {
  const filedOn = scenario.codeOn ?? scenario.story[0]?.on ?? ''
  const own = packsFor({ packs, court: scenario.court })
  const changes = changeDays(own)
  const resolved = new Map<number, ReturnType<typeof resolveCode>>()
  const codeOn = (on: string) => {
    const version = changes.filter((day) => day <= on).length
    let found = resolved.get(version)
    if (found === undefined) {
      resolved.set(version, (found = resolveCode({ packs: own, court: scenario.court, on, filedOn })))
    }
    return found
  }
  let docket: Entry[] = []
  const steps: StepOutcome[] = []
  let last: { code: ResolvedCode; at: string } | undefined
  for (const [index, step] of scenario.story.entries()) {
    const found = codeOn(scenario.codeOn ?? step.recordedOn ?? step.on)
    if (!found.ok) return found
    const outcome = playStep({ index, step, scenario, code: found.code, docket })
    docket = [...docket, ...outcome.entries]
    steps.push(outcome)
    last = { code: found.code, at: outcome.at }
  }
  if (last === undefined) throw new Error('a story has at least one step')
  const { code, at } = last
  const state = fold(docket, code)
  const clocks = clocksOf(docket, code, at)
  return {
    ok: true,
    code,
    steps,
    docket,
    state: state.state,
    clocks,
    tasks: tasksOf(state, code, clocks, at),
    next: nextSteps(docket, code, null, at),
    whatHappensNext: whatHappensNext(docket, code, at),
    unmet: steps.flatMap((step) => step.unmet.map((one) => `step ${step.index + 1} (${step.on} ${step.what}): ${one}`)),
  }
}

type Playing = { index: number; step: ScenarioStep; scenario: Scenario; code: ResolvedCode; docket: readonly Entry[] }

function playStep(playing: Playing): StepOutcome {
  const { index, step, code, docket } = playing
  const at = step.at === undefined ? instantAt(step.recordedOn ?? step.on, '12:00', code.zone) : utc(step.at)
  const done = step.do !== undefined ? playAction(playing, step.do, at) : playFact(playing, at)
  const after = [...docket, ...done.entries]
  const state = fold(after, code)
  const clocks = clocksOf(after, code, at)
  const outcome = {
    index,
    on: step.on,
    at,
    what: step.do ?? step.fact ?? 'look',
    by: step.by ?? '',
    ...done,
    state: state.state,
    clocks,
    tasks: tasksOf(state, code, clocks, at),
  }
  const next = nextSteps(after, code, null, at).flatMap((one) => (one.allowed === true ? [one.action] : []))
  const unmet = unmetBy(step.then ?? {}, { ...outcome, next, facts: state.facts })
  const isExpectedRefusal = step.then?.refused !== undefined
  if (outcome.refused !== undefined && !isExpectedRefusal)
    unmet.push(`refused by ${outcome.refused.ruleId}: ${outcome.refused.reason.en}${fieldsText(outcome.refused)}`)
  return { ...outcome, unmet }
}

type Done = Pick<StepOutcome, 'entries' | 'tells' | 'documents'> & { refused?: EngineRefusal }
const nothing: Done = { entries: [], tells: [], documents: [] }

function playAction({ step, scenario, code, docket }: Playing, action: string, now: string): Done {
  const input = fillIn(step.input ?? {}, { ...scenario.parties, ...scenario.let }) as JsonObject
  const owed = commitmentsOwed(code, action, input)
  const decision = decide({
    entries: docket,
    code,
    action,
    actor: actorOf(step, docket, code),
    input,
    now,
    commitments: Object.fromEntries(
      Object.entries(owed).map(([key, value]) => [key, canonicalHash({ example: value })]),
    ),
    allocated: allocate(code, action, docket, now),
  })
  if (!decision.ok) return { ...nothing, refused: decision }
  return { entries: decision.entries, tells: decision.tells, documents: decision.documents }
}

function playFact({ index, step, scenario, code, docket }: Playing, at: string): Done {
  if (step.fact === undefined) return nothing
  if (code.entries[step.fact] === undefined)
    throw new Error(`step ${index + 1} (${step.on}): there is no entry type "${step.fact}"`)
  const last = docket.at(-1)
  const draft = {
    type: step.fact,
    at,
    on: step.on,
    actor: { kind: 'system' as const, id: 'story', roles: [] },
    action: 'story',
    codeHash: code.hash,
    data: fillIn(step.data ?? {}, { ...scenario.parties, ...scenario.let }) as JsonObject,
    ...(step.subject !== undefined && { subject: step.subject }),
  }
  return { ...nothing, entries: sealEntries([draft], last === undefined ? null : { seq: last.seq, hash: last.hash }) }
}

/** The one who acts: with the role of the step, known in person unless the story is about that. */
function actorOf(step: ScenarioStep, docket: readonly Entry[], code: ResolvedCode): Acting {
  const role = step.by ?? ''
  const isParty = code.roles[role]?.side === 'party'
  const own = fold(docket, code).parties.find((party) => party.role === role)
  const partyId = step.as ?? (isParty ? own?.id : undefined)
  return {
    ref: { kind: isParty ? 'person' : role === 'system' ? 'system' : 'staff', id: step.as ?? role, roles: [role] },
    identityLevel: step.identityLevel ?? (isParty ? 1 : 3),
    ...(isParty && partyId !== undefined && { partyId }),
  }
}

/** Numbers and draws of a story: the first number of the year, and one of three judges by the seed of the docket. */
function allocate(code: ResolvedCode, action: string, docket: readonly Entry[], now: string): Allocated {
  const { numbering, draw } = allocationsOf(code, action)
  const year = Number(now.slice(0, 4))
  const pool = ['judge-a', 'judge-b', 'judge-c'].map((id) => ({ id, weight: 1 }))
  const seed = docket.at(-1)?.hash ?? 'story'
  return {
    ...(numbering && {
      caseNumber: {
        text: formatCaseNumber({
          year,
          court: code.court,
          type: numbering.type,
          division: numbering.division,
          serials: [1],
        }),
        year,
        type: numbering.type,
        division: numbering.division,
        serial: 1,
      },
    }),
    ...(draw && { draw: { judge: drawJudge({ pool, seed }).id, seed, rule: draw.rule, weights: pool } }),
  }
}

/** `$name` stands for a named value of the story, alone or inside lists and records. */
function fillIn(value: unknown, named: Record<string, unknown>): JsonValue {
  if (typeof value === 'string' && value.startsWith('$')) {
    const found = named[value.slice(1)]
    if (found === undefined) throw new Error(`the story has no value ${value}`)
    return fillIn(found, named)
  }
  if (Array.isArray(value)) return value.map((one) => fillIn(one, named))
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, fillIn(one, named)]))
  return value as JsonValue
}

function fieldsText({ fields }: EngineRefusal): string {
  const list = Object.entries(fields ?? {}).map(([field, words]) => `${field}: ${words.en}`)
  return list.length === 0 ? '' : ` (${list.join('; ')})`
}

function utc(instant: string): string {
  return new Date(instant).toISOString()
}
