import { outboxFigures as readFigures, type OutboxFigures } from '@court/db/outbox'
import type { UseCaseContext } from '../context.ts'

export type { OutboxFigures }

/** How much is owed to the queue, over all courts; counts only. */
export const outboxFigures = (ctx: UseCaseContext): Promise<OutboxFigures> =>
  ctx.db.acrossCourts((tx) => readFigures(tx, ctx.now()))
