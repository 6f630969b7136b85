const digits = '一二三四五六七八九'

/** 之N of a later document: 1 → 一, 11 → 十一, 99 → 九十九. */
export function formatPart(part: number): string {
  const tens = Math.floor(part / 10)
  const ones = part % 10
  if (!Number.isInteger(part) || part < 1 || part > 99) throw new RangeError(`A part runs from 1 to 99, not ${part}`)
  return (tens === 0 ? '' : `${tens === 1 ? '' : digits[tens - 1]}十`) + (ones === 0 ? '' : digits[ones - 1])
}

/** The inverse; null for anything that is not written that way (一十, 廿, 1). */
export function parsePart(text: string): number | null {
  return byText.get(text) ?? null
}

const byText = new Map(Array.from({ length: 99 }, (_, index) => [formatPart(index + 1), index + 1]))
