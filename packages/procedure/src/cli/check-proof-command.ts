import { readRecord } from '../calendar/read-value.ts'
import { checkProof } from '../period/check-proof.ts'
import { runBatch } from './batch.ts'
import { builtInRules } from './built-in-rules.ts'
import { withCalendars } from './calendars-of-batch.ts'
import { InputError } from '../calendar/input-error.ts'

const fields = new Set(['id', 'request', 'answer'])

export function runCheckProof(args: string[]): Promise<number> {
  const { lookUp, prepare } = builtInRules()
  return runBatch(
    args,
    withCalendars((line, calendars) => {
      const { id = null, request, answer } = readRecord(line, '', fields)
      for (const [name, value] of Object.entries({ request, answer })) {
        if (value === undefined) throw new InputError('missing-field', `${name} is missing`, name)
      }
      return { id, ...checkProof(request, answer, calendars, lookUp) }
    }),
    prepare,
  )
}
