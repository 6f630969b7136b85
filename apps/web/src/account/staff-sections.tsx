import type { StaffAccount } from '@court/usecases/accounts/read-account'
import { LinkButton } from '@court/ui/link-button'
import { SummaryList } from '@court/ui/summary-list'
import { getTranslations } from 'next-intl/server'
import { readPreferences } from '../preferences/preferences.ts'
import { Section } from './section.tsx'

// The account of a member of staff: which court, which roles. Both are the administrator's to change.
export async function StaffSections({ account }: { account: StaffAccount }) {
  const [t, { locale }] = await Promise.all([getTranslations('account'), readPreferences()])
  return (
    <Section title={t('staff.title')}>
      <SummaryList
        rows={[
          { label: t('staff.login'), value: account.login },
          { label: t('staff.court'), value: locale === 'en' ? account.court.nameEn : account.court.nameZh },
          { label: t('staff.roles'), value: account.roles.map((role) => t(`staff.role.${role}`)).join(t('staff.and')) },
        ]}
      />
      <p className="text-sm text-muted">{t('staff.help')}</p>
      <p className="flex flex-wrap gap-3">
        <LinkButton href="/desk">{t('staff.toDesk')}</LinkButton>
        {account.postCount > 1 ? <LinkButton href="/staff/sign-in/post">{t('staff.otherCourt')}</LinkButton> : null}
      </p>
    </Section>
  )
}
