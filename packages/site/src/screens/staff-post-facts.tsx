import { LinkButton } from '@court/ui/link-button'
import { SummaryList } from '@court/ui/summary-list'
import type { StaffAccount } from '@court/usecases/accounts/read-account'
import { getTranslations } from 'next-intl/server'
import { readPreferences } from '../preferences.ts'
import type { StaffDoor } from '../staff-door.ts'

// In an account of staff: which court, which roles. Both are the administrator's to change.
export async function StaffPostFacts({ account }: { account: StaffAccount }) {
  const [t, role, { locale }] = await Promise.all([
    getTranslations('staff-door'),
    getTranslations('staff-roles'),
    readPreferences(),
  ])
  return (
    <SummaryList
      rows={[
        { label: t('login'), value: account.login },
        { label: t('post.court'), value: locale === 'en' ? account.court.nameEn : account.court.nameZh },
        { label: t('post.roles'), value: account.roles.map((one) => role(one)).join(t('post.and')) },
      ]}
    />
  )
}

export async function OtherCourtLink({ door, account }: { door: StaffDoor; account: StaffAccount }) {
  const t = await getTranslations('staff-door')
  return account.postCount > 1 ? <LinkButton href={`${door.at}/sign-in/post`}>{t('post.otherCourt')}</LinkButton> : null
}
