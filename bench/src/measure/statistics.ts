/** The middle one; of an even number the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.ceil((sorted.length - 1) / 2)]]
  if (low === undefined || high === undefined) throw new Error('there is no median of nothing')
  return (low + high) / 2
}

/** The value below which the part `share` (0 to 1) of all lies; nearest rank. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  const value = sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)]
  if (value === undefined) throw new Error('there is no percentile of nothing')
  return value
}

/** Round by round, so that a machine that slows down slows both: the median of the ratios. */
export function medianRatio(ours: readonly number[], others: readonly number[]): number {
  if (ours.length !== others.length) throw new Error('rounds without a counterpart')
  return median(ours.map((value, round) => value / (others[round] ?? NaN)))
}

/** For tables and JSON: three digits that mean something. */
export function rounded(value: number): number {
  if (value === 0 || !Number.isFinite(value)) return value
  const digits = Math.max(0, 2 - Math.floor(Math.log10(Math.abs(value))))
  return Number(value.toFixed(Math.min(digits, 6)))
}
