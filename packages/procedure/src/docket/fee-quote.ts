import type { ResolvedCode } from '../code/resolved-code.ts'
import { referencesOf, referenceText } from '../code/schema/reference.ts'
import type { Reference } from '../code/schema/reference.ts'
import type { Fee } from '../code/schema/values.ts'
import type { Words } from '../code/schema/words.ts'
import { answerFee } from '../fee/answer-fee.ts'
import type { FeeChoice } from '../fee/answer-fee.ts'
import type { FeeStep } from '../fee/compute-fee.ts'
import type { Party } from './case-state.ts'
import type { JsonObject } from './entry.ts'
import { fold } from './fold.ts'
import { holds } from './situation.ts'
import type { Situation } from './situation.ts'

export type CaseFacts = {
  code: ResolvedCode
  /** Facts of the case or of a draft (`factsOfDraft`): amountFen, procedure, cause … */
  facts: JsonObject
  parties?: readonly Party[] | undefined
  /** The day, YYYY-MM-DD. */
  on: string
}

export type FeeQuote =
  | {
      ok: true
      feeFen: number
      /** Fee rule of the code. */
      rule: string
      title: Words
      references: Reference[]
      tariff: string
      isHalved: boolean
      steps: FeeStep[]
    }
  | { ok: false; rule?: string; reason: Words }

/** What the case pays to be heard, with the arithmetic and the rule: the first fee whose condition holds. */
export function feeQuote(options: CaseFacts): FeeQuote {
  const situation = situationOf(options)
  const found = Object.entries(options.code.fees)
    .sort(([, a], [, b]) => a.order - b.order)
    .find(([, fee]) => holds(situation, fee.when, {}))
  if (found === undefined)
    return {
      ok: false,
      reason: {
        zh: '该法院的规程没有规定此类案件的收费。',
        en: 'The code of this court states no fee for such a case.',
      },
    }
  const [rule, fee] = found
  const isHalved = fee.halve !== undefined && holds(situation, fee.halve, {})
  const amountFen = situation.state.facts['amountFen']
  return feeOf({
    rule,
    fee,
    isHalved,
    amountFen: typeof amountFen === 'number' && amountFen > 0 ? amountFen : undefined,
    situation,
  })
}

/** One fee rule for an amount: also what its worked examples are checked against. */
export function feeOf(options: {
  rule: string
  fee: Fee
  isHalved: boolean
  amountFen: number | undefined
  situation: Situation
}): FeeQuote {
  const { rule, fee, isHalved, amountFen, situation } = options
  const answer = answerFee(
    {
      tariff: fee.tariff,
      ...(amountFen !== undefined && { amountFen }),
      halve: isHalved ? 1 : 0,
      court: situation.code.court,
      on: situation.today,
    },
    () => choiceOf(rule, fee, situation.code),
  )
  if ('error' in answer) {
    const reason = {
      zh: `暂时不能计算受理费：${answer.error.message}`,
      en: `The fee cannot be computed: ${answer.error.message}`,
    }
    return { ok: false, rule, reason }
  }
  const { feeFen, steps } = answer
  const references = referencesOf(fee.reference)
  return { ok: true, feeFen, rule, title: fee.title, references, tariff: fee.tariff, isHalved, steps }
}

/** What a layer chose within the range, and where it says so. */
export function choiceOf(rule: string, fee: Fee, code: ResolvedCode): FeeChoice | null {
  const fen = fee.choice?.chosenFen
  if (fen === undefined || fen === null) return null
  const change = code.changes[`fees.${rule}.choice.chosenFen`]?.at(-1)
  const source = referenceText(change?.reference ?? fee.reference)
  const pack = code.packs.find((one) => one.id === change?.pack)
  return { fen, reference: { zh: source || (pack?.title.zh ?? ''), en: source || (pack?.title.en ?? '') } }
}

/** A situation that holds nothing but these facts and parties. */
export function situationOf({ code, facts, parties, on }: CaseFacts): Situation {
  const state = fold([], code)
  return { code, today: on, state: { ...state, facts: { ...state.facts, ...facts }, parties: [...(parties ?? [])] } }
}
