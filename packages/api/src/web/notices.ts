import { countUnread } from '@court/usecases/notices/count-unread'
import { listNotices, listNoticesInput } from '@court/usecases/notices/list-notices'
import { markNoticesRead, markReadInput } from '@court/usecases/notices/mark-notices-read'
import { procedureFor, router } from '../procedures.ts'

/** What one was told: a person by all courts, a member of staff by their own. */
export const noticesRouter = router({
  list: procedureFor(['person', 'staff'])
    .input(listNoticesInput)
    .query(({ ctx, input }) => listNotices(ctx.use, input)),
  markRead: procedureFor(['person', 'staff'])
    .input(markReadInput)
    .mutation(({ ctx, input }) => markNoticesRead(ctx.use, input)),
  unread: procedureFor(['anyone']).query(({ ctx }) => countUnread(ctx.use)),
})
