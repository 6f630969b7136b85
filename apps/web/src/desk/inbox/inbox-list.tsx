import type { Inbox, InboxRow } from '@court/usecases/desk/desk-types'
import { Badge } from '@court/ui/badge'
import { WorkList } from '@court/ui/court/work-list'
import { EmptyState } from '@court/ui/empty-state'
import { LinkButton } from '@court/ui/link-button'
import { Pagination } from '@court/ui/pagination'
import { getTranslations } from 'next-intl/server'
import { getSay, type Say } from '@court/site/say'
import { CaseTitle } from '../../case/case-title.tsx'
import { DueBadge } from '../case/clock-badge.tsx'
import { filtersHref, isNarrowed, type InboxFilters } from './filters.ts'

// One line a case, nearest date first. Narrow lists keep what one decides by: which case, what next, how long.
export async function InboxList({ inbox, filters }: { inbox: Inbox; filters: InboxFilters }) {
  const [t, say] = await Promise.all([getTranslations('desk'), getSay()])
  if (inbox.rows.length === 0) {
    return (
      <div className="p-4">
        <EmptyState
          title={isNarrowed(filters) ? t('inbox.noneFound') : t('inbox.none')}
          action={isNarrowed(filters) ? <LinkButton href="/desk">{t('inbox.clear')}</LinkButton> : undefined}
        >
          {isNarrowed(filters) ? t('inbox.noneFoundHint') : t('inbox.noneHint')}
        </EmptyState>
      </div>
    )
  }
  return (
    <>
      <WorkList
        label={t('inbox.table')}
        columns={[
          { id: 'case', label: t('inbox.case') },
          { id: 'state', label: t('inbox.state'), className: 'hidden @xl:table-cell' },
          { id: 'next', label: t('inbox.next'), className: 'hidden @5xl:table-cell' },
          { id: 'due', label: t('inbox.due') },
          { id: 'age', label: t('inbox.age'), className: 'hidden @2xl:table-cell text-right' },
          { id: 'judge', label: t('inbox.judge'), className: 'hidden @6xl:table-cell whitespace-nowrap' },
        ]}
        rows={inbox.rows.map((row) => ({
          id: row.caseId,
          href: filtersHref(filters, { caseId: row.caseId }),
          actHref: actHref(row),
          isCurrent: row.caseId === filters.caseId,
          isUrgent: row.dueState === 'over',
          cells: {
            case: <CaseCell row={row} say={say} questionLabel={t('inbox.question')} mineLabel={t('inbox.mineMark')} />,
            state: <Badge tone={row.state === 'filed' ? 'info' : 'neutral'}>{say(row.stateTitle)}</Badge>,
            next: row.next ? <span className="text-muted">{say(row.next.what)}</span> : null,
            due: row.next?.due ? (
              <DueBadge due={row.next.due} today={inbox.today} />
            ) : (
              <span className="text-muted">{t('inbox.noDue')}</span>
            ),
            age: <span className="whitespace-nowrap">{t('inbox.days', { n: row.ageDays })}</span>,
            judge: row.judge ?? <span className="text-muted">{t('inbox.noJudge')}</span>,
          },
        }))}
      />
      <div className="px-4">
        <Pagination
          label={t('inbox.pages')}
          previous={filters.after ? { href: filtersHref(filters, { after: '' }), label: t('inbox.first') } : undefined}
          next={
            inbox.nextCursor
              ? { href: filtersHref(filters, { after: inbox.nextCursor }), label: t('inbox.more') }
              : undefined
          }
        />
      </div>
    </>
  )
}

function CaseCell({
  row,
  say,
  questionLabel,
  mineLabel,
}: {
  row: InboxRow
  say: Say
  questionLabel: string
  mineLabel: string
}) {
  return (
    <span className="block min-w-0">
      <span className="font-semibold">
        <CaseTitle title={row.title} />
      </span>
      <span className="ml-2 hidden font-normal whitespace-nowrap text-muted @3xl:inline">
        {row.number ?? row.receiptNumber}
      </span>
      {row.hasOpenQuestion ? <span className="ml-2 font-normal text-warning">{questionLabel}</span> : null}
      {row.isMine ? <span className="ml-2 font-normal text-info">{mineLabel}</span> : null}
      <span className="block font-normal text-muted @xl:hidden">
        {say(row.stateTitle)} · {row.number ?? row.receiptNumber}
      </span>
    </span>
  )
}

// `e`: a filing is reviewed, a case of a judge is opened whole.
export function actHref(row: Pick<InboxRow, 'caseId' | 'state'>): string {
  return row.state === 'filed' ? `/desk/cases/${row.caseId}/review` : `/desk/cases/${row.caseId}`
}
