import type { z } from 'zod'
import { instantAt } from '@court/procedure/docket/legal-time'
import type { UseCaseContext } from '../context.ts'
import { accepted } from '../refusal.ts'
import { actOnHearing } from './act-on-hearing.ts'
import type { moveHearingInput } from './hearing-types.ts'
import { whyNotThen } from './why-not-then.ts'

/** Another day and time, told to everybody as early as the first one had to be. What the parties chose stays as they chose it. */
export const moveHearing = (ctx: UseCaseContext, input: z.infer<typeof moveHearingInput>) =>
  actOnHearing(ctx, {
    input,
    act: 'move',
    entry: (_tx, _hearing, _open) =>
      Promise.resolve(
        accepted({
          action: 'move-hearing',
          headSeq: input.headSeq,
          input: { day: input.day, time: input.time, ground: input.why },
        }),
      ),
    save: async (tx, { hearing, court, code, seats }) => {
      const { courtId, id } = hearing
      await tx.hearing.updateMany({
        where: { courtId, id },
        data: {
          day: input.day,
          time: input.time,
          startsAt: new Date(instantAt(input.day, input.time, court.zone)),
          codeHash: code.hash,
          sequence: { increment: 1 },
        },
      })
      await tx.task.updateMany({
        where: { courtId, status: 'open', kind: { in: seats.map((seat) => `choose-hearing-mode@${seat.id}`) } },
        data: { due: input.day, updatedAt: ctx.now() },
      })
    },
    reword: whyNotThen,
  })
