import { buttonClass } from '@court/ui/button-class'
import { Alert } from '@court/ui/alert'
import { Card } from '@court/ui/card'
import { Disclosure } from '@court/ui/disclosure'
import { MarkedChinese } from '@court/ui/marked-chinese'
import { SummaryList } from '@court/ui/summary-list'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { CodeLayers } from '../../../courts/code-layers.tsx'
import { readCourt } from '../../../courts/read-court.ts'
import { shellCourt } from '../../../courts/shell-court.ts'
import { readPreferences } from '@court/site/preferences'
import { getSay } from '@court/site/say'
import { PageShell } from '../../../shell/page-shell.tsx'

type Props = { params: Promise<{ court: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ court: slug }, say] = await Promise.all([params, getSay()])
  const court = await readCourt(slug)
  return { title: say(court.name) }
}

// The house of one court: what can be done here, how to reach it, and by which rules it works.
export default async function CourtHomePage({ params }: Props) {
  const { court: slug } = await params
  const [t, say, court, { locale }] = await Promise.all([
    getTranslations('courts'),
    getSay(),
    readCourt(slug),
    readPreferences(),
  ])
  const { limits } = court
  return (
    <PageShell court={shellCourt(court, say)}>
      <div className="page-width space-y-8 py-8 sm:py-12">
        <header className="space-y-3">
          <p className="text-sm text-muted">{t('courtHome')}</p>
          <h1 className="font-song text-3xl font-bold">{say(court.name)}</h1>
          {court.receivesFilings ? (
            <p className="flex flex-wrap gap-3 pt-2">
              <a href={`/file/${court.slug}`} className={buttonClass({ variant: 'primary', size: 'large' })}>
                {t('fileHere')}
              </a>
              <a href="/my" className={buttonClass({ size: 'large' })}>
                {t('myCases')}
              </a>
            </p>
          ) : (
            <Alert tone="warning" title={t('noFilingTitle')}>
              {t('noFilingText')}
            </Alert>
          )}
        </header>
        <div className="grid gap-6 lg:grid-cols-2">
          <Card title={t('contact')} id="contact">
            <SummaryList
              rows={[
                ...(court.phone
                  ? [
                      {
                        label: t('phone'),
                        value: (
                          <a className="link inline-flex min-h-target items-center" href={`tel:${court.phone}`}>
                            {court.phone}
                          </a>
                        ),
                      },
                    ]
                  : []),
                ...(court.address ? [{ label: t('address'), value: say(court.address) }] : []),
                ...(court.hours ? [{ label: t('hours'), value: say(court.hours) }] : []),
                ...court.units
                  .filter((unit) => unit.kind === 'tribunal')
                  .map((unit) => ({
                    label: say(unit.name),
                    value: unit.address ? <MarkedChinese text={unit.address} locale={locale} /> : t('noAddress'),
                  })),
              ]}
            />
          </Card>
          {limits ? (
            <Card title={t('before')} id="before">
              <ul className="list-disc space-y-1.5 pl-5">
                <li>{t('beforeIdentity')}</li>
                <li>{t('beforeComplaint')}</li>
                <li>{t('beforeDefendant')}</li>
                <li>
                  {t('beforeFiles', {
                    mb: Math.floor(limits.fileBytesMax / 1024 / 1024),
                    files: limits.filesMax,
                    pages: limits.pagesMax,
                  })}
                </li>
                <li>{t('beforeTime')}</li>
              </ul>
            </Card>
          ) : null}
        </div>
        {court.layers.length > 0 ? (
          <section aria-labelledby="rules">
            <h2 id="rules" className="text-lg">
              {t('rules')}
            </h2>
            <p className="measure text-muted">{t('rulesLead')}</p>
            <Disclosure summary={t('rulesOpen')}>
              <CodeLayers layers={court.layers} say={say} />
            </Disclosure>
          </section>
        ) : null}
      </div>
    </PageShell>
  )
}
