import { listDeskTasks as readTasks } from '@court/db/reads/desk-tasks'
import type { UseCaseContext } from '../context.ts'
import { courtBrief } from '../courts/court-brief.ts'
import { keysetOf, pageOf } from '../keyset.ts'
import { accepted, notFound, type Result } from '../refusal.ts'
import { wordsOf } from '../words-of.ts'
import { deskReach } from './desk-reach.ts'
import type { DeskTasks, DeskTasksInput } from './desk-types.ts'
import { dueStateOf, soonDays } from './due-state.ts'

/** What the staff owe, nearest date first. Mine are those of my roles, unless a colleague has them by name. */
export async function listDeskTasks(ctx: UseCaseContext, input: DeskTasksInput): Promise<Result<DeskTasks>> {
  const desk = deskReach(ctx)
  if (!desk.ok) return desk
  const { courtId } = desk.reach
  return ctx.db.withCourt({ courtId, actor: ctx.actor }, async (tx) => {
    const court = await courtBrief(tx, ctx, { id: courtId })
    if (!court) return notFound()
    const from = keysetOf(input.cursor, 'day')
    const rows = await readTasks(tx, {
      reach: desk.reach,
      onlyMine: input.mine,
      due: input.due || null,
      today: court.today,
      soonDays,
      after: from && { due: from.key === never ? null : from.key, id: from.id },
      limit: input.limit + 1,
    })
    const { shown, nextCursor } = pageOf(rows, input.limit, ({ due, id }) => ({ key: due ?? never, id }))
    return accepted({
      tasks: shown.map((row) => ({ ...row, title: wordsOf(row.title), ...dueStateOf(row.due, court.today) })),
      nextCursor,
      today: court.today,
    })
  })
}

const never = 'never'
