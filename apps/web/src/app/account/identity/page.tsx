import { ActionForm } from '@court/ui/action-form'
import { FormInput, FormRadios, FormSelect } from '@court/ui/action-fields'
import { Alert } from '@court/ui/alert'
import { BackLink } from '@court/ui/back-link'
import { SubmitButton } from '@court/ui/submit-button'
import { SummaryList } from '@court/ui/summary-list'
import { getTranslations } from 'next-intl/server'
import { countryOptions } from '../../../account/countries.ts'
import { readPreferences } from '@court/site/preferences'
import { currentAccount } from '../../../server/account.ts'
import { nextPath, queryValue, type SearchParams } from '@court/site/search-params'
import { requirePerson } from '../../../server/viewer.ts'
import { NarrowPage } from '@court/ui/narrow-page'
import { giveIdentity } from '../actions.ts'

export async function generateMetadata() {
  const t = await getTranslations('account')
  return { title: t('identity.title') }
}

export default async function IdentityPage({ searchParams }: { searchParams: SearchParams }) {
  await requirePerson()
  const [t, next, wanted, account, { locale }] = await Promise.all([
    getTranslations('account'),
    nextPath(searchParams, '/account?done=identity'),
    queryValue(searchParams, 'next'),
    currentAccount(),
    readPreferences(),
  ])
  const known = account?.kind === 'person' ? account.identity : null
  return (
    <NarrowPage title={t('identity.title')} lead={t('identity.lead')}>
      {wanted && !known ? <Alert>{t('identity.needed')}</Alert> : null}
      {known ? (
        <SummaryList
          rows={[
            { label: t('identity.name'), value: known.legalName },
            { label: t(`identity.kinds.${known.kind}`), value: known.maskedNumber },
          ]}
        />
      ) : (
        <ActionForm
          action={giveIdentity}
          summaryTitle={t('errorTitle')}
          summaryNote={t('nothingLost')}
          className="space-y-6"
        >
          <input type="hidden" name="next" value={next} />
          <FormRadios
            name="kind"
            label={t('identity.kind')}
            defaultValue="resident-id"
            choices={[
              {
                value: 'resident-id',
                label: t('identity.kinds.resident-id'),
                help: t('identity.residentHelp'),
              },
              { value: 'passport', label: t('identity.kinds.passport') },
            ]}
          />
          <FormInput name="name" label={t('identity.name')} help={t('identity.nameHelp')} autoComplete="name" />
          <FormInput
            name="number"
            label={t('identity.number')}
            help={t('identity.numberHelp')}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            className="max-w-96"
          />
          <FormSelect
            name="country"
            label={t('identity.country')}
            note={t('identity.countryNote')}
            placeholder={t('identity.countryNone')}
            options={countryOptions(locale)}
          />
          <SubmitButton pendingLabel={t('saving')} size="large">
            {t('save')}
          </SubmitButton>
        </ActionForm>
      )}
      <p className="text-sm text-muted">{t('identity.privacy')}</p>
      <BackLink href="/account" label={t('back')} />
    </NarrowPage>
  )
}
