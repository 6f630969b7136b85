import { tariffChoices } from '../code/tariff-choices.ts'
import { answerFee } from '../fee/answer-fee.ts'
import type { ResolveTariff } from '../fee/answer-fee.ts'
import { runBatch } from './batch.ts'
import { readPacks } from './read-packs.ts'

export function runFee(args: string[]): Promise<number> {
  const choices = builtInChoices()
  return runBatch(args, (request) => answerFee(request, choices))
}

/** What the provinces chose in the codes that ship with the product; they are read when the first line asks. */
function builtInChoices(): ResolveTariff {
  let choices: ResolveTariff | undefined
  return (tariff, court, on) => {
    choices ??= tariffChoices(readPacks())
    return choices(tariff, court, on)
  }
}
