import { answerFee } from '../fee/answer-fee.ts'
import { runBatch } from './batch.ts'

export function runFee(args: string[]): Promise<number> {
  return runBatch(args, (request) => answerFee(request))
}
