import { ActionForm } from '@court/ui/action-form'
import { FormInput, FormRadios } from '@court/ui/action-fields'
import { BackLink } from '@court/ui/back-link'
import { SubmitButton } from '@court/ui/submit-button'
import { getTranslations } from 'next-intl/server'
import { currentAccount } from '../../../server/account.ts'
import { nextPath, type SearchParams } from '@court/site/search-params'
import { requireIdentifiedPerson } from '../../../server/viewer.ts'
import { NarrowPage } from '@court/ui/narrow-page'
import { giveOrganisation } from '../actions.ts'

export async function generateMetadata() {
  const t = await getTranslations('account')
  return { title: t('organisation.title') }
}

export default async function OrganisationPage({ searchParams }: { searchParams: SearchParams }) {
  await requireIdentifiedPerson()
  const [t, next, account] = await Promise.all([
    getTranslations('account'),
    nextPath(searchParams, '/account?done=organisation'),
    currentAccount(),
  ])
  return (
    <NarrowPage title={t('organisation.title')} lead={t('organisation.lead')}>
      <ActionForm
        action={giveOrganisation}
        summaryTitle={t('errorTitle')}
        summaryNote={t('nothingLost')}
        className="space-y-6"
      >
        <input type="hidden" name="next" value={next} />
        <FormInput
          name="creditCode"
          label={t('organisation.creditCode')}
          help={t('organisation.creditCodeHelp')}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          className="max-w-96"
        />
        <FormInput
          name="name"
          label={t('organisation.name')}
          help={t('organisation.nameHelp')}
          autoComplete="organization"
        />
        <FormInput
          name="representativeName"
          label={t('organisation.representativeName')}
          help={t('organisation.representativeHelp')}
          autoComplete="off"
        />
        <FormRadios
          name="role"
          label={t('organisation.role')}
          defaultValue="representative"
          choices={[
            {
              value: 'representative',
              label: t('organisation.roles.representative'),
              help: t('organisation.representativeIsMe', { name: account?.name ?? '' }),
            },
            { value: 'staff', label: t('organisation.roles.staff'), help: t('organisation.staffHelp') },
          ]}
        />
        <SubmitButton pendingLabel={t('saving')} size="large">
          {t('save')}
        </SubmitButton>
      </ActionForm>
      <BackLink href="/account" label={t('back')} />
    </NarrowPage>
  )
}
