import type { HearingView } from '@court/usecases/hearings/hearing-types'
import type { ReactNode } from 'react'
import { CaseLine } from './case-line.tsx'
import { PartyShell } from './party-shell.tsx'

// One step of preparing, one page: what it is, one sentence, the thing itself.
export function PartyStep({
  view,
  title,
  lead,
  children,
}: {
  view: HearingView
  title: string
  lead?: string
  children: ReactNode
}) {
  return (
    <PartyShell view={view} isStep>
      <div className="max-w-2xl space-y-6">
        <header className="space-y-1">
          <p className="text-sm text-muted">
            <CaseLine of={view.case} />
          </p>
          <h1 className="text-2xl sm:text-3xl">{title}</h1>
          {lead ? <p className="text-muted">{lead}</p> : null}
        </header>
        {children}
      </div>
    </PartyShell>
  )
}
