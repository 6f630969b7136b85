import { whatHappensNext } from '@court/procedure/docket/next'
import type { OpenCase } from '../case/open-case.ts'
import type { Book } from '../case/record/book.ts'
import type { UseCaseContext } from '../context.ts'

/** The case as it stands now, without a new entry: only time has passed. */
export const timeBook = (ctx: UseCaseContext, open: OpenCase): Book => ({
  court: open.court,
  caseId: open.row.id,
  code: open.code,
  entries: open.entries,
  written: [],
  state: open.state,
  clocks: open.clocks,
  next: whatHappensNext(open.entries, open.code, open.now),
  now: ctx.now(),
})
