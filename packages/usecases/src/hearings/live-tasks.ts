import type { Tx } from '@court/db/database'
import type { ResolvedCode } from '@court/procedure/code/resolved-code'
import { actorRef } from '../audit.ts'
import type { UseCaseContext } from '../context.ts'
import type { Seat } from './open-hearing.ts'
import { isParty } from './seat-kinds.ts'

/** Tasks that the room opens and closes: nothing on the docket says when devices were tested or notes read. */
export type LiveTask = 'choose-hearing-mode' | 'test-hearing-devices' | 'confirm-hearing-notes'

type Owing = { code: ResolvedCode; seats: readonly Seat[]; task: LiveTask; due: string | null }

/** One task per seat of a party; `kind` is the task of the code and the seat. */
export async function openLiveTasks(tx: Tx, ctx: UseCaseContext, { code, seats, task, due }: Owing): Promise<void> {
  const now = ctx.now()
  await tx.task.createMany({
    data: seats.filter(isParty).map((seat) => ({
      courtId: seat.courtId,
      id: ctx.newId(),
      caseId: seat.caseId,
      kind: kindOf(task, seat.id),
      title: code.tasks[task]?.title ?? { zh: task, en: task },
      role: seat.side === 'other' ? 'third-party' : seat.side,
      isInternal: false,
      due,
      status: 'open',
      createdAt: now,
      updatedAt: now,
    })),
    skipDuplicates: true,
  })
}

export const closeLiveTask = (tx: Tx, ctx: UseCaseContext, seat: Seat, task: LiveTask): Promise<void> =>
  closeTasks(tx, ctx, seat.courtId, [kindOf(task, seat.id)])

/** Nothing is left to do in a hearing that is over. */
export const closeLiveTasks = (tx: Tx, ctx: UseCaseContext, seats: readonly Seat[]): Promise<void> =>
  closeTasks(
    tx,
    ctx,
    seats[0]?.courtId ?? '',
    seats.flatMap(({ id }) => liveTasks.map((task) => kindOf(task, id))),
  )

async function closeTasks(tx: Tx, ctx: UseCaseContext, courtId: string, kinds: readonly string[]): Promise<void> {
  if (kinds.length === 0) return
  const { actorKind, actorId } = actorRef(ctx.actor)
  await tx.task.updateMany({
    where: { courtId, kind: { in: [...kinds] }, status: 'open' },
    data: {
      status: 'done',
      doneAt: ctx.now(),
      doneById: actorKind === 'person' || actorKind === 'staff' ? actorId : null,
      updatedAt: ctx.now(),
    },
  })
}

const liveTasks: readonly LiveTask[] = ['choose-hearing-mode', 'test-hearing-devices', 'confirm-hearing-notes']

const kindOf = (task: LiveTask, seatId: string) => `${task}@${seatId}`
