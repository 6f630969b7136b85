import { randomUUID } from 'node:crypto'
import { ActionForm } from '@court/ui/action-form'
import { FormInput, FormRadios } from '@court/ui/action-fields'
import { SubmitButton } from '@court/ui/submit-button'
import { getSay } from '@court/site/say'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { redirect } from 'next/navigation'
import { FormCheck } from '../../../../../../../hearing/form-check.tsx'
import { hearingPath } from '../../../../../../../hearing/hearing-path.ts'
import { Paragraphs } from '../../../../../../../hearing/paragraphs.tsx'
import { saveMode } from '../../../../../../../hearing/party-actions.ts'
import { PartyStep } from '../../../../../../../hearing/party-step.tsx'
import { readPartyHearing, type PartyParams } from '../../../../../../../hearing/read-hearing.ts'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('hearing')
  return { title: t('modePage.title') }
}

// Online or in the courtroom. Consent is given here, to the text that stands here, for this session alone.
export default async function ModePage({ params }: { params: PartyParams }) {
  const { court, caseId, hearingId } = await params
  const [{ view, place }, t, say] = await Promise.all([
    readPartyHearing(court, caseId, hearingId),
    getTranslations('hearing'),
    getSay(),
  ])
  if (!view.viewer.may.includes('choose-mode')) redirect(hearingPath('party', place))
  const me = view.seats.find((seat) => seat.isMe)
  const chosen = me?.consent === 'given' || view.viewer.before !== 'choose-mode' ? me?.mode : undefined
  const room = view.hearing.room
  return (
    <PartyStep view={view} title={t('modePage.title')} lead={t('modePage.lead')}>
      <ActionForm action={saveMode.bind(null, place)} summaryTitle={t('modePage.mend')} className="space-y-6">
        <input type="hidden" name="key" value={randomUUID()} />
        <input type="hidden" name="consentVersion" value={view.consent.version} />
        <FormRadios
          name="mode"
          label={<span className="sr-only">{t('modePage.title')}</span>}
          defaultValue={chosen ?? ''}
          choices={[
            { value: 'online', label: t('modePage.online'), help: t('modePage.onlineHelp') },
            {
              value: 'in-court',
              label: t('modePage.inCourt'),
              help: room ? t('modePage.inCourtHelp', { room: say(room) }) : t('modePage.inCourtHelpNoRoom'),
            },
          ]}
        />
        <section aria-labelledby="consent" className="rounded-md border bg-surface px-4 py-4">
          <h2 id="consent" className="mb-2 text-lg">
            {t('modePage.consent')}
          </h2>
          <Paragraphs text={say(view.consent.text)} />
        </section>
        <FormCheck isFramed name="agree" label={t('modePage.agree')} />
        <FormInput name="why" label={t('modePage.why')} note={t('modePage.optional')} maxLength={500} />
        <SubmitButton size="large" pendingLabel={t('modePage.saving')}>
          {t('modePage.save')}
        </SubmitButton>
      </ActionForm>
    </PartyStep>
  )
}
