import { AmountInput } from '@court/ui/court/amount-input'
import { Field } from '@court/ui/field'
import { getTranslations } from 'next-intl/server'
import { frameOf } from './frame.ts'
import type { FieldProps } from './simple-field.tsx'

export async function AmountField(props: FieldProps<'amount'>) {
  const t = await getTranslations('forms')
  const { path, value } = props
  return (
    <Field {...frameOf(props, t('optional'))}>
      {(control) => (
        <AmountInput
          control={control}
          name={path}
          defaultValue={typeof value === 'number' ? yuanOf(value) : typeof value === 'string' ? value : ''}
          unit={t('yuan')}
          faults={{
            'not-a-number': t('amountNotANumber'),
            negative: t('amountNegative'),
            'too-large': t('amountTooLarge'),
            'too-fine': t('amountTooFine'),
          }}
        />
      )}
    </Field>
  )
}

// 5000000 fen → 50000; 5000050 → 50000.50: as one would type it.
function yuanOf(fen: number): string {
  const digits = String(fen).padStart(3, '0')
  const cents = digits.slice(-2)
  return cents === '00' ? digits.slice(0, -2) : `${digits.slice(0, -2)}.${cents}`
}
