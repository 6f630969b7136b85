import type { CourtPage } from '@court/usecases/admin/read-court'
import { Alert } from '@court/ui/alert'
import { Button } from '@court/ui/button'
import { Field } from '@court/ui/field'
import { Input } from '@court/ui/input'
import { getTranslations } from 'next-intl/server'

type Names = Pick<CourtPage, 'nameZh' | 'nameEn'>

// The first step changes nothing: it asks for the same page with the names in its address.
export async function NameForm({
  court,
  wanted,
  isUnchanged,
}: {
  court: CourtPage
  wanted: Names
  isUnchanged: boolean
}) {
  const t = await getTranslations('courts')
  return (
    <form method="get" action={`/courts/${court.id}/name`} className="space-y-4">
      {isUnchanged ? <Alert tone="warning" title={t('rename.same')} /> : null}
      <p className="text-muted">{t('rename.lead')}</p>
      <Field id="f-nameZh" label={t('nameZh')}>
        {(control) => (
          <Input
            name="nameZh"
            defaultValue={wanted.nameZh}
            lang="zh-CN"
            required
            minLength={2}
            maxLength={60}
            {...control}
          />
        )}
      </Field>
      <Field id="f-nameEn" label={t('nameEn')}>
        {(control) => (
          <Input
            name="nameEn"
            defaultValue={wanted.nameEn}
            lang="en"
            required
            minLength={2}
            maxLength={120}
            {...control}
          />
        )}
      </Field>
      <Button>{t('rename.look')}</Button>
    </form>
  )
}
