import { z } from 'zod'
import { builtInTariffs } from './cn-civil.ts'
import type { BuiltInTariff } from './cn-civil.ts'
import { computeFee } from './compute-fee.ts'
import type { FeeStep } from './compute-fee.ts'
import { formatYuan, whole } from './fraction.ts'
import { AMOUNT_FEN_MAX, findTariffFault, tariffSchema } from './tariff.ts'
import type { FeeError, Tariff } from './tariff.ts'

/** What a province chose within the range that the national measures leave it, from the code of that court on that day. */
export type FeeChoice = { fen: number; reference: { zh: string; en: string } }
export type ResolveTariff = (tariffId: string, court: string, on: string) => FeeChoice | null

export type FeeAnswer = { id: unknown; feeFen: number; steps: FeeStep[] } | { id: unknown; error: FeeError }

const requestSchema = z.strictObject({
  id: z.unknown().optional(),
  tariff: z.union([z.string(), z.record(z.string(), z.unknown())]),
  amountFen: z.int().min(0).max(AMOUNT_FEN_MAX).optional(),
  halve: z.union([z.literal(0), z.literal(1)]).default(0),
  court: z.string().min(1).optional(),
  on: z.iso.date().optional(),
})
type FeeRequest = z.output<typeof requestSchema>

/** One request of `court-code fee`: see the contract of the command line. Never throws for what the request says. */
export function answerFee(request: unknown, resolveTariff?: ResolveTariff): FeeAnswer {
  const id = typeof request === 'object' && request !== null && 'id' in request ? request.id : null
  const parsed = requestSchema.safeParse(request)
  if (!parsed.success) return { id, error: describeIssue(parsed.error) }
  const outcome = quoteFee(parsed.data, resolveTariff)
  return 'error' in outcome ? { id, error: outcome.error } : { id, ...outcome }
}

type Quote = { feeFen: number; steps: FeeStep[] } | { error: FeeError }

function quoteFee(request: FeeRequest, resolveTariff: ResolveTariff | undefined): Quote {
  if (typeof request.tariff !== 'string') return quoteOwn(request.tariff, request)
  const builtIn = builtInTariffs.get(request.tariff)
  if (!builtIn) return refuse('unknown-tariff', `There is no tariff ${request.tariff}`, 'tariff')
  if (request.halve === 1 && !builtIn.isAcceptance)
    return refuse(
      'not-halved',
      `${request.tariff} is not a case-acceptance fee; only those are halved (解释206)`,
      'halve',
    )
  const settled = settleProvince(request.tariff, builtIn, request, resolveTariff)
  if ('error' in settled) return settled
  const head: FeeStep = {
    step: 'tariff',
    zh: `${builtIn.title.zh}（《诉讼费用交纳办法》第${builtIn.reference.article.replace('(', '条(')}项）${settled.because.zh}`,
    en: `${builtIn.title.en} (Fee Measures ${builtIn.reference.article})${settled.because.en}`,
    fen: '0',
  }
  const share = builtIn.isThird ? 'third' : request.halve === 1 ? 'half' : 'all'
  const amountFen = builtIn.isPerCase ? undefined : request.amountFen
  return withHead(computeFee({ tariff: settled.tariff, amountFen, share }), head)
}

function quoteOwn(input: Record<string, unknown>, request: FeeRequest): Quote {
  const parsed = tariffSchema.safeParse(input)
  if (!parsed.success) return { error: describeIssue(parsed.error, 'tariff') }
  const fault = findTariffFault(parsed.data)
  if (fault) return { error: fault }
  return withHead(
    computeFee({ tariff: parsed.data, amountFen: request.amountFen, share: request.halve === 1 ? 'half' : 'all' }),
  )
}

function withHead(computed: ReturnType<typeof computeFee>, head?: FeeStep): Quote {
  if (!computed.ok) return { error: computed.error }
  return { feeFen: computed.feeFen, steps: head ? [head, ...computed.steps] : computed.steps }
}

type Settled = { tariff: Tariff; because: { zh: string; en: string } } | { error: FeeError }

/** Puts the province's choice into the tariff where the measures leave one. */
function settleProvince(
  id: string,
  builtIn: BuiltInTariff,
  request: FeeRequest,
  resolveTariff: ResolveTariff | undefined,
): Settled {
  const { province, tariff } = builtIn
  if (!province || (province.when === 'no-amount' && request.amountFen !== undefined))
    return { tariff, because: { zh: '', en: '' } }
  const bounds = `${formatYuan(whole(province.minFen))}–${formatYuan(whole(province.maxFen))}`
  const { court, on } = request
  if (court === undefined || on === undefined)
    return refuse(
      'province-range',
      `${id} lies between ${bounds} yuan and is fixed by the province: name "court" and "on"`,
      court === undefined ? 'court' : 'on',
    )
  const choice = resolveTariff?.(id, court, on)
  if (!choice)
    return refuse('no-choice', `No code in force at ${court} on ${on} fixes ${id} within ${bounds} yuan`, 'court')
  if (choice.fen < province.minFen || choice.fen > province.maxFen)
    return refuse(
      'outside-range',
      `${choice.fen} fen for ${id} at ${court} lies outside the ${bounds} yuan of 办法${builtIn.reference.article}`,
      'court',
    )
  const because = {
    zh: `，本地标准 ${formatYuan(whole(choice.fen))} 元：${choice.reference.zh}`,
    en: `, fixed at ${formatYuan(whole(choice.fen))}: ${choice.reference.en}`,
  }
  if (province.when === 'no-amount') return { tariff: { ...tariff, noAmountFen: choice.fen }, because }
  const [first, ...others] = tariff.bands
  return {
    tariff: { ...tariff, bands: [{ ...first, fixedFen: choice.fen }, ...others], noAmountFen: choice.fen },
    because,
  }
}

function refuse(code: string, message: string, path: string): { error: FeeError } {
  return { error: { code, message, path } }
}

function describeIssue(error: z.ZodError, under?: string): FeeError {
  const issue = error.issues[0]
  if (!issue) throw new Error('A failed parse without an issue')
  const keys = issue.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : []
  const path = [...(under === undefined ? [] : [under]), ...issue.path, ...keys].reduce<string>(join, '')
  return {
    code: issue.code === 'unrecognized_keys' ? 'unknown-field' : 'invalid-value',
    message: `${path || 'request'}: ${issue.message}`,
    path,
  }
}

/** `tariff.bands[0].fromFen` */
function join(path: string, key: PropertyKey): string {
  if (typeof key === 'number') return `${path}[${key}]`
  return path === '' ? String(key) : `${path}.${String(key)}`
}
