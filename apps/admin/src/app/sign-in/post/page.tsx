import { settle } from '@court/api/errors'
import { ActionForm } from '@court/ui/action-form'
import { Button } from '@court/ui/button'
import { getTranslations } from 'next-intl/server'
import { redirect } from 'next/navigation'
import { getApi } from '../../../server/api.ts'
import { nextPath, type SearchParams } from '../../../server/search-params.ts'
import { ticketInBrowser } from '../../../server/staff-ticket.ts'
import { readPreferences } from '../../../preferences/preferences.ts'
import { NarrowPage } from '../../../shell/narrow-page.tsx'
import { enterPost } from '../actions.ts'

export async function generateMetadata() {
  const t = await getTranslations('sign-in')
  return { title: t('postTitle') }
}

export default async function ChoosePostPage({ searchParams }: { searchParams: SearchParams }) {
  const [t, api, next, ticket, { locale }] = await Promise.all([
    getTranslations('sign-in'),
    getApi(),
    nextPath(searchParams, '/'),
    ticketInBrowser(),
    readPreferences(),
  ])
  const posts = await settle(api.accounts.listPosts(ticket ? { ticket } : {}))
  if (!posts.ok) redirect(`/sign-in?next=${encodeURIComponent(next)}&why=expired`)
  return (
    <NarrowPage title={t('postTitle')} lead={t('postLead')}>
      <ActionForm action={enterPost} summaryTitle={t('errorTitle')}>
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
