import { settle } from '@court/api/errors'
import { buttonClass } from '@court/ui/button-class'
import { ReceiptPanel } from '@court/ui/panel'
import { SummaryList } from '@court/ui/summary-list'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { notFound } from 'next/navigation'
import { casePath } from '../../../../../case/case-path.ts'
import { caseReader } from '../../../../../case/case-reader.ts'
import { CaseShell } from '../../../../../case/case-shell.tsx'
import { CaseTitle } from '../../../../../case/case-title.tsx'
import { readCase, type CaseParams } from '../../../../../case/read-case.ts'
import { FileHashes } from '../../../../../receipts/file-hashes.tsx'
import { PrintButton } from '../../../../../receipts/print-button.tsx'
import { QrCode } from '../../../../../receipts/qr-code.tsx'
import { getApi } from '../../../../../server/api.ts'
import { services } from '../../../../../server/services.ts'

type Props = { params: CaseParams; searchParams: Promise<{ number?: string }> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('case')
  return { title: t('receiptLink') }
}

// The receipt of what was handed in: number, time, the hash of every file, and where anybody can check it.
export default async function ReceiptPage({ params, searchParams }: Props) {
  const [{ court, caseId }, { number }] = await Promise.all([params, searchParams])
  const page = await readCase(court, caseId)
  const api = await getApi()
  const receipts = await settle(api.receipts.byCase({ courtId: page.court.id, caseId: page.case.id }))
  if (!receipts.ok) notFound()
  const receipt =
    receipts.value.find((one) => one.number === number) ??
    receipts.value.find((one) => one.kind === 'filing') ??
    receipts.value[0]
  if (!receipt) notFound()
  const [t, reader] = await Promise.all([getTranslations('case'), caseReader(page.court.zone)])
  const others = receipts.value.filter((one) => one !== receipt)
  return (
    <CaseShell page={page} say={reader.say} back={{ href: casePath(page), label: t('backToCase') }}>
      <div className="max-w-3xl space-y-8">
        <ReceiptPanel
          title={
            receipt.kind === 'filing'
              ? t('receipt.title')
              : t('receipt.titleOther', { what: reader.say(receipt.title) })
          }
          numberLabel={t('receipt.number')}
          number={receipt.number}
        />
        {receipt.kind === 'filing' && page.next ? (
          <section aria-labelledby="next">
            <h2 id="next" className="text-lg">
              {t('receipt.next')}
            </h2>
            <p>
              {page.next.due
                ? t('receipt.nextBy', { what: reader.say(page.next.what), day: reader.day(page.next.due) })
                : t('receipt.nextText')}
            </p>
            <p className="mt-3 flex flex-wrap gap-3 print:hidden">
              <a href={casePath(page)} className={buttonClass({ variant: 'primary' })}>
                {t('receipt.toCase')}
              </a>
              <PrintButton label={t('receipt.print')} />
            </p>
          </section>
        ) : null}
        <div className="grid gap-6 sm:grid-cols-[1fr_12rem]">
          <SummaryList
            rows={[
              { label: t('receipt.court'), value: reader.say(page.court.name) },
              { label: t('receipt.case'), value: <CaseTitle title={page.case.title} /> },
              { label: t('receipt.at'), value: reader.instant(receipt.receivedAt) },
            ]}
          />
          <a href={receipt.checkPath} className="block text-center text-sm">
            <QrCode
              text={services().env.WEB_ORIGIN + receipt.checkPath}
              label={t('receipt.qr')}
              className="mx-auto w-44 border"
            />
            <span className="link inline-flex min-h-target items-center">{t('receipt.check')}</span>
          </a>
        </div>
        <section aria-labelledby="files">
          <h2 id="files" className="text-lg">
            {t('receipt.files')}
          </h2>
          <p className="measure text-sm text-muted">{t('receipt.filesLead')}</p>
          <FileHashes files={receipt.files} />
        </section>
        {others.length > 0 ? (
          <ul>
            {others.map((one) => (
              <li key={one.number}>
                <a
                  href={casePath(page, `/receipt?number=${encodeURIComponent(one.number)}`)}
                  className="link inline-flex min-h-target items-center"
                >
                  {reader.say(one.title)} {one.number}
                </a>
              </li>
            ))}
          </ul>
        ) : null}
      </div>
    </CaseShell>
  )
}
