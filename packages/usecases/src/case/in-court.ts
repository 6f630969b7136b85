import type { Tx } from '@court/db/database'
import { isUniqueViolation } from '@court/db/database-errors'
import type { UseCaseContext } from '../context.ts'
import { conflict, type Refusal, type Result } from '../refusal.ts'

/** One transaction of the actor in one court. A refusal undoes everything that was written before it, so that a refusal leaves no trace. */
export async function inCourt<T>(
  ctx: UseCaseContext,
  courtId: string,
  fn: (tx: Tx) => Promise<Result<T>>,
): Promise<Result<T>> {
  try {
    return await ctx.db.withCourt({ courtId, actor: ctx.actor }, async (tx) => {
      const answer = await fn(tx)
      if (!answer.ok) throw new Undo(answer)
      return answer
    })
  } catch (error) {
    if (error instanceof Undo) return error.refusal
    // Two acts at the same instant: the key of the docket let only one of them in.
    if (isUniqueViolation(error)) return changedMeanwhile()
    throw error
  }
}

class Undo extends Error {
  readonly refusal: Refusal
  constructor(refusal: Refusal) {
    super(refusal.ruleId)
    this.refusal = refusal
  }
}

export const changedMeanwhile = (): Refusal =>
  conflict({
    ruleId: 'case.changed-meanwhile',
    reason: {
      zh: '就在刚才，案件有了新的记录，您的操作没有保存。请刷新页面，看过新的记录后再办理。',
      en: 'The case was changed a moment ago and your step was not saved. Reload the page, read what is new, then go on.',
    },
  })
