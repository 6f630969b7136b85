import { ruleLookUp } from '../code/rule-look-up.ts'
import type { RuleLookUp } from '../period/answer-period.ts'
import { readPacks } from './read-packs.ts'

/** The rules of the codes that ship with the product; they are read when the first line asks for one. */
export function builtInRules(): RuleLookUp {
  let lookUp: RuleLookUp | undefined
  return (ref, court, on) => {
    lookUp ??= ruleLookUp(readPacks())
    return lookUp(ref, court, on)
  }
}
