import { InputError } from '../../calendar/input-error.ts'
import type { DayUnit, Length } from '../model.ts'

/** The fewest days that months and years can have on the way forward, the most on the way back. */
export function earliestLength({ count, unit }: Length<DayUnit>, way: number): Length<DayUnit> {
  if (unit === 'month') return { count: count * (way > 0 ? 28 : 31), unit: 'day' }
  if (unit === 'year') return { count: count * (way > 0 ? 365 : 366), unit: 'day' }
  return { count, unit }
}

/** Factors multiplied as they are written, digit by digit, so that nothing is lost in binary fractions. */
export function multiplied(factors: readonly number[]): { value: number; times: (count: number) => number } {
  let digits = 1n
  let exponent = 0
  for (const factor of factors) {
    const [mantissa = '', power = '0'] = factor.toExponential().split('e')
    const [ones = '', decimals = ''] = mantissa.split('.')
    digits *= BigInt(ones + decimals)
    exponent += Number(power) - decimals.length
  }
  const times = (count: number): number => {
    let product = BigInt(count) * digits
    for (let power = exponent; power !== 0; power -= Math.sign(power)) {
      if (power > 0) product *= 10n
      else if (product % 10n === 0n) product /= 10n
      else throw new InputError('not-whole', 'a length is not whole after the factors', 'facts')
    }
    return Number(product)
  }
  return { value: Number(`${digits}e${exponent}`), times }
}
