import type { HearingView } from '@court/usecases/hearings/hearing-types'
import { CaseTitle } from '../case/case-title.tsx'

// Which case, in one quiet line.
export function CaseLine({ of }: { of: HearingView['case'] }) {
  return (
    <>
      {of.number ? <span className="whitespace-nowrap">{of.number}</span> : null}
      {of.number ? ' · ' : null}
      <CaseTitle title={of.title} />
    </>
  )
}
