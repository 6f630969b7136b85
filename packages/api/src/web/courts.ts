import { courtHome, courtHomeInput } from '@court/usecases/courts/court-home'
import { listCourts } from '@court/usecases/courts/list-courts'
import { procedureFor, router } from '../procedures.ts'

export const courtsRouter = router({
  /** The tree of courts: `CourtNode[]`. */
  list: procedureFor(['anyone']).query(({ ctx }) => listCourts(ctx.use)),
  /** The home of a court: `CourtHome`. */
  bySlug: procedureFor(['anyone'])
    .input(courtHomeInput)
    .query(({ ctx, input }) => courtHome(ctx.use, input)),
})
