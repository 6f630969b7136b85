import { FieldError } from '@court/ui/field'
import { getTranslations } from 'next-intl/server'
import { errorAt, fieldId } from '../drawing.ts'
import { CauseSearch } from '../own-scripts.tsx'
import type { FieldProps } from './simple-field.tsx'

export async function CauseField({ drawing, field, path, value }: FieldProps<'cause'>) {
  const t = await getTranslations('forms')
  const error = errorAt(drawing, path)
  return (
    <div data-invalid={error ? '' : undefined}>
      {error ? <FieldError id={`${fieldId(path)}-error`} message={error} /> : null}
      <CauseSearch
        name={path}
        id={fieldId(path)}
        chosen={typeof value === 'string' ? value : ''}
        shown={drawing.doors.causesShown ?? []}
        search={drawing.doors.searchCauses}
        words={{
          label: drawing.say(field.label),
          help: t('causeHelp'),
          search: t('causeSearch'),
          results: t('causeResults', { n: '{n}' }),
          none: t('causeNone'),
          first: t('causeFirst'),
        }}
      />
    </div>
  )
}
