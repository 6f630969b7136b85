import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { redirect } from 'next/navigation'
import { NumberForm } from '../../receipts/number-form.tsx'
import { NarrowPage } from '@court/ui/narrow-page'
import { PageShell } from '../../shell/page-shell.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('check')
  return { title: t('title') }
}

export default async function CheckPage({ searchParams }: { searchParams: Promise<{ number?: string }> }) {
  const [t, { number }] = await Promise.all([getTranslations('check'), searchParams])
  const typed = number?.trim() ?? ''
  if (typed !== '') redirect(`/check/${encodeURIComponent(typed.slice(0, 60))}`)
  return (
    <PageShell current="check">
      <NarrowPage title={t('title')} lead={t('lead')}>
        <NumberForm error={number === undefined ? undefined : t('empty')} />
        <section aria-labelledby="what" className="border-t pt-5">
          <h2 id="what" className="text-lg">
            {t('whatTitle')}
          </h2>
          <p className="text-muted">{t('what')}</p>
        </section>
      </NarrowPage>
    </PageShell>
  )
}
