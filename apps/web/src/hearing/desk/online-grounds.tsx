import type { HearingPlan } from '@court/usecases/hearings/hearing-types'
import { getSay } from '@court/site/say'
import { getTranslations } from 'next-intl/server'
import { FormCheck } from '../form-check.tsx'

// The grounds on which a session may not be online. Whoever sets one online says that each was looked at.
export async function OnlineGrounds({ plan }: { plan: HearingPlan }) {
  const [t, say] = await Promise.all([getTranslations('hearing'), getSay()])
  if (plan.exclusions.length === 0) return null
  const sources = [...new Set(plan.exclusions.map(({ reference }) => say(reference)))]
  return (
    <fieldset id="f-exclusions">
      <legend className="mb-1 font-semibold">{t('form.grounds')}</legend>
      <p className="text-sm text-muted">
        {t('form.groundsHelp')} {sources.length === 1 ? sources[0] : null}
      </p>
      <div className="my-1 sm:columns-2">
        {plan.exclusions.map((one) => (
          <FormCheck
            key={one.id}
            name="exclusions"
            value={one.id}
            label={say(one.text)}
            help={sources.length > 1 ? say(one.reference) : undefined}
            className="break-inside-avoid"
          />
        ))}
      </div>
      <FormCheck isFramed name="exclusionsChecked" label={t('form.groundsChecked')} />
    </fieldset>
  )
}
