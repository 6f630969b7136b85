import { procedureFor, router } from '../procedures.ts'

export const accountsRouter = router({
  whoAmI: procedureFor(['anyone']).query(({ ctx }) => ctx.use.actor),
})
