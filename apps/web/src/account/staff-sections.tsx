import { OtherCourtLink, StaffPostFacts } from '@court/site/screens/staff-post-facts'
import { LinkButton } from '@court/ui/link-button'
import { Section } from '@court/ui/section'
import type { StaffAccount } from '@court/usecases/accounts/read-account'
import { getTranslations } from 'next-intl/server'
import { staffDoor } from '../server/staff-door.ts'

export async function StaffSections({ account }: { account: StaffAccount }) {
  const t = await getTranslations('account')
  return (
    <Section title={t('staff.title')}>
      <StaffPostFacts account={account} />
      <p className="text-sm text-muted">{t('staff.help')}</p>
      <p className="flex flex-wrap gap-3">
        <LinkButton href="/desk">{t('staff.toDesk')}</LinkButton>
        <OtherCourtLink door={staffDoor} account={account} />
      </p>
    </Section>
  )
}
