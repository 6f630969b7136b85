import type { CasePage, DetailView, DocketLine } from '@court/usecases/case/page/case-page-types'
import { DocketTimeline } from '@court/ui/court/docket-timeline'
import { formatYuan } from '@court/ui/words/amount'
import { dayOf, formatDay, formatInstant } from '@court/ui/words/dates'
import { getTranslations } from 'next-intl/server'
import { getSay, type Say } from '@court/site/say'
import { readPreferences } from '@court/site/preferences'
import { referenceLine } from '@court/site/reference-line'
import { Section } from './section.tsx'

// The docket, latest first: what happened, when, by whom, under which rule; below it, whether the chain is whole.
export async function Docket({ page }: { page: CasePage }) {
  const [t, say, { locale }] = await Promise.all([getTranslations('desk'), getSay(), readPreferences()])
  const { integrity, court } = page
  return (
    <Section id="docket" title={t('docket.title')}>
      <DocketTimeline
        label={t('docket.title')}
        newLabel={t('docket.new')}
        entries={[...page.docket].reverse().map((line) => ({
          seq: line.seq,
          title: line.subject ? `${say(line.title)} · ${line.subject.name}` : say(line.title),
          on: formatDay(line.on, locale),
          recorded:
            dayOf(line.recordedAt, court.zone) === line.on
              ? undefined
              : t('docket.recorded', {
                  at: formatInstant({ instant: line.recordedAt, locale, timeZone: court.zone }),
                }),
          by: actorText(line, say, t('docket.platform')),
          detail: line.details.length > 0 ? <Details details={line.details} sealed={t('docket.sealed')} /> : undefined,
          reference: referenceLine(line.references, { locale, unverified: t('unverified') }) || undefined,
          correctedBy:
            line.correctedBy === null
              ? undefined
              : { seq: line.correctedBy, label: t('docket.correctedBy', { seq: line.correctedBy }) },
          corrects:
            line.corrects === null
              ? undefined
              : { seq: line.corrects, label: t('docket.corrects', { seq: line.corrects }) },
          files: line.materialIds.flatMap((id) => {
            const material = page.materials.find((one) => one.id === id)
            return material ? [{ href: `/desk/cases/${page.case.id}/materials?show=${id}`, label: material.title }] : []
          }),
        }))}
      />
      <p className={`mt-3 text-sm ${integrity.isWhole ? 'text-muted' : 'font-semibold text-accent-text'}`}>
        {integrity.isWhole
          ? t('docket.whole', { n: integrity.entries, hash: (integrity.headHash ?? '').slice(0, 16) })
          : t('docket.broken', { seq: integrity.brokenAt ?? 0 })}
      </p>
    </Section>
  )
}

function actorText(line: DocketLine, say: Say, platform: string): string {
  if (line.actor.kind === 'system') return platform
  const roles = line.actor.roles.map((role) => say(role.title)).join(' ')
  return [roles, line.actor.name].filter(Boolean).join(' ')
}

async function Details({ details, sealed }: { details: DetailView[]; sealed: string }) {
  const [say, { locale }] = await Promise.all([getSay(), readPreferences()])
  const value = (detail: DetailView) => {
    switch (detail.kind) {
      case 'text':
        return say(detail.value)
      case 'amount':
        return formatYuan(detail.amountFen)
      case 'day':
        return formatDay(detail.day, locale)
      case 'sealed':
        return sealed
    }
  }
  return (
    <dl className="flex flex-wrap gap-x-5 gap-y-0.5 text-sm">
      {details.map((detail, index) => (
        <div key={index} className="flex min-w-0 gap-x-1.5">
          {detail.label ? <dt className="shrink-0 text-muted">{say(detail.label)}</dt> : null}
          <dd className={detail.kind === 'sealed' ? 'text-muted' : 'whitespace-pre-line'}>{value(detail)}</dd>
        </div>
      ))}
    </dl>
  )
}
