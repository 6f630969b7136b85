import type { Tx } from '@court/db/database'
import { nationId } from '@court/db/scope'
import type { JobPayload, OwedJobName } from '@court/jobs/jobs'
import { traceToCarry } from '@court/jobs/trace'
import type { UseCaseContext } from './context.ts'

export { nationId }

type Debt<N extends OwedJobName> = {
  courtId: string
  caseId?: string
  job: N
  payload: JobPayload<N>
  availableAt?: Date
}

/** Writes a job to the outbox in the transaction of the fact; the relay hands it on. Nobody else enqueues. */
export async function owe<N extends OwedJobName>(tx: Tx, ctx: UseCaseContext, debt: Debt<N>): Promise<void> {
  // createMany returns no row: parties and clerks may write the outbox and not read it.
  await tx.outbox.createMany({
    data: [
      {
        courtId: debt.courtId,
        id: ctx.newId(),
        kind: debt.job,
        caseId: debt.caseId ?? null,
        payload: { ...debt.payload, ...traceToCarry() },
        createdAt: ctx.now(),
        availableAt: debt.availableAt ?? ctx.now(),
      },
    ],
  })
}

export const oweNation = <N extends OwedJobName>(
  tx: Tx,
  ctx: UseCaseContext,
  job: N,
  payload: JobPayload<N>,
): Promise<void> => owe(tx, ctx, { courtId: nationId, job, payload })
