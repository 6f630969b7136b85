import { Badge, type Tone } from '@court/ui/badge'
import { WorkList } from '@court/ui/court/work-list'
import { Figures } from '@court/ui/desk/figures'
import { EmptyState } from '@court/ui/empty-state'
import { Pagination } from '@court/ui/pagination'
import { formatDay } from '@court/ui/words/dates'
import type { JudgeCase } from '@court/usecases/desk/desk-types'
import { getTranslations } from 'next-intl/server'
import { CaseTitle } from '../../../case/case-title.tsx'
import { answered } from '../../../desk/answered.ts'
import { DueBadge } from '../../../desk/case/clock-badge.tsx'
import { DeskFrame } from '../../../desk/desk-frame.tsx'
import { getReader } from '../../../desk/desk-reader.ts'
import { getSay } from '@court/site/say'
import { readPreferences } from '@court/site/preferences'
import { getApi } from '../../../server/api.ts'
import { requireStaff } from '../../../server/viewer.ts'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

const warnings = ['over', 'within-15', 'within-30'] as const

const procedures = ['small-claims', 'summary', 'ordinary'] as const

const tones: Record<NonNullable<JudgeCase['trialLimit']>['warning'], Tone> = {
  over: 'danger',
  'within-15': 'warning',
  'within-30': 'info',
  none: 'neutral',
}

export async function generateMetadata() {
  const t = await getTranslations('desk')
  return { title: t('judge.title') }
}

// The judge's own cases by the trial limit: what ends first stands first.
export default async function JudgeDocketPage({ searchParams }: Props) {
  const query = await searchParams
  await requireStaff(['judge', 'presiding-judge'])
  const warning = warnings.find((one) => one === query['warning']) ?? ''
  const withClosed = query['closed'] === '1'
  const after = typeof query['after'] === 'string' ? query['after'] : ''
  const [reader, api, t, say, { locale }] = await Promise.all([
    getReader(),
    getApi(),
    getTranslations('desk'),
    getSay(),
    readPreferences(),
  ])
  const docket = await answered(api.desk.judgeDocket({ warning, withClosed, ...(after ? { cursor: after } : {}) }))
  const procedureName = (id: string | null) => {
    const known = procedures.find((name) => name === id)
    return known ? t(`procedure.${known}`) : id
  }
  const href = (change: { warning?: string; closed?: boolean; after?: string }) => {
    const parts = new URLSearchParams()
    if (change.warning ?? warning) parts.set('warning', change.warning ?? warning)
    if (change.closed ?? withClosed) parts.set('closed', '1')
    if (change.after) parts.set('after', change.after)
    const text = parts.toString()
    return text ? `/desk/docket?${text}` : '/desk/docket'
  }
  return (
    <DeskFrame reader={reader} current="docket">
      <div className="@container">
        <div className="flex flex-wrap items-center justify-between gap-3 border-b bg-surface px-4 py-2.5 @5xl:px-6">
          <h1 className="text-lg">{t('judge.title')}</h1>
          <Figures
            label={t('judge.filters')}
            figures={[
              {
                label: t('judge.open'),
                value: String(docket.open),
                href: '/desk/docket',
                isCurrent: !warning && !withClosed,
              },
              {
                label: t('judge.over'),
                value: String(docket.over),
                tone: docket.over > 0 ? 'danger' : 'neutral',
                href: href({ warning: 'over' }),
                isCurrent: warning === 'over',
              },
              {
                label: t('judge.within15'),
                value: String(docket.within15),
                tone: docket.within15 > 0 ? 'warning' : 'neutral',
                href: href({ warning: 'within-15' }),
                isCurrent: warning === 'within-15',
              },
              {
                label: t('judge.within30'),
                value: String(docket.within30),
                href: href({ warning: 'within-30' }),
                isCurrent: warning === 'within-30',
              },
              { label: t('judge.closed'), value: '', href: href({ closed: true }), isCurrent: withClosed },
            ]}
          />
        </div>
        {docket.cases.length === 0 ? (
          <div className="p-4">
            <EmptyState title={t('judge.none')}>{t('judge.noneHint')}</EmptyState>
          </div>
        ) : (
          <WorkList
            label={t('judge.title')}
            columns={[
              { id: 'case', label: t('inbox.case') },
              { id: 'procedure', label: t('filters.procedure'), className: 'hidden @6xl:table-cell whitespace-nowrap' },
              { id: 'state', label: t('inbox.state'), className: 'hidden @xl:table-cell' },
              { id: 'limit', label: t('judge.limit') },
              { id: 'next', label: t('inbox.next'), className: 'hidden @3xl:table-cell' },
              { id: 'accepted', label: t('judge.accepted'), className: 'hidden @7xl:table-cell whitespace-nowrap' },
            ]}
            rows={docket.cases.map((one) => ({
              id: one.caseId,
              href: `/desk/cases/${one.caseId}`,
              actHref: `/desk/cases/${one.caseId}`,
              isUrgent: one.trialLimit?.warning === 'over',
              cells: {
                case: (
                  <span>
                    <CaseTitle title={one.title} />
                    <span className="ml-2 font-normal whitespace-nowrap text-muted">{one.number}</span>
                    <span className="block font-normal text-muted @xl:hidden">{say(one.stateTitle)}</span>
                  </span>
                ),
                procedure: procedureName(one.procedure),
                state: <Badge>{say(one.stateTitle)}</Badge>,
                limit: one.trialLimit ? (
                  <span className="inline-flex flex-wrap items-center gap-2 @4xl:flex-nowrap @4xl:whitespace-nowrap">
                    <Badge tone={tones[one.trialLimit.warning]}>
                      {one.trialLimit.daysLeft < 0
                        ? t('judge.daysOver', { n: -one.trialLimit.daysLeft })
                        : t('judge.daysLeft', { n: one.trialLimit.daysLeft })}
                    </Badge>
                    <span className="text-muted">{formatDay(one.trialLimit.due, locale)}</span>
                  </span>
                ) : (
                  <span className="text-muted">{t('judge.noLimit')}</span>
                ),
                next: one.next ? (
                  <span className="inline-flex flex-wrap items-center gap-2 @4xl:flex-nowrap">
                    {say(one.next.what)}
                    {one.next.due ? <DueBadge due={one.next.due} today={docket.today} /> : null}
                  </span>
                ) : null,
                accepted: one.acceptedAt ? formatDay(one.acceptedAt.toISOString().slice(0, 10), locale) : null,
              },
            }))}
          />
        )}
        <div className="px-4">
          <Pagination
            label={t('inbox.pages')}
            previous={after ? { href: href({}), label: t('inbox.first') } : undefined}
            next={docket.nextCursor ? { href: href({ after: docket.nextCursor }), label: t('inbox.more') } : undefined}
          />
        </div>
      </div>
    </DeskFrame>
  )
}
