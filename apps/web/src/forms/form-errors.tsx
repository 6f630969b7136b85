import type { Words } from '@court/procedure/code/schema/words'
import { ErrorSummary } from '@court/ui/error-summary'
import { getTranslations } from 'next-intl/server'
import type { Say } from '@court/site/say'
import { fieldId } from './drawing.ts'
import { FocusSummary } from './focus-summary.tsx'

// What must be mended, above the form; each line leads to its field. `reason` is a refusal that concerns no field.
export async function FormErrors({
  errors,
  reason,
  say,
}: {
  errors: Record<string, Words>
  reason?: Words | undefined
  say: Say
}) {
  const t = await getTranslations('forms')
  const lines = Object.entries(errors).map(([path, words]) => ({ fieldId: fieldId(path), message: say(words) }))
  if (lines.length === 0 && !reason) return null
  return (
    <FocusSummary>
      <ErrorSummary
        title={lines.length === 0 && reason ? say(reason) : t('errorTitle')}
        errors={lines.length === 0 ? [{ message: t('errorNote') }] : lines}
        note={lines.length === 0 ? undefined : t('errorNote')}
      />
    </FocusSummary>
  )
}
