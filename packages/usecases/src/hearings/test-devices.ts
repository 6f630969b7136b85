import type { z } from 'zod'
import type { UseCaseContext } from '../context.ts'
import { accepted } from '../refusal.ts'
import { changeAndShow, ownSeat, saveSeat } from './change-hearing.ts'
import type { deviceTestInput } from './hearing-types.ts'
import { closeLiveTask } from './live-tasks.ts'

/** Keeps what one's camera, microphone, speaker and line did in a test, on any day before. The result is a fact, not a condition: help follows from it. */
export const testDevices = (ctx: UseCaseContext, input: z.infer<typeof deviceTestInput>) =>
  changeAndShow(ctx, placeOf(input), {
    act: 'test-devices',
    change: async (tx, open) => {
      const { courtSlug: _slug, caseId: _case, hearingId: _hearing, ...devices } = input
      const seat = ownSeat(open)
      await saveSeat(tx, seat, { devices, devicesTestedAt: ctx.now() })
      await closeLiveTask(tx, ctx, seat, 'test-hearing-devices')
      const { camera, microphone, connection } = devices
      return accepted({
        deed: { action: 'hearing-devices-tested', seatId: seat.id, data: { camera, microphone, connection } },
      })
    },
  })

const placeOf = ({ courtSlug, caseId, hearingId }: z.infer<typeof deviceTestInput>) => ({
  courtSlug,
  caseId,
  hearingId,
})
