/** An exact amount of fen, not negative: `n / d`. Fees are computed in it and rounded once, at the end. */
export type Fraction = { n: bigint; d: bigint }

export type RoundingDirection = 'up' | 'down'

export function whole(fen: number | bigint): Fraction {
  return { n: BigInt(fen), d: 1n }
}

export function add(a: Fraction, b: Fraction): Fraction {
  return a.d === b.d ? { n: a.n + b.n, d: a.d } : { n: a.n * b.d + b.n * a.d, d: a.d * b.d }
}

/** `ratePpm` parts per million of the amount: 25,000 is 2.5 %. */
export function rateOf(amount: Fraction, ratePpm: number): Fraction {
  return { n: amount.n * BigInt(ratePpm), d: amount.d * 1_000_000n }
}

export function divide(a: Fraction, by: bigint): Fraction {
  return { n: a.n, d: a.d * by }
}

export function compare(a: Fraction, b: Fraction): -1 | 0 | 1 {
  const left = a.n * b.d
  const right = b.n * a.d
  return left < right ? -1 : left > right ? 1 : 0
}

/** To the nearest fen; half a fen goes up. */
export function roundHalfUp(a: Fraction): bigint {
  return (2n * a.n + a.d) / (2n * a.d)
}

/** To a multiple of `to` fen, always up or always down. */
export function roundToMultiple(a: Fraction, to: number, dir: RoundingDirection): bigint {
  const unit = a.d * BigInt(to)
  const below = a.n / unit
  const exact = below * unit === a.n
  return (dir === 'up' && !exact ? below + 1n : below) * BigInt(to)
}

/** Yuan as a party reads them: `2,769.14`, with as many decimals as are exact and `…` where there is no end. */
export function formatYuan(a: Fraction): string {
  const denominator = a.d * 100n
  const integer = a.n / denominator
  let rest = a.n % denominator
  let decimals = ''
  while (decimals.length < 8 && (decimals.length < 2 || rest !== 0n)) {
    rest *= 10n
    decimals += String(rest / denominator)
    rest %= denominator
  }
  return `${integer.toString().replace(/\B(?=(\d{3})+$)/g, ',')}.${decimals}${rest === 0n ? '' : '…'}`
}

/** Fen in lowest terms: `276914`, or `138456789/500` where they do not come out whole. */
export function formatFen({ n, d }: Fraction): string {
  const divisor = greatestCommonDivisor(n, d)
  return d === divisor ? String(n / d) : `${n / divisor}/${d / divisor}`
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  return b === 0n ? a : greatestCommonDivisor(b, a % b)
}

/** `25000` → `2.5 %`. */
export function formatRate(ratePpm: number): string {
  return `${(ratePpm / 10_000).toFixed(4).replace(/\.?0+$/, '')} %`
}
