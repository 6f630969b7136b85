import { countDesk } from '@court/usecases/desk/count-desk'
import { deskTasksInput, feedsInput, inboxInput, judgeDocketInput, searchInput } from '@court/usecases/desk/desk-types'
import { listDeskTasks } from '@court/usecases/desk/list-desk-tasks'
import { listFeeds } from '@court/usecases/desk/list-feeds'
import { listInbox } from '@court/usecases/desk/list-inbox'
import { searchCases } from '@court/usecases/desk/search-cases'
import { showJudgeDocket } from '@court/usecases/desk/show-judge-docket'
import { showPost } from '@court/usecases/desk/show-post'
import { procedureFor, router } from '../procedures.ts'

/** The desk of the staff. Which cases it shows follows from their roles in their own court. */
export const deskRouter = router({
  post: procedureFor(['staff']).query(({ ctx }) => showPost(ctx.use)),
  inbox: procedureFor(['staff'])
    .input(inboxInput)
    .query(({ ctx, input }) => listInbox(ctx.use, input)),
  counts: procedureFor(['staff']).query(({ ctx }) => countDesk(ctx.use)),
  search: procedureFor(['staff'])
    .input(searchInput)
    .query(({ ctx, input }) => searchCases(ctx.use, input)),
  tasks: procedureFor(['staff'])
    .input(deskTasksInput)
    .query(({ ctx, input }) => listDeskTasks(ctx.use, input)),
  judgeDocket: procedureFor(['judge', 'presiding-judge'])
    .input(judgeDocketInput)
    .query(({ ctx, input }) => showJudgeDocket(ctx.use, input)),
  feeds: procedureFor(['staff'])
    .input(feedsInput)
    .query(({ ctx, input }) => listFeeds(ctx.use, input)),
})
