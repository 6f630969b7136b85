import type { Adjustment, DayPart, DayUnit, Length, Part, Period } from './model.ts'
import { productOf, times } from './multiply.ts'

const slackDays = 6
const daysOfMonth = 30.436875

/**
 * A rule that never ends later than the one given, and never earlier for a later event: months and years become the fewest
 * days they can have (the most where they lead backward), and closures and rolls lead to the court day before.
 */
export function earliestEndRule(period: Period): Period {
  const { rule, facts } = period
  if (rule.kind === 'choice') return period
  const hasClosures = facts.closures.length > 0
  const bounded = (part: Part, i: number): Part =>
    part.kind === 'hours'
      ? part
      : boundedPart(part, i === 0 ? facts.factors : [], facts.paths.factor ?? '', hasClosures)
  const [first, ...others] = rule.parts
  const parts: [Part, ...Part[]] = [bounded(first, 0), ...others.map((part, i) => bounded(part, i + 1))]
  const last = parts.at(-1)
  const isBackward = last?.kind === 'days' && last.isBackward
  return {
    ...period,
    rule: { kind: 'parts', parts },
    facts: { ...facts, factors: [], adjustments: facts.adjustments.map((one) => boundedAdjustment(one, isBackward)) },
  }
}

function boundedPart(part: DayPart, factors: readonly number[], factorPath: string, hasClosures: boolean): DayPart {
  const { shortUpTo, ...rest } = part
  const product = factors.length > 0 ? productOf(factors) : undefined
  const lengths = part.lengths.map(({ count, unit }, i) => {
    const length = { count: product ? times(count, product, factorPath) : count, unit }
    const isShort = unit === 'day' && shortUpTo !== undefined && length.count <= shortUpTo.count
    const counted = isShort ? { count: length.count, unit: shortUpTo.unit } : length
    return boundedLength(counted, part.isBackward, i === 0 && part.isFirstDayIncluded)
  })
  return { ...rest, lengths, ...(hasClosures ? { roll: 'previous' as const } : {}) }
}

function boundedAdjustment(one: Adjustment, isBackward: boolean): Adjustment {
  return { ...one, ...boundedLength(one, (one.kind === 'extension') === isBackward, false) }
}

function boundedLength({ count, unit }: Length<DayUnit>, leadsBackward: boolean, isIncluded: boolean): Length<DayUnit> {
  if ((unit !== 'month' && unit !== 'year') || count === 0) return { count, unit }
  const days = (unit === 'year' ? 12 * count : count) * daysOfMonth
  if (leadsBackward) return { count: Math.ceil(days) + slackDays, unit: 'day' }
  return { count: Math.max(isIncluded ? 1 : 0, Math.floor(days) - slackDays), unit: 'day' }
}
