import { refuse, type Refusal } from '@court/usecases/refusal'

/** Nothing that a person fills in goes deeper; whatever does only wants to exhaust who reads it. */
const depthMax = 40

/** False for what no database takes as text (U+0000, half a character of two) and for what is nested without end. */
export function isWholeText(value: unknown, depth = 0): boolean {
  if (typeof value === 'string') return !value.includes('\0') && value.isWellFormed()
  if (typeof value !== 'object' || value === null) return true
  if (depth > depthMax) return false
  if (Array.isArray(value)) return value.every((one) => isWholeText(one, depth + 1))
  return Object.entries(value).every(([key, one]) => isWholeText(key) && isWholeText(one, depth + 1))
}

export const brokenText = (): Refusal =>
  refuse({
    kind: 'invalid',
    ruleId: 'broken-text',
    reason: {
      zh: '内容中有无法识别的字符，请删除后重新输入。',
      en: 'There is a character in this that cannot be read. Delete it and type it again.',
    },
  })
