import { answerNumber } from '../number/answer-number.ts'
import { runBatch } from './batch.ts'

export function runNumber(args: string[]): Promise<number> {
  return runBatch(args, (request) => answerNumber(request))
}
