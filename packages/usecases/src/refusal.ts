/** What a use case answers: a value, or a refusal that says why and what to do. Broken assumptions throw instead. */
export type Result<T, R extends Refusal = Refusal> = { ok: true; value: T } | R

/**
 * A refusal of the engine or of a file inspection is a `Refusal` as it stands: without `kind` it means `refused`, a rule said no.
 * `fields` holds the messages of a form, by the name of the field.
 */
export type Refusal = {
  ok: false
  kind?: RefusalKind
  ruleId: string
  reason: Words
  facts: Readonly<Record<string, unknown>>
  fields?: Readonly<Record<string, Words>>
}

export type Words = { zh: string; en: string }

/** The one error table: kind → HTTP status, tRPC code, key of the message in every app's `errors.json`. */
export const refusalKinds = {
  invalid: { http: 400, trpc: 'BAD_REQUEST', messageKey: 'errors.invalid' },
  'sign-in-needed': { http: 401, trpc: 'UNAUTHORIZED', messageKey: 'errors.signInNeeded' },
  'not-allowed': { http: 403, trpc: 'FORBIDDEN', messageKey: 'errors.notAllowed' },
  'confirm-again': { http: 403, trpc: 'FORBIDDEN', messageKey: 'errors.confirmAgain' },
  'not-found': { http: 404, trpc: 'NOT_FOUND', messageKey: 'errors.notFound' },
  conflict: { http: 409, trpc: 'CONFLICT', messageKey: 'errors.conflict' },
  refused: { http: 422, trpc: 'UNPROCESSABLE_CONTENT', messageKey: 'errors.refused' },
  'rate-limited': { http: 429, trpc: 'TOO_MANY_REQUESTS', messageKey: 'errors.rateLimited' },
  unavailable: { http: 503, trpc: 'SERVICE_UNAVAILABLE', messageKey: 'errors.unavailable' },
} as const

export type RefusalKind = keyof typeof refusalKinds

export const kindOf = (refusal: Refusal): RefusalKind => refusal.kind ?? 'refused'

export const accepted = <T>(value: T): { ok: true; value: T } => ({ ok: true, value })

export function refuse(refusal: {
  ruleId: string
  reason: Words
  kind?: RefusalKind
  facts?: Refusal['facts']
  fields?: Refusal['fields']
}): Refusal {
  const { kind, ruleId, reason, facts, fields } = refusal
  return { ok: false, ...(kind ? { kind } : {}), ruleId, reason, facts: facts ?? {}, ...(fields ? { fields } : {}) }
}

/** The same answer, byte for byte, for what does not exist and for what the actor may not see. */
export const notFound = (): Refusal =>
  refuse({
    kind: 'not-found',
    ruleId: 'not-found',
    reason: {
      zh: '没有找到您要的内容。请核对地址，或回到上一页重新选择。',
      en: 'We could not find this. Check the address, or go back and choose again.',
    },
  })

export const signInNeeded = (): Refusal =>
  refuse({
    kind: 'sign-in-needed',
    ruleId: 'sign-in-needed',
    reason: { zh: '请先登录，再继续。', en: 'Sign in to continue.' },
  })

export const notAllowed = (facts: Refusal['facts'] = {}): Refusal =>
  refuse({
    kind: 'not-allowed',
    ruleId: 'not-allowed',
    reason: {
      zh: '您现在的身份不能办理此事。如果应当由您办理，请联系本院管理员。',
      en: 'Your role cannot do this. If it should, ask your court’s administrator.',
    },
    facts,
  })

/** For acts that need a fresh proof of who is there: `facts.withinMinutes` is how fresh. */
export const confirmAgain = (withinMinutes: number): Refusal =>
  refuse({
    kind: 'confirm-again',
    ruleId: 'confirm-again',
    reason: { zh: '为了安全，请再次验证身份后继续。', en: 'To be safe, confirm who you are again, then continue.' },
    facts: { withinMinutes },
  })

export const conflict = (input: { ruleId: string; reason: Words; facts?: Refusal['facts'] }): Refusal =>
  refuse({ kind: 'conflict', ...input })

export const rateLimited = (input: { ruleId: string; retryAfterSeconds: number }): Refusal =>
  refuse({
    kind: 'rate-limited',
    ruleId: input.ruleId,
    reason: {
      zh: `操作太频繁，请在${waitZh(input.retryAfterSeconds)}后再试。`,
      en: `Too many attempts. Try again in ${waitEn(input.retryAfterSeconds)}.`,
    },
    facts: { retryAfterSeconds: input.retryAfterSeconds },
  })

/** A form with faults: one message per field, and one over all of them. */
export const invalid = (fields: Readonly<Record<string, Words>>, ruleId = 'invalid'): Refusal =>
  refuse({
    kind: 'invalid',
    ruleId,
    reason: { zh: '有内容需要修改，请看标出的地方。', en: 'Some answers need to be changed. See the places marked.' },
    fields,
  })

/** For logs and command lines: the rule, its words, and the fields; never what was typed. */
export const refusalText = ({ ruleId, reason, fields }: Refusal): string =>
  [`${ruleId}: ${reason.en}`, ...Object.entries(fields ?? {}).map(([field, words]) => `${field}: ${words.en}`)].join(
    '\n  ',
  )

const waitZh = (seconds: number) => (seconds < 60 ? `${seconds}秒` : `${Math.ceil(seconds / 60)}分钟`)
const waitEn = (seconds: number) => (seconds < 60 ? `${seconds} seconds` : `${Math.ceil(seconds / 60)} minutes`)
