import { builtInCodes } from '@court/procedure/code/built-in-codes.node'
import { packsFor } from '@court/procedure/code/packs-for'
import { parsePacks } from '@court/procedure/code/parse-pack'
import { resolveCode } from '@court/procedure/code/resolve-code'
import type { ResolvedCode } from '@court/procedure/code/resolved-code'
import { isRefusal } from '../errors.ts'
import { attemptOf, call, outcomeOf, textOf } from './call.ts'
import { rolesIn, stateCases, readers, type StateCase } from './cases.ts'
import type { Finding, Running } from './cells.ts'
import { nobody } from './declare.ts'
import type { ActorName } from './people.ts'
import { undone, type Inner } from './undone.ts'
import { secretsFrom } from './world.ts'

/** What the code pack says of an actor, an action and a state; `past`: neither role nor state stands against it, the form has the word. */
export type Verdict = 'not-found' | 'by' | 'from' | 'past'

export type ActionCell = {
  procedure: 'cases.actionForm' | 'cases.preview' | 'cases.perform'
  actor: ActorName
  object: StateCase
  action: string
  expected: Verdict
}

/** Those who have something to do with a case of the court, or might. */
const actors: readonly ActorName[] = [
  ...(['plaintiff', 'defendant', 'agent', 'expired-agent', 'outsider'] as const),
  ...(['filing-clerk', 'filing-judge', 'filing-chief', 'court-clerk', 'judge', 'other-judge'] as const),
  ...(['presiding-judge', 'president', 'court-admin', 'foreign-judge', 'high-president'] as const),
]

export function codeOfWorld(): ResolvedCode {
  const { packs } = parsePacks(builtInCodes())
  const resolved = resolveCode({ packs: packsFor({ packs, court: '浙0212' }), court: '浙0212', on: '2026-03-12' })
  if (!resolved.ok) throw new Error('the built-in code does not load')
  return resolved.code
}

/**
 * Every action of the code × every state × everybody, by each of the doors that lead to an action. To whom the case is absent it is so for
 * every action alike: two of them are tried.
 */
export function actionCells(world: Running['world'], code: ResolvedCode): ActionCell[] {
  const objects = Object.keys(stateCases) as StateCase[]
  const actions = Object.keys(code.actions)
  return (['cases.actionForm', 'cases.preview', 'cases.perform'] as const).flatMap((procedure) =>
    objects.flatMap((object) =>
      actors.flatMap((actor) =>
        (readers[object].includes(actor) ? actions : actions.slice(0, 2)).map((action) => ({
          procedure,
          actor,
          object,
          action,
          expected: verdict(code, world, { actor, object, action }),
        })),
      ),
    ),
  )
}

/** Counted from the pack's own `by` and `from`, not by the engine that is tried. */
function verdict(
  { actions, states }: ResolvedCode,
  { people }: Running['world'],
  { actor, object, action }: Pick<ActionCell, 'actor' | 'object' | 'action'>,
): Verdict {
  if (!readers[object].includes(actor)) return 'not-found'
  const rule = actions[action]
  if (!rule) return 'not-found'
  // An agent does what the party may for whom it acts; an action for agents alone would be nobody's.
  const roles = rolesIn(object, people[actor]).filter((role) => role !== 'agent')
  if (!rule.by.some((role) => roles.includes(role))) return 'by'
  const state = states[stateCases[object]]
  const isPossible = rule.from === '*' ? state?.terminal !== true : rule.from.includes(stateCases[object])
  return isPossible ? 'past' : 'from'
}

export const runActionCell = (running: Running, cell: ActionCell): Promise<Finding | null> =>
  undone(running.client, (inner) => tryActionCell(running, inner, cell))

export async function tryActionCell(
  { world, ports }: Running,
  inner: Inner,
  cell: ActionCell,
): Promise<Finding | null> {
  const { procedure, actor, object, action, expected } = cell
  const found = (kind: Finding['kind'], what: string): Finding => ({ cell: nameOfAction(cell), kind, what })
  const attempt = attemptOf({ world, ports, inner, site: 'web', name: actor, object })
  const { courtSlug, caseId } = world.cases[object]
  const place = { courtSlug, caseId, action }
  const input =
    procedure === 'cases.actionForm'
      ? place
      : procedure === 'cases.preview'
        ? { ...place, input: {} }
        : { ...place, input: {}, key: `action-${nobody}`, headSeq: world.cases[object].headSeq }
  let answer: unknown
  try {
    answer = await call(attempt, { path: procedure, input })
  } catch (error) {
    return found('broken', error instanceof Error ? error.message.slice(-300) : String(error))
  }
  const got = verdictOf(answer, action)
  if (got !== expected)
    return found(expected === 'past' ? 'shut' : got === 'past' ? 'leak' : 'broken', `${got} instead of ${expected}`)
  const text = textOf(answer)
  const shown = secretsFrom(world, actor).filter((secret) => text.includes(secret))
  return shown.length > 0 ? found('leak', `shows ${shown.join(', ')}`) : null
}

function verdictOf(answer: unknown, action: string): Verdict {
  if (isRefusal(answer)) return outcomeOf(answer) === 'not-found' ? 'not-found' : ruleVerdict(answer.ruleId, action)
  // The form of an action that is not possible now is shown with the rule that says so.
  const allowed = (answer as { value?: { action?: { allowed?: unknown } } }).value?.action?.allowed
  return isRefusal(allowed) ? ruleVerdict(allowed.ruleId, action) : 'past'
}

const ruleVerdict = (ruleId: string, action: string): Verdict =>
  ruleId === `${action}.by` ? 'by' : ruleId === `${action}.from` ? 'from' : 'past'

export const nameOfAction = ({ procedure, actor, object, action, expected }: ActionCell): string =>
  ['web', procedure, actor, object, action, expected].join(' · ')
