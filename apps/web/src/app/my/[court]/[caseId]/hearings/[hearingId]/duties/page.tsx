import { ActionForm } from '@court/ui/action-form'
import { SubmitButton } from '@court/ui/submit-button'
import { getSay } from '@court/site/say'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { FormCheck } from '../../../../../../../hearing/form-check.tsx'
import { Paragraphs } from '../../../../../../../hearing/paragraphs.tsx'
import { saveDuties } from '../../../../../../../hearing/party-actions.ts'
import { PartyStep } from '../../../../../../../hearing/party-step.tsx'
import { readPartyHearing, type PartyParams } from '../../../../../../../hearing/read-hearing.ts'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('hearing')
  return { title: t('dutiesPage.title') }
}

// Read, then confirmed; afterwards it can still be read.
export default async function DutiesPage({ params }: { params: PartyParams }) {
  const { court, caseId, hearingId } = await params
  const [{ view, place }, t, say] = await Promise.all([
    readPartyHearing(court, caseId, hearingId),
    getTranslations('hearing'),
    getSay(),
  ])
  const { duties } = view
  return (
    <PartyStep view={view} title={t('dutiesPage.title')}>
      <div className="rounded-md border bg-surface px-4 py-4 sm:px-6">
        <Paragraphs text={say(duties.text)} />
        <p className="mt-3 text-sm text-muted">{t('dutiesPage.basis', { reference: say(duties.reference) })}</p>
      </div>
      {view.viewer.may.includes('confirm-duties') ? (
        <ActionForm action={saveDuties.bind(null, place)} summaryTitle={t('modePage.mend')} className="space-y-6">
          <input type="hidden" name="version" value={duties.version} />
          <FormCheck isFramed name="read" label={t('dutiesPage.read')} />
          <SubmitButton size="large" pendingLabel={t('dutiesPage.saving')}>
            {t('dutiesPage.save')}
          </SubmitButton>
        </ActionForm>
      ) : null}
    </PartyStep>
  )
}
