import { randomUUID } from 'node:crypto'
import { ActionForm } from '@court/ui/action-form'
import { FormInput, FormSelect } from '@court/ui/action-fields'
import { Disclosure } from '@court/ui/disclosure'
import { SubmitButton } from '@court/ui/submit-button'
import { formatDay, zoneName } from '@court/ui/words/dates'
import type { HearingPlan } from '@court/usecases/hearings/hearing-types'
import { readPreferences } from '@court/site/preferences'
import { getSay } from '@court/site/say'
import { getTranslations } from 'next-intl/server'
import { readHearingWords } from '../read-words.ts'
import { OnlineGrounds } from './online-grounds.tsx'
import { RollFields } from './roll-fields.tsx'
import { scheduleHearing } from './schedule-actions.ts'
import { ToldPreview } from './told-preview.tsx'

const formId = 'schedule'
const usualTime = '09:30'

// A session of a case: when, who, how each takes part, where. Beside it, before anything is saved, who will be told what.
export async function ScheduleForm({
  plan,
  place,
}: {
  plan: HearingPlan
  place: { courtSlug: string; caseId: string }
}) {
  const [t, say, { locale }, { words }] = await Promise.all([
    getTranslations('hearing'),
    getSay(),
    readPreferences(),
    readHearingWords(),
  ])
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-x-10 gap-y-6 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
      <div id={formId}>
        <ActionForm action={scheduleHearing.bind(null, place)} summaryTitle={t('form.mend')} className="space-y-5">
          <input type="hidden" name="key" value={randomUUID()} />
          <input type="hidden" name="headSeq" value={plan.headSeq} />
          <div>
            <p>{t('form.lead', { day: formatDay(plan.earliestDay, locale) })}</p>
            <Disclosure summary={t('form.why')}>{say(plan.earliestBecause)}</Disclosure>
          </div>
          <div className="grid gap-4 sm:grid-cols-3">
            <FormInput
              name="day"
              type="date"
              label={t('form.day')}
              min={plan.earliestDay}
              defaultValue={plan.earliestDay}
              required
            />
            <FormInput name="time" type="time" label={t('form.time')} defaultValue={usualTime} step={300} required />
            <FormInput
              name="minutes"
              type="number"
              label={t('form.minutes')}
              defaultValue="60"
              min={10}
              max={600}
              step={5}
              required
            />
          </div>
          <p className="-mt-3 text-sm text-muted">{t('form.timeHelp', { zone: zoneName(plan.zone, locale) })}</p>
          <RollFields plan={plan} />
          <OnlineGrounds plan={plan} />
          <FormSelect
            name="roomId"
            label={t('form.room')}
            placeholder={t('form.noRoom')}
            options={plan.rooms.map((room) => ({ value: room.id, label: say(room.name) }))}
          />
          <FormInput name="note" label={t('form.note')} note={t('form.optional')} maxLength={1000} />
          <SubmitButton pendingLabel={t('form.saving')}>{t('form.save')}</SubmitButton>
        </ActionForm>
      </div>
      <ToldPreview
        formId={formId}
        words={words}
        locale={locale}
        first={{ day: plan.earliestDay, time: usualTime }}
        people={plan.people.map((person) => ({
          who: person.who,
          name: person.name,
          role: say(person.roleTitle),
          isCourt: person.side === 'court',
          consent: person.consent,
          isExpected: person.isExpected,
        }))}
      />
    </div>
  )
}
