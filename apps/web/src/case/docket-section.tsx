import type { CasePage, DetailView, DocketLine } from '@court/usecases/case/page/case-page-types'
import { DocketTimeline } from '@court/ui/court/docket-timeline'
import { formatYuan } from '@court/ui/words/amount'
import { dayOf } from '@court/ui/words/dates'
import { getTranslations } from 'next-intl/server'
import { casePath } from './case-path.ts'
import type { CaseReader } from './case-reader.ts'

// What happened, latest first, each under its rule; and that nothing of it was rewritten.
export async function DocketSection({ page, reader }: { page: CasePage; reader: CaseReader }) {
  const t = await getTranslations('case')
  const lines = [...page.docket].reverse()
  const { integrity } = page
  return (
    <section aria-labelledby="docket">
      <h2 id="docket" className="text-xl">
        {t('docket.title')}
      </h2>
      <p className="mb-4 text-sm text-muted">
        {integrity.isWhole
          ? t('docket.whole', { n: integrity.entries })
          : t('docket.broken', { n: integrity.brokenAt ?? 0 })}
      </p>
      <DocketTimeline
        label={t('docket.title')}
        newLabel={t('docket.new')}
        entries={await Promise.all(lines.map((line) => entryOf(line, page, reader)))}
      />
    </section>
  )
}

async function entryOf(line: DocketLine, page: CasePage, reader: CaseReader) {
  const t = await getTranslations('case')
  const recordedOn = dayOf(line.recordedAt, page.court.zone)
  const by = [line.actor.roles.map((role) => reader.say(role.title)).join(' '), line.actor.name ?? '']
    .filter(Boolean)
    .join(' ')
  const files = line.materialIds.flatMap((id) => {
    const material = page.materials.find((one) => one.id === id)
    return material ? [{ href: casePath(page, `/material/${id}`), label: material.title }] : []
  })
  return {
    seq: line.seq,
    title: line.subject ? `${reader.say(line.title)} · ${line.subject.name}` : reader.say(line.title),
    on: reader.day(line.on),
    by: by || t('docket.platform'),
    reference: reader.cite(line.references) || undefined,
    recorded: recordedOn === line.on ? undefined : t('docket.recorded', { day: reader.day(recordedOn) }),
    detail:
      line.details.length > 0 ? (
        <Details details={line.details} reader={reader} sealed={t('docket.sealed')} />
      ) : undefined,
    correctedBy:
      line.correctedBy === null
        ? undefined
        : { seq: line.correctedBy, label: t('docket.correctedBy', { n: line.correctedBy }) },
    corrects:
      line.corrects === null ? undefined : { seq: line.corrects, label: t('docket.corrects', { n: line.corrects }) },
    files,
  }
}

export function Details({ details, reader, sealed }: { details: DetailView[]; reader: CaseReader; sealed: string }) {
  return (
    <dl className="space-y-0.5 text-sm">
      {details.map((detail, index) => (
        <div key={index} className="flex flex-wrap gap-x-2">
          {detail.label ? <dt className="text-muted">{reader.say(detail.label)}</dt> : null}
          <dd className="min-w-0 whitespace-pre-line">{detailText(detail, reader, sealed)}</dd>
        </div>
      ))}
    </dl>
  )
}

function detailText(detail: DetailView, reader: CaseReader, sealed: string): string {
  switch (detail.kind) {
    case 'text':
      return reader.say(detail.value)
    case 'amount':
      return formatYuan(detail.amountFen)
    case 'day':
      return reader.day(detail.day)
    case 'sealed':
      return sealed
  }
}
