import type { Action, Guard } from '../code/schema/actions.ts'
import { referencesOf } from '../code/schema/reference.ts'
import type { Words } from '../code/schema/words.ts'
import { environmentFor } from '../code/variables.ts'
import { hasRole, rolesInCase } from './acting.ts'
import type { Acting } from './acting.ts'
import { checkInput } from './check-input.ts'
import { missingMaterials } from './check-lists.ts'
import { extensionRefusal } from './clock-extensions.ts'
import { runsOf } from './clock-runs.ts'
import type { ClockView } from './clocks.ts'
import type { Entry, JsonObject } from './entry.ts'
import { refusal } from './refusal.ts'
import type { EngineRefusal } from './refusal.ts'
import { holds } from './situation.ts'
import type { Situation } from './situation.ts'

export type ActingSituation = Situation & { actor: Acting; clocks: readonly ClockView[] }

/** The first rule that says no: role, state, identity, form, materials, guards; in this order. */
export function actionRefusal(
  id: string,
  action: Action,
  situation: ActingSituation,
  input: JsonObject,
): EngineRefusal | undefined {
  return (
    roleRefusal(id, action, situation) ??
    stateRefusal(id, action, situation) ??
    identityRefusal(id, action, situation) ??
    formRefusal(id, action, situation, input) ??
    guardRefusal(id, action, situation, { input, subject: subjectOf(action, input) })
  )
}

/**
 * What can be said before the form is filled in, to whoever has the role: guards that read the form, or the party it names,
 * are left out.
 */
export function earlyRefusal(id: string, action: Action, situation: ActingSituation): EngineRefusal | undefined {
  const environment = environmentFor(situation.code, { form: action.form })
  const isEarly = (guard: Guard) => {
    const names = environment.namesIn(guard.when)
    return !names.has('input') && !names.has('subject')
  }
  return (
    stateRefusal(id, action, situation) ??
    identityRefusal(id, action, situation) ??
    guardRefusal(id, { ...action, guards: action.guards.filter(isEarly) }, situation, {})
  )
}

export function isPossibleIn(action: Action, { state, code }: Situation): boolean {
  if (action.from === '*') return !state.isTerminal && code.states[state.state]?.initial !== true
  return action.from.includes(state.state)
}

/** The party that the form names as the one concerned. */
export function subjectOf(action: Action, input: JsonObject): string | undefined {
  const value = action.subject === undefined ? undefined : input[action.subject]
  return typeof value === 'string' && value !== '' ? value : undefined
}

function roleRefusal(id: string, action: Action, situation: ActingSituation): EngineRefusal | undefined {
  const { actor, state, code } = situation
  if (hasRole(action.by, actor, state, code)) return undefined
  const titles = action.by.map((role) => code.roles[role]?.title ?? { zh: role, en: role })
  const who: Words = {
    zh: titles.map((title) => title.zh).join('、'),
    en: titles.map((title) => title.en.toLowerCase()).join(', '),
  }
  return refusal(
    `${id}.by`,
    {
      zh: `“${action.title.zh}”由${who.zh}办理，您现在的身份不能办理。`,
      en: `“${action.title.en}” is for: ${who.en}. Your role cannot do it.`,
    },
    { by: action.by, roles: [...rolesInCase(actor, state, code)] },
  )
}

function stateRefusal(id: string, action: Action, situation: ActingSituation): EngineRefusal | undefined {
  if (isPossibleIn(action, situation)) return undefined
  const { state, code } = situation
  const title = code.states[state.state]?.title ?? { zh: state.state, en: state.state }
  return refusal(
    `${id}.from`,
    {
      zh: `案件现在是“${title.zh}”，不能办理“${action.title.zh}”。请刷新页面，看看现在可以做什么。`,
      en: `The case is “${title.en}” now, so “${action.title.en}” is not possible. Reload the page to see what can be done.`,
    },
    { state: state.state, from: action.from },
  )
}

function identityRefusal(id: string, action: Action, { actor }: ActingSituation): EngineRefusal | undefined {
  const needed = action.identityLevel ?? 0
  if (actor.identityLevel >= needed) return undefined
  return refusal(
    `${id}.identity-level`,
    { zh: '请先完成实名认证，再继续。', en: 'Verify your identity first, then continue.' },
    { identityLevel: actor.identityLevel, needed },
  )
}

function formRefusal(
  id: string,
  action: Action,
  situation: ActingSituation,
  input: JsonObject,
): EngineRefusal | undefined {
  if (action.form === undefined) return undefined
  const problems = checkInput(action.form, input, situation)
  const dated = action.dated === undefined ? undefined : input[action.dated]
  if (action.dated !== undefined && typeof dated === 'string' && dated > situation.today)
    problems[action.dated] ??= { zh: '不能晚于今天，请核对。', en: 'It cannot be after today. Check it.' }
  if (Object.keys(problems).length > 0) {
    return refusal(
      `${id}.form`,
      { zh: '有内容需要修改，请看标出的地方。', en: 'Some answers need to be changed. See the places marked.' },
      { fields: Object.keys(problems) },
      problems,
    )
  }
  return materialsRefusal(id, action, situation, input)
}

function materialsRefusal(
  id: string,
  action: Action,
  { code }: ActingSituation,
  input: JsonObject,
): EngineRefusal | undefined {
  const form = action.form === undefined ? undefined : code.forms[action.form]
  const field = Object.entries(form?.fields ?? {}).find(([, one]) => one.type === 'material-list')?.[0]
  if (field === undefined || action.materials.length === 0) return undefined
  const handedIn = Array.isArray(input[field]) ? input[field] : []
  const types = handedIn.map((one) =>
    typeof one === 'object' && one !== null && !Array.isArray(one) ? one['type'] : '',
  )
  const missing = action.materials.filter((type) => !types.includes(type))
  if (missing.length === 0) return undefined
  const words = missingMaterials(missing, { code })
  return refusal(`${id}.materials`, words, { missing }, { [field]: words })
}

function guardRefusal(
  id: string,
  action: Action,
  situation: ActingSituation,
  atHand: { input?: JsonObject; subject?: string | undefined },
): EngineRefusal | undefined {
  const place = { form: action.form }
  const guard = action.guards.find((one) => !holds(situation, one.when, place, atHand))
  if (guard === undefined) return undefined
  return refusal(`${id}.${guard.id}`, guard.refusal, {
    guard: guard.when,
    references: referencesOf(guard.reference ?? action.reference),
    state: situation.state.state,
    ...(atHand.subject !== undefined && { subject: atHand.subject }),
  })
}

/** An entry that names a clock must move it: more often or longer than its rule allows is refused, not ignored. */
export function clockRefusal(written: readonly Entry[], situation: Situation): EngineRefusal | undefined {
  for (const entry of written) {
    const named = entry.data['period']
    if (typeof named !== 'string' || named === '') continue
    const [periodId = ''] = named.split('@')
    const period = situation.code.periods[periodId]
    if (period === undefined) continue
    const moves = (rules: unknown): boolean => [rules].flat().some((one) => isRuleOn(one, entry.type))
    if (moves(period.excludes)) continue
    const runs = runsOf(periodId, period, situation).filter((run) => run.key === named || named === periodId)
    const reasons = (runs.length > 0 ? runs : [undefined]).map((run) =>
      extensionRefusal(periodId, period, run, entry, situation),
    )
    const reason = reasons.find((one) => one !== undefined)
    if (reason !== undefined && reasons.every((one) => one !== undefined))
      return refusal(`${periodId}.extends`, reason, { period: named, entry: entry.type })
  }
  return undefined
}

function isRuleOn(rule: unknown, type: string): boolean {
  return typeof rule === 'object' && rule !== null && 'on' in rule && rule.on === type
}
