export type RuleValue = { inner: string; value: unknown }

// What is said of a rule elsewhere on the page, not as one of its values.
const apart = new Set(['title', 'reference', 'floor', 'examples', 'note', 'label', 'help'])

// A rule value by value, each with its path inside the rule: rule.count 7, whose court. Lists of plain values stay in one piece.
export function ruleValues(rule: unknown, path: readonly string[] = []): RuleValue[] {
  if (typeof rule !== 'object' || rule === null) return [{ inner: path.join('.'), value: rule }]
  if (Array.isArray(rule) && rule.every((one) => typeof one !== 'object' || one === null))
    return [{ inner: path.join('.'), value: rule }]
  return Object.entries(rule).flatMap(([key, value]) => (apart.has(key) ? [] : ruleValues(value, [...path, key])))
}
