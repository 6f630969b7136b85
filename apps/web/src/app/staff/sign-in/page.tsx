import { StaffSignIn, staffSignInMetadata } from '@court/site/screens/staff-sign-in'
import { nextPath, type SearchParams } from '@court/site/search-params'
import { getTranslations } from 'next-intl/server'
import { redirect } from 'next/navigation'
import { staffDoor } from '../../../server/staff-door.ts'
import { getActor } from '../../../server/viewer.ts'
import { enterPassword } from './actions.ts'

export const generateMetadata = staffSignInMetadata

export default async function StaffSignInPage({ searchParams }: { searchParams: SearchParams }) {
  if ((await getActor()).kind === 'staff') redirect(await nextPath(searchParams, staffDoor.home))
  const t = await getTranslations('sign-in')
  return (
    <StaffSignIn door={staffDoor} action={enterPassword} searchParams={searchParams}>
      <p>
        <a className="link inline-flex min-h-target items-center" href="/sign-in">
          {t('staff.partyLink')}
        </a>
      </p>
    </StaffSignIn>
  )
}
