import type { ResolvedCode } from '../code/resolved-code.ts'
import { readParty } from './case-state.ts'
import type { Party } from './case-state.ts'
import type { JsonObject, JsonValue } from './entry.ts'
import { fold } from './fold.ts'
import { evaluate } from './situation.ts'
import type { Situation } from './situation.ts'

/** The facts a draft would have if it were submitted as it stands, for live quotes. What is not filled in yet reads as empty. */
export function factsOfDraft(options: { code: ResolvedCode; action: string; input: JsonObject; today: string }): {
  facts: JsonObject
  parties: Party[]
} {
  const { code, input, today } = options
  const action = code.actions[options.action]
  if (action === undefined) throw new Error(`the code has no action ${options.action}`)
  const state = fold([], code)
  const situation: Situation = { code, state, today }
  const facts: JsonObject = { ...state.facts }
  const parties: Party[] = []
  for (const write of action.writes) {
    if (typeof write === 'string' || write.forEach !== undefined) continue
    const data: JsonObject = {}
    for (const [id, expression] of Object.entries(write.data)) {
      const value = evaluate(situation, expression, { form: action.form }, { input })
      if (value !== undefined) data[id] = value as JsonValue
    }
    for (const [id, fact] of Object.entries(code.facts)) {
      const datum = fact.from[write.entry]
      const value = datum === undefined ? undefined : data[datum]
      if (value !== undefined && value !== null) facts[id] = value
    }
    const added = code.entries[write.entry]?.addsParties
    const list = added === undefined ? undefined : data[added]
    if (Array.isArray(list)) parties.push(...list.flatMap((one) => readParty(one) ?? []))
  }
  return { facts, parties }
}
