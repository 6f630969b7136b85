import { InputError } from '../calendar/input-error.ts'

/** Factors as they were written, multiplied exactly: numerator over a power of ten. */
export type Product = {
  readonly numerator: bigint
  readonly decimals: number
  /** For reading. */ readonly value: number
}

const shape = /^(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/

export function productOf(factors: readonly number[]): Product {
  let numerator = 1n
  let decimals = 0
  for (const factor of factors) {
    const [, whole = '0', fraction = '', exponent = '0'] = shape.exec(String(factor)) ?? []
    const shifted = fraction.length - Number(exponent)
    numerator *= BigInt(whole + fraction) * 10n ** BigInt(Math.max(0, -shifted))
    decimals += Math.max(0, shifted)
  }
  return { numerator, decimals, value: Number(`${numerator}e-${decimals}`) }
}

/** A count times the factors; InputError when it is not whole (court-code.md §1, Lengths). */
export function times(count: number, product: Product, path: string): number {
  const exact = BigInt(count) * product.numerator
  const unit = 10n ** BigInt(product.decimals)
  if (exact % unit !== 0n) {
    throw new InputError('not-whole', `${count} × ${product.value} is not a whole number`, path)
  }
  const whole = exact / unit
  if (whole > BigInt(Number.MAX_SAFE_INTEGER))
    throw new InputError('wrong-number', `${count} × ${product.value} is too long a period`, path)
  return Number(whole)
}
