import { choiceOf } from '../docket/fee-quote.ts'
import type { ResolveTariff } from '../fee/answer-fee.ts'
import type { Pack } from './pack.ts'
import { courtCodes } from './rule-look-up.ts'

/** What the province of a court chose where a national tariff leaves a range (`court-code fee` with `court` and `on`). */
export function tariffChoices(packs: readonly Pack[]): ResolveTariff {
  const codeOf = courtCodes(packs)
  return (tariff, court, on) => {
    const code = codeOf(court, on)
    if (code === undefined) return null
    for (const [rule, fee] of Object.entries(code.fees)) {
      const choice = fee.tariff === tariff ? choiceOf(rule, fee, code) : null
      if (choice !== null) return choice
    }
    return null
  }
}
