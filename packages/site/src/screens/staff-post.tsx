import { settle } from '@court/api/errors'
import { ActionForm, type FormAction } from '@court/ui/action-form'
import { Button } from '@court/ui/button'
import { NarrowPage } from '@court/ui/narrow-page'
import { getTranslations } from 'next-intl/server'
import { redirect } from 'next/navigation'
import { readPreferences } from '../preferences.ts'
import { nextPath, type SearchParams } from '../search-params.ts'
import { pageOfDoor, type StaffDoor } from '../staff-door.ts'
import { ticketInBrowser } from '../staff-ticket.ts'

export async function staffPostMetadata() {
  const t = await getTranslations('staff-sign-in')
  return { title: t('postTitle') }
}

/** Who has posts in several courts chooses in which to work. */
export async function StaffPost({
  door,
  action,
  searchParams,
}: {
  door: StaffDoor
  action: FormAction
  searchParams: SearchParams
}) {
  const [own, t, accounts, next, ticket, { locale }] = await Promise.all([
    getTranslations('staff-sign-in'),
    getTranslations('staff-door'),
    door.accounts(),
    nextPath(searchParams, door.home),
    ticketInBrowser(door.ticket),
    readPreferences(),
  ])
  const posts = await settle(accounts.listPosts(ticket ? { ticket } : {}))
  if (!posts.ok) redirect(`${pageOfDoor(door, '/sign-in', next)}&why=expired`)
  return (
    <NarrowPage title={own('postTitle')} lead={own('postLead')}>
      <ActionForm action={action} summaryTitle={t('errorTitle')}>
        <input type="hidden" name="next" value={next} />
        <ul className="divide-y border-y">
          {posts.value.map(({ courtId, nameZh, nameEn }) => {
            const name = locale === 'en' ? nameEn : nameZh
            return (
              <li key={courtId} className="flex flex-wrap items-center justify-between gap-3 py-3">
                <span className="font-semibold">{name}</span>
                <Button name="court" value={courtId} aria-label={`${t('enter')} ${name}`}>
                  {t('enter')}
                </Button>
              </li>
            )
          })}
        </ul>
      </ActionForm>
    </NarrowPage>
  )
}
