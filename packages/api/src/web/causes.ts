import { causeTree } from '@court/usecases/causes/cause-tree'
import { findCause, findCauseInput } from '@court/usecases/causes/find-cause'
import { searchCauses, searchCausesInput } from '@court/usecases/causes/search-causes'
import { procedureFor, router } from '../procedures.ts'

export const causesRouter = router({
  /** By Chinese words, pinyin, initials, English words or number: `CauseView[]`, best first. */
  search: procedureFor(['anyone'])
    .input(searchCausesInput)
    .query(({ ctx, input }) => searchCauses(ctx.use, input)),
  /** The whole catalogue: `CauseNode[]`. */
  tree: procedureFor(['anyone']).query(({ ctx }) => causeTree(ctx.use)),
  /** The cause that was chosen, with its path: `CauseView`. */
  byCode: procedureFor(['anyone'])
    .input(findCauseInput)
    .query(({ ctx, input }) => findCause(ctx.use, input)),
})
