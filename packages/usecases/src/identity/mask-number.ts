/** 330212********1234 → 3302**********1234: enough to recognise one's own document. */
export const maskNumber = (number: string): string =>
  number.length <= 6
    ? '*'.repeat(number.length)
    : `${number.slice(0, 2)}${'*'.repeat(number.length - 4)}${number.slice(-2)}`
