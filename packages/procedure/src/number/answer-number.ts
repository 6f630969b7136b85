import { z } from 'zod'
import { parseCaseNumber } from './parse-case-number.ts'
import type { CaseNumber, ExtraCodes, NumberError } from './parse-case-number.ts'

export type NumberAnswer = ({ id: unknown } & CaseNumber) | { id: unknown; error: NumberError }

const requestSchema = z.strictObject({ id: z.unknown().optional(), text: z.string() })

/** One request of `court-code number`. Never throws for what the request says. */
export function answerNumber(request: unknown, extra?: ExtraCodes): NumberAnswer {
  const id = typeof request === 'object' && request !== null && 'id' in request ? request.id : null
  const parsed = requestSchema.safeParse(request)
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    const isUnknown = issue?.code === 'unrecognized_keys'
    const path = String(isUnknown ? (issue.keys[0] ?? '') : (issue?.path[0] ?? ''))
    const message = `${path || 'request'}: ${issue?.message ?? 'not a request'}`
    return { id, error: { code: isUnknown ? 'unknown-field' : 'invalid-value', message, path } }
  }
  const result = parseCaseNumber(parsed.data.text, extra)
  return result.ok ? { id, ...result.number } : { id, error: result.error }
}
