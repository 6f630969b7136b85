import { getTranslations } from 'next-intl/server'
import { NarrowPage } from '@court/ui/narrow-page'
import { PageShell } from '../shell/page-shell.tsx'

// One answer for what does not exist and for what is not yours: nobody learns which.
export default async function NotFound() {
  const t = await getTranslations('shell')
  return (
    <PageShell>
      <NarrowPage title={t('notFoundTitle')} lead={t('notFoundLead')}>
        <ul className="space-y-1">
          <li>
            <a className="link inline-flex min-h-target items-center" href="/my">
              {t('notFoundMy')}
            </a>
          </li>
          <li>
            <a className="link inline-flex min-h-target items-center" href="/">
              {t('notFoundHome')}
            </a>
          </li>
        </ul>
      </NarrowPage>
    </PageShell>
  )
}
