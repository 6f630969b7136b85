import type { z } from 'zod'
import type { UseCaseContext } from '../context.ts'
import { accepted } from '../refusal.ts'
import { actOnHearing } from './act-on-hearing.ts'
import type { cancelHearingInput } from './hearing-types.ts'
import { closeLiveTasks } from './live-tasks.ts'

/** The hearing does not take place: everybody is told which one, calendars strike it out, and nothing is left to do. */
export const cancelHearing = (ctx: UseCaseContext, input: z.infer<typeof cancelHearingInput>) =>
  actOnHearing(ctx, {
    input,
    act: 'cancel',
    endsRoom: true,
    entry: (_tx, { hearing }) =>
      Promise.resolve(
        accepted({
          action: 'cancel-hearing',
          headSeq: input.headSeq,
          input: { day: hearing.day, time: hearing.time, ground: input.why },
        }),
      ),
    save: async (tx, { hearing, seats }, headSeq) => {
      const { courtId, id } = hearing
      await tx.hearing.updateMany({
        where: { courtId, id },
        data: { status: 'cancelled', cancelledWhy: input.why, sequence: { increment: 1 }, entrySeq: headSeq },
      })
      await closeLiveTasks(tx, ctx, seats)
    },
  })
