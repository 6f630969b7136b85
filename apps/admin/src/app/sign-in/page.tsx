import { StaffSignIn, staffSignInMetadata } from '@court/site/screens/staff-sign-in'
import { nextPath, type SearchParams } from '@court/site/search-params'
import { getTranslations } from 'next-intl/server'
import { redirect } from 'next/navigation'
import { staffDoor } from '../../server/staff-door.ts'
import { getStaff } from '../../server/viewer.ts'
import { enterPassword } from './actions.ts'

export const generateMetadata = staffSignInMetadata

export default async function SignInPage({ searchParams }: { searchParams: SearchParams }) {
  if (await getStaff()) redirect(await nextPath(searchParams, staffDoor.home))
  const t = await getTranslations('staff-sign-in')
  return (
    <StaffSignIn door={staffDoor} action={enterPassword} searchParams={searchParams}>
      <p className="text-sm text-muted">{t('webHelp')}</p>
    </StaffSignIn>
  )
}
