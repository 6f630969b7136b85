import { Alert } from '@court/ui/alert'
import { BackLink } from '@court/ui/back-link'
import { settle } from '@court/api/errors'
import { getSay } from '@court/site/say'
import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { CaseTitle } from '../../../../../../case/case-title.tsx'
import { getCasePage } from '../../../../../../desk/case/get-case-page.ts'
import { DeskFrame } from '../../../../../../desk/desk-frame.tsx'
import { ScheduleForm } from '../../../../../../hearing/desk/schedule-form.tsx'
import { getApi } from '../../../../../../server/api.ts'

type Props = { params: Promise<{ caseId: string }> }

export async function generateMetadata() {
  const t = await getTranslations('hearing')
  return { title: t('form.title') }
}

export default async function NewHearingPage({ params }: Props) {
  const { caseId } = await params
  const [{ page, reader }, api, t, say] = await Promise.all([
    getCasePage(caseId),
    getApi(),
    getTranslations('hearing'),
    getSay(),
  ])
  const plan = await settle(api.hearings.plan({ courtSlug: reader.courtSlug, caseId, kind: 'inquiry' }))
  if (!plan.ok && plan.kind === 'not-found') notFound()
  return (
    <DeskFrame reader={reader}>
      <div className="desk-width max-w-6xl space-y-4 pt-1">
        <BackLink href={`/desk/cases/${caseId}`} label={page.case.number ?? <CaseTitle title={page.case.title} />} />
        <h1 className="text-xl">{t('form.title')}</h1>
        {plan.ok ? (
          <ScheduleForm plan={plan.value} place={{ courtSlug: reader.courtSlug, caseId }} />
        ) : (
          <Alert tone="warning" title={t('form.cannot')}>
            {say(plan.reason)}
          </Alert>
        )}
      </div>
    </DeskFrame>
  )
}
