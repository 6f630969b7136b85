import type { ResolvedCode } from '../code/resolved-code.ts'
import { isEmpty } from './check-field.ts'
import type { JsonObject, JsonValue } from './entry.ts'

/** What the docket commits to in place of a party's particulars: `party.<id>`. */
export const partyCommitment = (id: string): string => `party.${id}`

/**
 * Personal data of the form that enter the docket only as commitments: `grounds` → text, `party.<id>` → its particulars.
 * The use case makes a salted hash of each (so that disposal leaves the chain whole) and hands them to `decide` under the same keys.
 */
export function commitmentsOwed(code: ResolvedCode, action: string, input: JsonObject): Record<string, JsonValue> {
  const rule = code.actions[action]
  const owed: Record<string, JsonValue> = {}
  for (const write of rule?.writes ?? []) {
    if (typeof write === 'string') continue
    for (const field of write.commit) {
      const value = input[field]
      if (value !== undefined && !isEmpty(value)) owed[field] = value
    }
  }
  const fields = rule?.form === undefined ? {} : (code.forms[rule.form]?.fields ?? {})
  for (const [name, field] of Object.entries(fields)) {
    const parties = input[name]
    if (field.type !== 'party-list' || !Array.isArray(parties)) continue
    for (const party of parties) {
      if (typeof party !== 'object' || party === null || Array.isArray(party)) continue
      if (typeof party['id'] === 'string') owed[partyCommitment(party['id'])] = party
    }
  }
  return owed
}
