import { listOf } from '../code/schema/periods.ts'
import type { Extension, Period } from '../code/schema/periods.ts'
import { referenceText } from '../code/schema/reference.ts'
import type { Words } from '../code/schema/words.ts'
import { concerns, entriesDuring, isMet, namesClock } from './clock-runs.ts'
import type { Run } from './clock-runs.ts'
import type { Entry } from './entry.ts'
import type { Situation } from './situation.ts'

export type AcceptedExtension = { entry: Entry; count: number; unit: string }

type Judged = AcceptedExtension | { refused: Words }

/** The extensions of a run that its rule allows: so often, so long. What goes beyond has no effect. */
export function acceptedExtensions(
  periodId: string,
  period: Period,
  run: Run,
  situation: Situation,
): AcceptedExtension[] {
  return judgedExtensions(periodId, period, run, situation).flatMap(({ judged }) => ('count' in judged ? [judged] : []))
}

/** Why an entry that wants to extend a clock cannot; undefined when it can. */
export function extensionRefusal(
  periodId: string,
  period: Period,
  run: Run | undefined,
  entry: Entry,
  situation: Situation,
): Words | undefined {
  if (listOf(period.extends).every((rule) => rule.on !== entry.type)) {
    return { zh: '该期限依法不能延长。', en: 'The law does not let this period be extended.' }
  }
  if (run === undefined)
    return { zh: '该期限没有在计算，不能延长。', en: 'This period is not running, so it cannot be extended.' }
  const judged = judgedExtensions(periodId, period, run, situation).find((one) => one.entry.seq === entry.seq)?.judged
  if (judged === undefined)
    return { zh: '该期限没有在计算，不能延长。', en: 'This period is not running, so it cannot be extended.' }
  return 'refused' in judged ? judged.refused : undefined
}

function judgedExtensions(
  periodId: string,
  period: Period,
  run: Run,
  situation: Situation,
): { entry: Entry; judged: Judged }[] {
  const rules = listOf(period.extends)
  const used = new Map<Extension, number>()
  return entriesDuring(run, situation).flatMap((entry): { entry: Entry; judged: Judged }[] => {
    const candidates = rules.filter((rule) => rule.on === entry.type)
    if (candidates.length === 0 || !concerns(period, entry, run.subject) || !namesClock(entry, periodId, run.key))
      return []
    let refused: Words = {
      zh: '本案的情形不能延长该期限。',
      en: 'In this case the period cannot be extended.',
    }
    for (const rule of candidates) {
      if (!isMet(rule, entry, run.subject, situation)) continue
      const judged = judge(rule, entry, used.get(rule) ?? 0)
      if ('refused' in judged) {
        refused = judged.refused
        continue
      }
      used.set(rule, (used.get(rule) ?? 0) + 1)
      return [{ entry, judged }]
    }
    return [{ entry, judged: { refused } }]
  })
}

function judge(rule: Extension, entry: Entry, usedTimes: number): Judged {
  const count = typeof rule.count === 'number' ? rule.count : entry.data[rule.count.from]
  const unit = typeof rule.unit === 'string' ? rule.unit : entry.data[rule.unit.from]
  const source = referenceText(rule.reference)
  if (typeof count !== 'number' || count <= 0 || typeof unit !== 'string')
    return { refused: { zh: '没有写明延长多久。', en: 'It does not say by how much.' } }
  if (rule.times !== undefined && usedTimes >= rule.times) {
    return {
      refused: {
        zh: `该期限最多延长${rule.times}次（${source}）。`,
        en: `This period may be extended ${rule.times === 1 ? 'once' : `${rule.times} times`} at most (${source}).`,
      },
    }
  }
  if (rule.max !== undefined && daysAtMost(count, unit) > daysAtMost(rule.max.count, rule.max.unit)) {
    const limit = rule.max.unit === 'month' ? `${rule.max.count}个月` : `${rule.max.count}天`
    return {
      refused: {
        zh: `一次最多延长${limit}（${source}）。`,
        en: `At most ${rule.max.count} ${rule.max.unit}${rule.max.count === 1 ? '' : 's'} at a time (${source}).`,
      },
    }
  }
  return { entry, count, unit }
}

/** For comparing lengths in different units: a month is taken as 30 days, a year as 12 months. */
function daysAtMost(count: number, unit: string): number {
  const days: Record<string, number> = { week: 7, month: 30, year: 360 }
  return count * (days[unit] ?? 1)
}
