import {
  add,
  compare,
  divide,
  formatFen,
  formatRate,
  formatYuan,
  rateOf,
  roundHalfUp,
  roundToMultiple,
  whole,
} from './fraction.ts'
import type { Fraction } from './fraction.ts'
import type { Band, FeeError, Tariff } from './tariff.ts'

/** One line of the arithmetic, which a party can check by hand. `fen` is the sum so far, exact. */
export type FeeStep = { step: string; zh: string; en: string; fen: string }

export type ComputedFee = { ok: true; feeFen: number; steps: FeeStep[] } | { ok: false; error: FeeError }

type Share = 'all' | 'half' | 'third'

/**
 * The fee under a valid tariff: basis rounded, fee computed, halved or thirded, minimum and cap, then rounded once,
 * to the fen and half up unless the tariff says otherwise. Without an amount `noAmountFen` is the fee as it stands.
 */
export function computeFee({
  tariff,
  amountFen,
  share,
}: {
  tariff: Tariff
  amountFen: number | undefined
  share: Share
}): ComputedFee {
  const steps: FeeStep[] = []
  if (amountFen === undefined) {
    if (tariff.noAmountFen === undefined) return refuse('amount-missing', 'This tariff needs an amount', 'amountFen')
    const fixed = whole(tariff.noAmountFen)
    note(steps, 'no-amount', '无金额，按件', 'No amount: charged by the case', fixed)
    return finish(takeShare(fixed, share, steps), steps)
  }
  const basis = roundBasis(tariff, amountFen, steps)
  const charged = chargeBands(tariff, basis, steps)
  if ('error' in charged) return { ok: false, error: charged.error }
  const limited = limit(tariff, takeShare(charged, share, steps), steps)
  const { roundFeeFen } = tariff
  if (!roundFeeFen) return finish(limited, steps)
  const rounded = roundToMultiple(limited, roundFeeFen.to, roundFeeFen.dir)
  const to = formatYuan(whole(roundFeeFen.to))
  note(
    steps,
    'round-fee',
    `${way(roundFeeFen.dir).zh}至 ${to} 元的整数倍`,
    `Rounded ${roundFeeFen.dir} to a multiple of ${to}`,
    whole(rounded),
  )
  return finish(whole(rounded), steps)
}

function roundBasis(tariff: Tariff, amountFen: number, steps: FeeStep[]): Fraction {
  const amount = whole(amountFen)
  if (!tariff.roundBasisFen) return amount
  const { to, dir } = tariff.roundBasisFen
  const basis = whole(roundToMultiple(amount, to, dir))
  const unit = formatYuan(whole(to))
  note(
    steps,
    'basis',
    `计费基数 ${formatYuan(amount)} ${way(dir).zh}至 ${unit} 元的整数倍`,
    `The basis ${formatYuan(amount)} rounded ${dir} to a multiple of ${unit}`,
    basis,
  )
  return basis
}

function chargeBands(tariff: Tariff, basis: Fraction, steps: FeeStep[]): Fraction | { error: FeeError } {
  const first = tariff.bands[0]
  const last = tariff.bands.at(-1)
  if (first?.fromFen !== undefined && compare(basis, whole(first.fromFen)) < 0)
    return {
      error: {
        code: 'below-first-band',
        message: `${basis.n} fen is below band 1, which begins at ${first.fromFen} fen`,
        path: 'amountFen',
      },
    }
  if (last?.upToFen !== undefined && compare(basis, whole(last.upToFen)) > 0)
    return {
      error: {
        code: 'above-last-band',
        message: `${basis.n} fen is above band ${tariff.bands.length}, which ends at ${last.upToFen} fen`,
        path: 'amountFen',
      },
    }
  return tariff.mode === 'marginal' ? chargeMarginal(tariff.bands, basis, steps) : chargeOne(tariff.bands, basis, steps)
}

/** Each band's rate on the part of the amount inside it, `fixedFen` once the amount enters the band. */
function chargeMarginal(bands: Band[], basis: Fraction, steps: FeeStep[]): Fraction {
  let sum = whole(0)
  let below = bands[0]?.fromFen ? BigInt(bands[0].fromFen) - 1n : 0n
  for (const [index, band] of bands.entries()) {
    if (index > 0 && basis.n <= below) break
    const top = band.upToFen === undefined || basis.n < BigInt(band.upToFen) ? basis.n : BigInt(band.upToFen)
    if (band.fixedFen !== undefined) {
      const fixed = whole(band.fixedFen)
      sum = add(sum, fixed)
      note(
        steps,
        'band',
        `${range(band, below).zh}：${formatYuan(fixed)}`,
        `${range(band, below).en}: ${formatYuan(fixed)}`,
        sum,
      )
    }
    if (band.ratePpm !== undefined) {
      const part = whole(top - below)
      const charge = rateOf(part, band.ratePpm)
      sum = add(sum, charge)
      const sentence = `${formatYuan(part)} × ${formatRate(band.ratePpm)} = ${formatYuan(charge)}`
      note(
        steps,
        'band',
        `${range(band, below).zh}的部分：${sentence}`,
        `The part ${range(band, below).en}: ${sentence}`,
        sum,
      )
    }
    if (band.fixedFen === undefined && band.ratePpm === undefined)
      note(
        steps,
        'band',
        `${range(band, below).zh}的部分：不另行交纳`,
        `The part ${range(band, below).en}: nothing further`,
        sum,
      )
    if (band.upToFen !== undefined) below = BigInt(band.upToFen)
  }
  return sum
}

/** `step` and `whole`: only the band in which the amount lies matters, its rate is of the whole amount. */
function chargeOne(bands: Band[], basis: Fraction, steps: FeeStep[]): Fraction {
  const index = bands.findIndex((band) => band.upToFen === undefined || basis.n <= BigInt(band.upToFen))
  const band = bands[index]
  if (!band) throw new Error('An amount inside the bands lies in none of them')
  const above = BigInt(bands[index - 1]?.upToFen ?? 0)
  const charge = band.fixedFen === undefined ? rateOf(basis, band.ratePpm ?? 0) : whole(band.fixedFen)
  const sentence =
    band.fixedFen === undefined
      ? `${formatYuan(basis)} × ${formatRate(band.ratePpm ?? 0)} = ${formatYuan(charge)}`
      : formatYuan(charge)
  note(steps, 'band', `${range(band, above).zh}：${sentence}`, `${range(band, above).en}: ${sentence}`, charge)
  return charge
}

function takeShare(fee: Fraction, share: Share, steps: FeeStep[]): Fraction {
  if (share === 'all') return fee
  const part = divide(fee, share === 'half' ? 2n : 3n)
  const sentence = `${formatYuan(fee)} ÷ ${share === 'half' ? 2 : 3} = ${formatYuan(part)}`
  if (share === 'half') note(steps, 'halve', `减半交纳：${sentence}`, `Halved: ${sentence}`, part)
  else note(steps, 'third', `按三分之一交纳：${sentence}`, `A third: ${sentence}`, part)
  return part
}

function limit(tariff: Tariff, fee: Fraction, steps: FeeStep[]): Fraction {
  let limited = fee
  if (tariff.minFen !== undefined && compare(limited, whole(tariff.minFen)) < 0) {
    limited = whole(tariff.minFen)
    note(steps, 'minimum', `不低于 ${formatYuan(limited)} 元`, `At least ${formatYuan(limited)}`, limited)
  }
  if (tariff.capFen !== undefined && compare(limited, whole(tariff.capFen)) > 0) {
    limited = whole(tariff.capFen)
    note(steps, 'cap', `最多不超过 ${formatYuan(limited)} 元`, `At most ${formatYuan(limited)}`, limited)
  }
  return limited
}

function finish(exact: Fraction, steps: FeeStep[]): ComputedFee {
  const feeFen = roundHalfUp(exact)
  if (feeFen > BigInt(Number.MAX_SAFE_INTEGER))
    return refuse('fee-too-large', 'The fee is beyond what a whole number of fen can hold', 'tariff')
  const fee = whole(feeFen)
  const isRounded = compare(exact, fee) !== 0
  note(
    steps,
    'fee',
    `应交纳 ${formatYuan(fee)} 元${isRounded ? '（四舍五入到分，仅一次）' : ''}`,
    `The fee is ${formatYuan(fee)} yuan${isRounded ? ' (rounded to the fen, once)' : ''}`,
    fee,
  )
  return { ok: true, feeFen: Number(feeFen), steps }
}

function refuse(code: string, message: string, path: string): ComputedFee {
  return { ok: false, error: { code, message, path } }
}

function note(steps: FeeStep[], step: string, zh: string, en: string, sum: Fraction): void {
  steps.push({ step, zh, en, fen: formatFen(sum) })
}

function range(band: Band, above: bigint): { zh: string; en: string } {
  const low = formatYuan(whole(above))
  if (band.upToFen === undefined)
    return above === 0n ? { zh: '全部金额', en: 'of any amount' } : { zh: `超过 ${low} 元`, en: `above ${low}` }
  const high = formatYuan(whole(band.upToFen))
  return above === 0n
    ? { zh: `不超过 ${high} 元`, en: `up to ${high}` }
    : { zh: `超过 ${low} 元至 ${high} 元`, en: `above ${low} up to ${high}` }
}

function way(dir: 'up' | 'down'): { zh: string } {
  return { zh: dir === 'up' ? '向上取整' : '向下取整' }
}
