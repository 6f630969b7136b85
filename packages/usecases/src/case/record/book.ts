import type { ResolvedCode } from '@court/procedure/code/resolved-code'
import type { CaseState } from '@court/procedure/docket/case-state'
import type { ClockView } from '@court/procedure/docket/clocks'
import type { Entry } from '@court/procedure/docket/entry'
import type { WhatNext } from '@court/procedure/docket/next'
import type { CourtBrief } from '../../courts/court-brief.ts'

/** The case as the docket has it now: what every read model is brought in step with. */
export type Book = {
  court: CourtBrief
  caseId: string
  code: ResolvedCode
  /** The whole docket, with what is being recorded. */
  entries: readonly Entry[]
  /** The new entries; empty when only time has passed. */
  written: readonly Entry[]
  state: CaseState
  clocks: readonly ClockView[]
  next: WhatNext | null
  now: Date
}
