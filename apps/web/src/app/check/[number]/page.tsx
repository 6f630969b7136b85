import { Alert } from '@court/ui/alert'
import { BackLink } from '@court/ui/back-link'
import { ReceiptPanel } from '@court/ui/panel'
import { SummaryList } from '@court/ui/summary-list'
import { formatInstant } from '@court/ui/words/dates'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { HashForm } from '../../../receipts/hash-form.tsx'
import { NumberForm } from '../../../receipts/number-form.tsx'
import { readPreferences } from '@court/site/preferences'
import { getSay } from '@court/site/say'
import { getApi } from '../../../server/api.ts'
import { NarrowPage } from '@court/ui/narrow-page'
import { PageShell } from '../../../shell/page-shell.tsx'

type Props = { params: Promise<{ number: string }>; searchParams: Promise<{ sha256?: string }> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('check')
  return { title: t('title') }
}

// What anybody may know of a receipt: that the court gave it, when, and whether a file is among those handed in.
export default async function CheckedPage({ params, searchParams }: Props) {
  const [{ number: asked }, { sha256 }] = await Promise.all([params, searchParams])
  const number = decodeURIComponent(asked)
  const [t, say, { locale }, api] = await Promise.all([getTranslations('check'), getSay(), readPreferences(), getApi()])
  const receipt = await api.receipts.check({ number: number.slice(0, 60) })
  if (!receipt.ok) {
    return (
      <PageShell current="check">
        <NarrowPage title={t('title')} lead={t('lead')}>
          <NumberForm number={number} error={say(receipt.reason)} />
        </NarrowPage>
      </PageShell>
    )
  }
  const { court, receivedAt, title, sha256: hashes } = receipt.value
  const file = sha256
    ? await api.receipts.checkFile({ number: receipt.value.number, sha256: sha256.slice(0, 100) })
    : null
  return (
    <PageShell current="check">
      <div className="page-width max-w-3xl space-y-8 py-6 sm:mx-auto sm:py-10">
        <BackLink href="/check" label={t('another')} />
        <ReceiptPanel title={t('genuine')} numberLabel={t('number')} number={receipt.value.number} />
        <SummaryList
          rows={[
            { label: t('court'), value: say(court.name) },
            { label: t('kind'), value: say(title) },
            {
              label: t('at'),
              value: formatInstant({
                instant: receivedAt.toISOString(),
                locale,
                timeZone: court.zone,
                isZoneShown: true,
              }),
            },
            { label: t('files'), value: t('filesCount', { n: hashes.length }) },
          ]}
        />
        <section id="file" aria-labelledby="file-title" className="space-y-4">
          <h2 id="file-title" className="text-xl">
            {t('fileTitle')}
          </h2>
          {file ? (
            file.ok && file.value.isIn ? (
              <Alert tone="success" isLive title={t('isIn')}>
                {t('isInText')}
              </Alert>
            ) : (
              <Alert tone="danger" isLive title={file.ok ? t('isNotIn') : say(file.reason)}>
                {file.ok ? t('isNotInText') : null}
              </Alert>
            )
          ) : null}
          <p className="measure text-muted">{t('fileLead')}</p>
          <HashForm
            sha256={sha256}
            words={{
              choose: t('choose'),
              computing: t('computing'),
              unable: t('unable'),
              label: t('hash'),
              help: t('hashHelp'),
              compare: t('compare'),
            }}
          />
        </section>
        <p className="measure text-sm text-muted">{t('privacy')}</p>
      </div>
    </PageShell>
  )
}
