import type { RuleLookUp } from '../period/answer-period.ts'

/**
 * The rules of the codes that ship with the product. The codes are read when the first line names a rule of one (`ref`), so that a
 * batch that names none starts at once.
 */
export function builtInRules(): { lookUp: RuleLookUp; prepare: (line: string) => Promise<void> | undefined } {
  let found: RuleLookUp | undefined
  const load = async (): Promise<void> => {
    const [{ ruleLookUp }, { readPacks }] = await Promise.all([
      import('../code/rule-look-up.ts'),
      import('./read-packs.ts'),
    ])
    found = ruleLookUp(readPacks())
  }
  return {
    lookUp: (ref, court, on) => found?.(ref, court, on),
    prepare: (line) => (found === undefined && (line.includes('"ref"') || line.includes('\\u')) ? load() : undefined),
  }
}
