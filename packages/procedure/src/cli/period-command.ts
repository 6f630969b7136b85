import { answerPeriod } from '../period/answer-period.ts'
import { runBatch } from './batch.ts'
import { builtInRules } from './built-in-rules.ts'
import { withCalendars } from './calendars-of-batch.ts'

export function runPeriod(args: string[]): Promise<number> {
  const { lookUp, prepare } = builtInRules()
  return runBatch(
    args,
    withCalendars((request, calendars) => ({ id: null, ...answerPeriod(request, calendars, lookUp) })),
    prepare,
  )
}
