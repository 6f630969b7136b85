import { createCallerFactory, router } from './procedures.ts'
import { accountsRouter } from './web/accounts.ts'
import { casesRouter } from './web/cases.ts'
import { causesRouter } from './web/causes.ts'
import { courtsRouter } from './web/courts.ts'
import { deskRouter } from './web/desk.ts'
import { filingRouter } from './web/filing.ts'
import { hearingsRouter } from './web/hearings.ts'
import { noticesRouter } from './web/notices.ts'
import { receiptsRouter } from './web/receipts.ts'
import { uploadsRouter } from './web/uploads.ts'

/** The site of the courts. One area, one file in `web/`; add yours here, in alphabetical order. */
export const webRouter = router({
  accounts: accountsRouter,
  cases: casesRouter,
  causes: causesRouter,
  courts: courtsRouter,
  desk: deskRouter,
  filing: filingRouter,
  hearings: hearingsRouter,
  notices: noticesRouter,
  receipts: receiptsRouter,
  uploads: uploadsRouter,
})

export type WebRouter = typeof webRouter

/** In process: refusals come back as values (see `settle`). */
export const createWebCaller = createCallerFactory(webRouter)
export type WebCaller = ReturnType<typeof createWebCaller>
