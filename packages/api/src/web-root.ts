import { createCallerFactory, router } from './procedures.ts'
import { accountsRouter } from './web/accounts.ts'
import { casesRouter } from './web/cases.ts'
import { deskRouter } from './web/desk.ts'
import { noticesRouter } from './web/notices.ts'

/** The site of the courts. One area, one file in `web/`; add yours here, in alphabetical order. */
export const webRouter = router({
  accounts: accountsRouter,
  cases: casesRouter,
  desk: deskRouter,
  notices: noticesRouter,
})

export type WebRouter = typeof webRouter

/** In process: refusals come back as values (see `settle`). */
export const createWebCaller = createCallerFactory(webRouter)
export type WebCaller = ReturnType<typeof createWebCaller>
