import { TRPCError, type TRPCDefaultErrorShape } from '@trpc/server'
import { z, ZodError } from 'zod'
import { invalid, kindOf, refusalKinds, refuse, type Refusal, type Words } from '@court/usecases/refusal'

/** A refusal on its way out over HTTP, or thrown at the door of a procedure. */
class RefusalError extends TRPCError {
  readonly refusal: Refusal
  constructor(refusal: Refusal) {
    super({ code: refusalKinds[kindOf(refusal)].trpc, message: refusal.ruleId })
    this.refusal = refusal
  }
}

export const errorFrom = (refusal: Refusal): TRPCError => new RefusalError(refusal)

export function isRefusal(value: unknown): value is Refusal {
  return (
    typeof value === 'object' &&
    value !== null &&
    'ok' in value &&
    value.ok === false &&
    'ruleId' in value &&
    'reason' in value
  )
}

/** What a thrown error means to the public. Anything unknown is one sentence: details stand in the log, under the request's id. */
export function refusalOf(error: unknown): Refusal {
  if (error instanceof RefusalError) return error.refusal
  if (error instanceof TRPCError) {
    if (error.cause instanceof ZodError) return fromZod(error.cause)
    if (error.code !== 'INTERNAL_SERVER_ERROR') return transportRefusals[error.code] ?? malformed()
  }
  return broken()
}

/** For server components and actions: what a procedure answers, with refusals at its door as values too. A break is thrown on. */
export async function settle<T>(call: Promise<T>): Promise<T | Refusal> {
  try {
    return await call
  } catch (error) {
    if (error instanceof TRPCError && error.code !== 'INTERNAL_SERVER_ERROR') return refusalOf(error)
    throw error
  }
}

type ErrorShape = TRPCDefaultErrorShape & { data: { refusal: Refusal; messageKey: string } }

export function shapeError({ shape, error }: { shape: TRPCDefaultErrorShape; error: TRPCError }): ErrorShape {
  const refusal = refusalOf(error)
  const { messageKey } = refusalKinds[kindOf(refusal)]
  const { code, httpStatus } = shape.data
  // Neither path nor stack nor the text of the exception leaves the house.
  return { code: shape.code, message: refusal.ruleId, data: { code, httpStatus, refusal, messageKey } }
}

function fromZod(error: ZodError): Refusal {
  const fields: Record<string, Words> = {}
  for (const issue of error.issues) fields[issue.path.join('.')] ??= wordsOf(issue)
  return invalid(fields)
}

/** A schema may carry its own words as `{"zh":…,"en":…}`; anything else gets Zod's two translations. */
function wordsOf(issue: z.core.$ZodIssue): Words {
  const own = ownWords.safeParse(issue.message)
  if (own.success) return own.data
  return { zh: translate(issue, 'zh'), en: translate(issue, 'en') }
}

const ownWords = z
  .string()
  .startsWith('{')
  .transform((text, ctx) => {
    try {
      return JSON.parse(text) as unknown
    } catch {
      ctx.addIssue('not words')
      return z.NEVER
    }
  })
  .pipe(z.object({ zh: z.string(), en: z.string() }))

const translations = { zh: z.locales.zhCN().localeError, en: z.locales.en().localeError }

function translate(issue: z.core.$ZodIssue, language: 'zh' | 'en'): string {
  const said = translations[language](issue as z.core.$ZodRawIssue)
  const text = typeof said === 'string' ? said : said?.message
  return text ?? issue.message
}

const malformed = () =>
  refuse({
    kind: 'invalid',
    ruleId: 'malformed',
    reason: {
      zh: '请求无法识别，请刷新页面后再试。',
      en: 'We could not read this request. Reload the page and try again.',
    },
  })

const broken = () =>
  refuse({
    kind: 'unavailable',
    ruleId: 'broken',
    reason: {
      zh: '系统出了问题，没有保存这次操作。请稍后再试；已保存的内容不会丢失。',
      en: 'Something went wrong on our side and this step was not saved. Try again in a while; what was saved before is safe.',
    },
  })

const transportRefusals: Partial<Record<TRPCError['code'], Refusal>> = {
  NOT_FOUND: refuse({
    kind: 'not-found',
    ruleId: 'not-found',
    reason: {
      zh: '没有找到您要的内容。请核对地址，或回到上一页重新选择。',
      en: 'We could not find this. Check the address, or go back and choose again.',
    },
  }),
  PAYLOAD_TOO_LARGE: refuse({
    kind: 'invalid',
    ruleId: 'too-large',
    reason: { zh: '内容太多，请分几次提交。', en: 'This is too much at once. Send it in parts.' },
  }),
}
