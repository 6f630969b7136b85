import { Checkbox } from '@court/ui/choice'
import type { HearingPlan } from '@court/usecases/hearings/hearing-types'
import { getSay } from '@court/site/say'
import { getTranslations } from 'next-intl/server'
import { FormCheck } from '../form-check.tsx'

// The grounds on which a session may not be online. Whoever sets one online says that each was looked at.
export async function OnlineGrounds({ plan }: { plan: HearingPlan }) {
  const [t, say] = await Promise.all([getTranslations('hearing'), getSay()])
  if (plan.exclusions.length === 0) return null
  return (
    <fieldset id="f-exclusions">
      <legend className="mb-1 font-semibold">{t('form.grounds')}</legend>
      <p className="text-sm text-muted">{t('form.groundsHelp')}</p>
      <div className="my-1">
        {plan.exclusions.map((one) => (
          <Checkbox
            key={one.id}
            id={`exclusion-${one.id}`}
            name="exclusions"
            value={one.id}
            label={say(one.text)}
            help={say(one.reference)}
          />
        ))}
      </div>
      <FormCheck name="exclusionsChecked" label={t('form.groundsChecked')} />
    </fieldset>
  )
}
