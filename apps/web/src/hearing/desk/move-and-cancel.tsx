import { randomUUID } from 'node:crypto'
import { ActionForm } from '@court/ui/action-form'
import { FormInput } from '@court/ui/action-fields'
import { Disclosure } from '@court/ui/disclosure'
import { SubmitButton } from '@court/ui/submit-button'
import { dayOf, formatTime } from '@court/ui/words/dates'
import type { HearingView } from '@court/usecases/hearings/hearing-types'
import { getTranslations } from 'next-intl/server'
import { placeOf } from '../place-of.ts'
import { cancelHearing, moveHearing } from './schedule-actions.ts'

// Another day, or none: each with the reason that everybody is told.
export async function MoveAndCancel({ view }: { view: HearingView }) {
  const t = await getTranslations('hearing')
  const place = placeOf(view)
  const { may } = view.viewer
  const instant = view.hearing.startsAt.toISOString()
  const hidden = (
    <>
      <input type="hidden" name="key" value={randomUUID()} />
      <input type="hidden" name="headSeq" value={view.case.headSeq} />
    </>
  )
  if (!may.includes('move') && !may.includes('cancel')) return null
  return (
    <section className="space-y-2 rounded-md border bg-surface px-4 py-2">
      {may.includes('move') ? (
        <Disclosure summary={t('hearingPage.move')}>
          <ActionForm
            action={moveHearing.bind(null, place)}
            summaryTitle={t('hearingPage.mend')}
            className="space-y-3 pb-2"
          >
            {hidden}
            <div className="grid gap-3 sm:grid-cols-2">
              <FormInput
                name="day"
                type="date"
                label={t('form.day')}
                defaultValue={dayOf(instant, view.court.zone)}
                required
              />
              <FormInput
                name="time"
                type="time"
                step={300}
                label={t('form.time')}
                defaultValue={formatTime({ instant, locale: 'en-GB', timeZone: view.court.zone })}
                required
              />
            </div>
            <FormInput
              name="why"
              label={t('hearingPage.whyMove')}
              help={t('hearingPage.whyHelp')}
              maxLength={500}
              required
            />
            <SubmitButton pendingLabel={t('hearingPage.saving')}>{t('hearingPage.moveSave')}</SubmitButton>
          </ActionForm>
        </Disclosure>
      ) : null}
      {may.includes('cancel') ? (
        <Disclosure summary={t('hearingPage.cancel')}>
          <ActionForm
            action={cancelHearing.bind(null, place)}
            summaryTitle={t('hearingPage.mend')}
            className="space-y-3 pb-2"
          >
            {hidden}
            <FormInput
              name="why"
              label={t('hearingPage.whyCancel')}
              help={t('hearingPage.whyHelp')}
              maxLength={500}
              required
            />
            <SubmitButton variant="danger" pendingLabel={t('hearingPage.saving')}>
              {t('hearingPage.cancelSave')}
            </SubmitButton>
          </ActionForm>
        </Disclosure>
      ) : null}
    </section>
  )
}
