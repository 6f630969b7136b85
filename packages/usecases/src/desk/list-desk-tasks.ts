import { listDeskTasks as readTasks } from '@court/db/reads/desk-tasks'
import type { UseCaseContext } from '../context.ts'
import { keysetOf, pageOf } from '../keyset.ts'
import { accepted, notFound, type Result } from '../refusal.ts'
import { wordsOf } from '../words-of.ts'
import { askDesk } from './ask-desk.ts'
import { deskReach } from './desk-reach.ts'
import type { DeskTasks, DeskTasksInput } from './desk-types.ts'
import { dueStateOf, soonDays } from './due-state.ts'

/** What the staff owe, nearest date first. Mine are those of my roles, unless a colleague has them by name. */
export async function listDeskTasks(ctx: UseCaseContext, input: DeskTasksInput): Promise<Result<DeskTasks>> {
  const desk = deskReach(ctx)
  if (!desk.ok) return desk
  const { reach } = desk
  const from = keysetOf(input.cursor, 'day')
  const asked = await askDesk(ctx, reach.courtId, ({ today }) => ({
    tasks: readTasks({
      reach,
      onlyMine: input.mine,
      due: input.due || null,
      today,
      soonDays,
      after: from && { due: from.key === never ? null : from.key, id: from.id },
      limit: input.limit + 1,
    }),
  }))
  if (!asked) return notFound()
  const { today } = asked.court
  const { shown, nextCursor } = pageOf(asked.answers.tasks, input.limit, ({ due, id }) => ({ key: due ?? never, id }))
  return accepted({
    tasks: shown.map((row) => ({ ...row, title: wordsOf(row.title), ...dueStateOf(row.due, today) })),
    nextCursor,
    today,
  })
}

const never = 'never'
