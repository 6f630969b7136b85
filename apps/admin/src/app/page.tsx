import { getTranslations } from 'next-intl/server'
import { PageShell } from '../shell/page-shell.tsx'

export default async function HomePage() {
  const t = await getTranslations('home')
  return (
    <PageShell isSignedIn={false} current="home">
      <div className="desk-width py-8">
        <h1 className="text-2xl">{t('title')}</h1>
      </div>
    </PageShell>
  )
}
