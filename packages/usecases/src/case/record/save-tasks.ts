import type { Tx } from '@court/db/database'
import { tasksOf, type OpenTask } from '@court/procedure/docket/tasks'
import type { UseCaseContext } from '../../context.ts'
import { actorRef } from '../../audit.ts'
import type { Book } from './book.ts'

/** Opens and closes tasks so that the open rows are those the engine names. `kind` holds the engine's key of the task. */
export async function saveTasks(tx: Tx, ctx: UseCaseContext, book: Book): Promise<void> {
  const { court, caseId, state, code, clocks, now } = book
  const where = { courtId: court.courtId, caseId }
  const open = await tx.task.findMany({
    where: { ...where, status: 'open' },
    select: { id: true, kind: true, due: true, staffId: true },
  })
  const owed = tasksOf(state, code, clocks, now.toISOString())
  const known = new Map(open.map((row) => [row.kind, row]))
  const keys = new Set(owed.map(({ key }) => key))

  // What the room of a hearing opened, it closes: no entry says that devices were tested.
  const isLive = (kind: string) => code.tasks[kind.split('@')[0] ?? '']?.isLive === true
  const over = open.filter(({ kind }) => !keys.has(kind) && !isLive(kind)).map(({ id }) => id)
  if (over.length > 0) {
    const { actorKind, actorId } = actorRef(ctx.actor)
    const doneById = actorKind === 'system' || actorKind === 'anonymous' ? null : actorId
    await tx.task.updateMany({
      where: { courtId: court.courtId, id: { in: over } },
      data: { status: 'done', doneAt: now, doneById, updatedAt: now },
    })
  }
  const missing = owed.filter(({ key }) => !known.has(key))
  if (missing.length > 0)
    await tx.task.createMany({
      data: missing.map((task) => ({
        ...where,
        id: ctx.newId(),
        createdAt: now,
        updatedAt: now,
        ...columnsOf(task, book),
      })),
      // A party does not see the internal ones that are open already.
      skipDuplicates: true,
    })
  for (const task of owed) {
    const row = known.get(task.key)
    const data = { due: task.due ?? null, staffId: holderOf(task, book) }
    if (row && (row.due !== data.due || row.staffId !== data.staffId))
      await tx.task.updateMany({ where: { courtId: court.courtId, id: row.id }, data: { ...data, updatedAt: now } })
  }
}

function columnsOf(task: OpenTask, book: Book) {
  const opening = book.entries.find(({ seq }) => seq === task.openedBy)
  return {
    kind: task.key,
    title: task.title,
    role: task.to,
    staffId: holderOf(task, book),
    // What an internal entry asks for is seen by nobody in the public zone.
    isInternal: book.code.entries[opening?.type ?? '']?.volume === 'internal',
    due: task.due ?? null,
    clockKey: task.clockKey ?? null,
    entrySeq: task.openedBy,
    status: 'open',
  }
}

/** The judge's tasks are those of the judge in charge. */
const holderOf = (task: OpenTask, { state }: Book): string | null => (task.to === 'judge' ? state.judge : null)
