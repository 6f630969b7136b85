import { accountsRouter } from './admin/accounts.ts'
import { createCallerFactory, router } from './procedures.ts'

/** The site of the supreme court and of court administrators. One area, one file in `admin/`; add yours here, in alphabetical order. */
export const adminRouter = router({
  accounts: accountsRouter,
})

export type AdminRouter = typeof adminRouter

export const createAdminCaller = createCallerFactory(adminRouter)
export type AdminCaller = ReturnType<typeof createAdminCaller>
