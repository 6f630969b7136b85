import { Button } from '@court/ui/button'
import { Field } from '@court/ui/field'
import { Input } from '@court/ui/input'
import { getTranslations } from 'next-intl/server'

export async function NumberForm({ number, error }: { number?: string | undefined; error?: string | undefined }) {
  const t = await getTranslations('check')
  return (
    <form action="/check" method="get" className="max-w-xl space-y-4">
      <Field id="receipt-number" label={t('number')} help={t('numberHelp')} error={error}>
        {(control) => (
          <Input
            {...control}
            name="number"
            defaultValue={number}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            maxLength={60}
            className="font-mono text-lg"
          />
        )}
      </Field>
      <Button variant="primary">{t('check')}</Button>
    </form>
  )
}
