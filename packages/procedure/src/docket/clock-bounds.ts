import { triggersOf } from '../code/schema/periods.ts'
import { referenceText, referencesOf } from '../code/schema/reference.ts'
import { valueWords } from '../code/value-words.ts'
import { variantOf } from './clock-request.ts'
import { runsOf } from './clock-runs.ts'
import type { Entry } from './entry.ts'
import { refusal } from './refusal.ts'
import type { EngineRefusal } from './refusal.ts'
import type { Situation } from './situation.ts'

/** A length that the court fixes in an entry keeps to the bounds of the rule, as the layers of the code have set them. */
export function boundRefusal(written: readonly Entry[], situation: Situation): EngineRefusal | undefined {
  for (const entry of written) {
    for (const [periodId, period] of Object.entries(situation.code.periods)) {
      const starting = [...triggersOf(period.starts), ...triggersOf(period.restarts)]
      if (!starting.some((trigger) => trigger.on === entry.type)) continue
      const run = runsOf(periodId, period, situation).find(
        (one) => one.start.entry === entry || one.restarts.some((restart) => restart.entry === entry),
      )
      if (run === undefined) continue
      const variant = variantOf(period, run, situation)
      const rule = variant?.rule ?? period.rule
      if (typeof rule.count !== 'object' || !('from' in rule.count)) continue
      const { from, min, max } = rule.count
      const stated = entry.data[from]
      if (typeof stated !== 'number' || stated <= 0) continue
      const broken = min !== undefined && stated < min ? 'min' : max !== undefined && stated > max ? 'max' : undefined
      if (broken === undefined) continue
      const changed =
        variant === undefined ? situation.code.changes[`periods.${periodId}.rule.count.${broken}`] : undefined
      const reference = changed?.at(-1)?.reference ?? variant?.reference ?? period.reference
      const bound = valueWords(rule.count[broken], ['count', broken], rule)
      const title = variant?.title ?? period.title
      return refusal(
        `${periodId}.rule.count.${broken}`,
        {
          zh: `“${title.zh}”不得${broken === 'min' ? '少于' : '多于'}${bound.zh}（${referenceText(reference, 'zh')}）。`,
          en: `“${title.en}” is at ${broken === 'min' ? 'least' : 'most'} ${bound.en} (${referenceText(reference)}).`,
        },
        { stated, [broken]: rule.count[broken], references: referencesOf(reference) },
      )
    }
  }
  return undefined
}
