import { accountsRouter } from './admin/accounts.ts'
import { auditRouter } from './admin/audit.ts'
import { codesRouter } from './admin/codes.ts'
import { courtsRouter } from './admin/courts.ts'
import { staffRouter } from './admin/staff.ts'
import { createCallerFactory, router } from './procedures.ts'

/** The site of the supreme court and of court administrators. One area, one file in `admin/`; add yours here, in alphabetical order. */
export const adminRouter = router({
  accounts: accountsRouter,
  audit: auditRouter,
  codes: codesRouter,
  courts: courtsRouter,
  staff: staffRouter,
})

export type AdminRouter = typeof adminRouter

export const createAdminCaller = createCallerFactory(adminRouter)
export type AdminCaller = ReturnType<typeof createAdminCaller>
