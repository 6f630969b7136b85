import type { DraftView } from '@court/usecases/filing/draft-view'
import type { ReactNode } from 'react'
import type { Say } from '@court/site/say'
import { PageShell } from '../shell/page-shell.tsx'

export function FilingShell({ court, say, children }: { court: DraftView['court']; say: Say; children: ReactNode }) {
  return (
    <PageShell court={{ slug: court.slug, name: say(court.name) }}>
      <div className="page-width py-5 sm:py-8">{children}</div>
    </PageShell>
  )
}
