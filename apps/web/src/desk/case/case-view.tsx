import type { CasePage } from '@court/usecases/case/page/case-page-types'
import type { ReactNode } from 'react'
import { Actions } from './actions.tsx'
import { CaseHead } from './case-head.tsx'
import { Claims } from './claims.tsx'
import { Clocks } from './clocks.tsx'
import { Docket } from './docket.tsx'
import { Documents } from './documents.tsx'
import { Fees } from './fees.tsx'
import { Hearings } from './hearings.tsx'
import { Materials } from './materials.tsx'
import { NextCard } from './next-card.tsx'
import { Parties } from './parties.tsx'
import { Questions } from './questions.tsx'
import { Road } from './road.tsx'
import { Tasks } from './tasks.tsx'
import { Told } from './told.tsx'

// One case, whole: beside the list in one column, on a page of its own in two. What one acts on comes first.
export function CaseView({ page, tools }: { page: CasePage; tools?: ReactNode }) {
  return (
    <div className="@container">
      <div className="space-y-5 px-4 py-4 @4xl:px-6">
        <CaseHead page={page} tools={tools} />
        <div className="grid items-start gap-x-8 gap-y-5 @5xl:grid-cols-[minmax(0,5fr)_minmax(0,4fr)]">
          <div className="@container min-w-0 space-y-5">
            <NextCard page={page} />
            <Actions page={page} />
            <Hearings page={page} />
            <Questions page={page} />
            <Tasks page={page} />
            <Clocks page={page} />
            <Parties page={page} />
            <Claims page={page} />
            <Materials page={page} />
            <Fees page={page} />
          </div>
          <div className="@container min-w-0 space-y-5">
            <Docket page={page} />
            <Documents page={page} />
            <Told page={page} />
            <Road page={page} />
          </div>
        </div>
      </div>
    </div>
  )
}
