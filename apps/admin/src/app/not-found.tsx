import { getTranslations } from 'next-intl/server'
import { NarrowPage } from '@court/ui/narrow-page'
import { PageShell } from '../shell/page-shell.tsx'

// One answer for what does not exist and for what is not yours: nobody learns which.
export default async function NotFound() {
  const t = await getTranslations('shell')
  return (
    <PageShell isSignedIn={false}>
      <NarrowPage title={t('notFoundTitle')} lead={t('notFoundLead')}>
        <p>
          <a className="link inline-flex min-h-target items-center" href="/">
            {t('notFoundHome')}
          </a>
        </p>
      </NarrowPage>
    </PageShell>
  )
}
