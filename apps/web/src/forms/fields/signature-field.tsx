import type { SignatureValue } from '@court/procedure/code/form-values'
import { FieldError } from '@court/ui/field'
import { getTranslations } from 'next-intl/server'
import { errorAt, fieldId } from '../drawing.ts'
import { SignaturePad } from '../own-scripts.tsx'
import type { FieldProps } from './simple-field.tsx'

export async function SignatureField({ drawing, field, path, value }: FieldProps<'signature'>) {
  const t = await getTranslations('forms')
  const error = errorAt(drawing, path)
  return (
    <div data-invalid={error ? '' : undefined}>
      {error ? <FieldError id={`${fieldId(path)}-error`} message={error} /> : null}
      <SignaturePad
        id={fieldId(path)}
        name={path}
        value={typeof value === 'object' ? (value as SignatureValue) : undefined}
        words={{
          label: drawing.say(field.label),
          open: t('signOpen'),
          again: t('signAgain'),
          clear: t('signClear'),
          undo: t('signUndo'),
          done: t('signDone'),
          cancel: t('cancel'),
          hint: t('signHint'),
          empty: t('signEmpty'),
          preview: t('signPreview'),
        }}
      />
    </div>
  )
}
