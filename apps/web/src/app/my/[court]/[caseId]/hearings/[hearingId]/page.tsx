import { Alert } from '@court/ui/alert'
import { formatInstant } from '@court/ui/words/dates'
import type { Metadata } from 'next'
import { readPreferences } from '@court/site/preferences'
import { getSay } from '@court/site/say'
import { getTranslations } from 'next-intl/server'
import { CaseLine } from '../../../../../../hearing/case-line.tsx'
import { DoorFacts } from '../../../../../../hearing/door/door-facts.tsx'
import { DoorNext } from '../../../../../../hearing/door/door-next.tsx'
import { DoorSteps } from '../../../../../../hearing/door/door-steps.tsx'
import { PartyShell } from '../../../../../../hearing/party-shell.tsx'
import { readPartyHearing, type PartyParams } from '../../../../../../hearing/read-hearing.ts'

type Props = { params: PartyParams; searchParams: Promise<{ done?: string | string[] }> }

const steps = ['mode', 'devices', 'duties'] as const

async function titleOf(params: PartyParams): Promise<string> {
  const { court, caseId, hearingId } = await params
  const [{ view }, t, say, { locale }] = await Promise.all([
    readPartyHearing(court, caseId, hearingId),
    getTranslations('hearing'),
    getSay(),
    readPreferences(),
  ])
  const { startsAt, kindTitle } = view.hearing
  const day = formatInstant({ instant: startsAt.toISOString(), locale, timeZone: view.court.zone })
  return t('doorPage.title', { kind: say(kindTitle), day })
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: await titleOf(params) }
}

// The door of a hearing: what comes next on top, what is to prepare below it, then where, when and with whom.
export default async function DoorPage({ params, searchParams }: Props) {
  const [{ court, caseId, hearingId }, { done }, title, t] = await Promise.all([
    params,
    searchParams,
    titleOf(params),
    getTranslations('hearing'),
  ])
  const { view } = await readPartyHearing(court, caseId, hearingId)
  const saved = steps.find((step) => step === done)
  return (
    <PartyShell view={view}>
      <header className="max-w-2xl space-y-1">
        <p className="text-sm text-muted">
          <CaseLine of={view.case} />
        </p>
        <h1 className="text-2xl sm:text-3xl">{title}</h1>
      </header>
      {saved ? <Alert tone="success" isLive title={t(`doorPage.saved.${saved}`)} /> : null}
      <DoorNext view={view} />
      <div className="grid gap-x-12 gap-y-8 lg:grid-cols-[1fr_22rem]">
        <DoorSteps view={view} />
        <DoorFacts view={view} />
      </div>
    </PartyShell>
  )
}
