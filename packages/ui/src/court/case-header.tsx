import type { ReactNode } from 'react'
import { Badge, type Tone } from '../badge.tsx'

// Which case this is, where it stands, who has it and since when: the head of every page of a case.
export function CaseHeader({
  court,
  caseNumber,
  caseNumberLabel,
  title,
  cause,
  state,
  holder,
  tools,
  isDense = false,
}: {
  court: string
  caseNumber: string | null // none before docketing: the label says so
  caseNumberLabel: string // 'Case number' or 'not numbered yet'
  title: ReactNode
  cause?: ReactNode
  state: { label: string; tone?: Tone | undefined }
  holder?: string | undefined // 'with filing clerk Lin since 5 March'
  tools?: ReactNode
  isDense?: boolean | undefined // at the desk
}) {
  return (
    <header className={`space-y-1 border-b ${isDense ? 'pb-2' : 'pb-4'}`}>
      <p className="flex flex-wrap items-center gap-x-3 text-sm text-muted">
        <span>{court}</span>
        {caseNumber ? (
          <span className="font-semibold text-ink select-all">
            <span className="sr-only">{caseNumberLabel} </span>
            {caseNumber}
          </span>
        ) : (
          <span>{caseNumberLabel}</span>
        )}
      </p>
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
        <h1 className={`font-song font-bold ${isDense ? 'text-xl' : 'text-2xl sm:text-3xl'}`}>{title}</h1>
        {tools ? <div className="flex flex-wrap gap-2 print:hidden">{tools}</div> : null}
      </div>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Badge tone={state.tone}>{state.label}</Badge>
        {cause ? <span>{cause}</span> : null}
        {holder ? <span className="text-sm text-muted">{holder}</span> : null}
      </p>
    </header>
  )
}
