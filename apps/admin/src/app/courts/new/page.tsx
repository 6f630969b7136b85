import { FormInput, FormSelect } from '@court/ui/action-fields'
import { ActionForm } from '@court/ui/action-form'
import { Button } from '@court/ui/button'
import { Select } from '@court/ui/select'
import { SubmitButton } from '@court/ui/submit-button'
import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { ConsolePage } from '../../../console/console-page.tsx'
import { getConsole } from '../../../console/get-courts.ts'
import { getCourt } from '../../../console/get-court.ts'
import { getSay } from '@court/site/say'
import { ContactFields } from '../../../courts/contact-fields.tsx'
import { UnitsField } from '../../../courts/units-field.tsx'
import { writeUnits } from '../../../courts/read-units.ts'
import { queryValue, type SearchParams } from '@court/site/search-params'
import { takeOn } from '../actions.ts'

export async function generateMetadata() {
  const t = await getTranslations('courts')
  return { title: t('takeOn') }
}

// A new court, from a model court if one likes: level, parent, zone and units are copied, names and code are its own.
export default async function NewCourtPage({ searchParams }: { searchParams: SearchParams }) {
  const [console, t, say, modelId] = await Promise.all([
    getConsole(),
    getTranslations('courts'),
    getSay(),
    queryValue(searchParams, 'model'),
  ])
  if (!console.isNational) notFound()
  const known = console.courts.find(({ id }) => id === modelId)
  const model = known ? await getCourt(known.id) : null
  const options = console.courts.map((court) => ({
    value: court.id,
    label: `${say({ zh: court.nameZh, en: court.nameEn })}${court.code ? ` ${court.code}` : ''}`,
  }))
  return (
    <ConsolePage console={console} current="courts">
      <div className="max-w-2xl space-y-6">
        <header>
          <p className="text-sm text-muted">{t('new.step', { n: 1 })}</p>
          <h1 className="text-2xl">{t('takeOn')}</h1>
          <p className="text-muted">{t('new.lead')}</p>
        </header>
        <form method="get" className="flex flex-wrap items-end gap-3 rounded-md border bg-surface px-4 py-3">
          <label className="min-w-0 flex-[1_1_16rem]">
            <span className="mb-1 block font-semibold">{t('new.model')}</span>
            <Select name="model" defaultValue={model?.id ?? ''} placeholder={t('new.noModel')} options={options} />
          </label>
          <Button>{t('new.copy')}</Button>
        </form>
        <ActionForm
          key={model?.id ?? 'blank'}
          action={takeOn}
          summaryTitle={t('errorTitle')}
          summaryNote={t('errorNote')}
          className="space-y-5"
        >
          <input type="hidden" name="key" value={crypto.randomUUID()} />
          <input type="hidden" name="model" value={model?.id ?? ''} />
          <FormInput name="nameZh" label={t('new.nameZh')} help={t('new.nameZhHelp')} autoComplete="off" />
          <FormInput name="nameEn" label={t('new.nameEn')} autoComplete="off" />
          <FormSelect
            name="parentId"
            label={t('new.parent')}
            placeholder={t('choose')}
            defaultValue={model?.parent?.id ?? ''}
            options={options}
          />
          <FormSelect
            name="level"
            label={t('levelTitle')}
            defaultValue={model?.level ?? 'basic'}
            options={(['basic', 'intermediate', 'high', 'special'] as const).map((level) => ({
              value: level,
              label: t(`level.${level}`),
            }))}
          />
          <div className="grid gap-5 sm:grid-cols-2">
            <FormInput name="code" label={t('code')} help={t('numbers.codeHelp')} autoComplete="off" />
            <FormInput
              name="codeFrom"
              type="date"
              label={t('from')}
              help={t('numbers.fromHelp')}
              defaultValue={model?.today ?? new Date().toISOString().slice(0, 10)}
            />
            <FormInput
              name="slug"
              label={t('new.slug')}
              help={t('new.slugHelp')}
              autoComplete="off"
              autoCapitalize="none"
            />
            <FormInput name="zone" label={t('new.zone')} defaultValue={model?.zone ?? 'Asia/Shanghai'} />
          </div>
          <UnitsField label={t('units.title')} help={t('new.unitsHelp')} value={model ? writeUnits(model.units) : ''} />
          <fieldset>
            <legend className="mb-2 text-lg font-semibold">{t('contact.title')}</legend>
            <ContactFields contact={{}} />
          </fieldset>
          <SubmitButton pendingLabel={t('saving')}>{t('new.act')}</SubmitButton>
        </ActionForm>
      </div>
    </ConsolePage>
  )
}
