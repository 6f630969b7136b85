import { WorkList } from '@court/ui/court/work-list'
import { Figures } from '@court/ui/desk/figures'
import { EmptyState } from '@court/ui/empty-state'
import { Pagination } from '@court/ui/pagination'
import { formatDay } from '@court/ui/words/dates'
import { getTranslations } from 'next-intl/server'
import { CaseTitle } from '../../../case/case-title.tsx'
import { answered } from '../../../desk/answered.ts'
import { DueBadge } from '../../../desk/case/clock-badge.tsx'
import { DeskFrame } from '../../../desk/desk-frame.tsx'
import { countText, getReader } from '../../../desk/desk-reader.ts'
import { roleTitles } from '../../../desk/role-titles.ts'
import { getSay } from '@court/site/say'
import { readPreferences } from '@court/site/preferences'
import { getApi } from '../../../server/api.ts'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

const dues = ['over', 'today', 'soon'] as const

export async function generateMetadata() {
  const t = await getTranslations('desk')
  return { title: t('tasks.title') }
}

// What one owes, nearest date first; of the whole court on request.
export default async function TasksPage({ searchParams }: Props) {
  const query = await searchParams
  const due = dues.find((one) => one === query['due']) ?? ''
  const isWhole = query['whole'] === '1'
  const after = typeof query['after'] === 'string' ? query['after'] : ''
  const [reader, api, t, say, titleOf, { locale }] = await Promise.all([
    getReader(),
    getApi(),
    getTranslations('desk'),
    getSay(),
    roleTitles(),
    readPreferences(),
  ])
  const list = await answered(api.desk.tasks({ mine: !isWhole, due, ...(after ? { cursor: after } : {}) }))
  const href = (change: { due?: string; whole?: boolean; after?: string }) => {
    const parts = new URLSearchParams()
    const [nextDue, nextWhole] = [change.due ?? due, change.whole ?? isWhole]
    if (nextDue) parts.set('due', nextDue)
    if (nextWhole) parts.set('whole', '1')
    if (change.after) parts.set('after', change.after)
    const text = parts.toString()
    return text ? `/desk/tasks?${text}` : '/desk/tasks'
  }
  return (
    <DeskFrame reader={reader} current="tasks">
      <div className="@container">
        <div className="flex flex-wrap items-center justify-between gap-3 border-b bg-surface px-4 py-2.5 @5xl:px-6">
          <h1 className="text-lg">{t('tasks.title')}</h1>
          <Figures
            label={t('tasks.filters')}
            figures={[
              {
                label: t('tasks.mine'),
                value: countText(reader.counts.tasks),
                href: href({ whole: false, due: '' }),
                isCurrent: !isWhole && !due,
              },
              { label: t('tasks.whole'), value: '', href: href({ whole: true, due: '' }), isCurrent: isWhole && !due },
              ...dues.map((one) => ({
                label: t(`filters.${one}`),
                value: '',
                href: href({ due: one }),
                isCurrent: due === one,
              })),
            ]}
          />
        </div>
        {list.tasks.length === 0 ? (
          <div className="p-4">
            <EmptyState title={t('tasks.none')}>{t('tasks.noneHint')}</EmptyState>
          </div>
        ) : (
          <WorkList
            label={t('tasks.title')}
            columns={[
              { id: 'task', label: t('tasks.task') },
              { id: 'case', label: t('inbox.case'), className: 'hidden @2xl:table-cell' },
              { id: 'role', label: t('tasks.role'), className: 'hidden @4xl:table-cell' },
              { id: 'due', label: t('inbox.due') },
              { id: 'since', label: t('tasks.since'), className: 'hidden @3xl:table-cell' },
            ]}
            rows={list.tasks.map((task) => ({
              id: task.id,
              href: `/desk/cases/${task.caseId}#tasks`,
              actHref: `/desk/cases/${task.caseId}`,
              isUrgent: task.dueState === 'over',
              cells: {
                task: (
                  <span>
                    {say(task.title)}
                    <span className="block font-normal text-muted @2xl:hidden">
                      {task.number ?? <CaseTitle title={task.caseTitle} />}
                    </span>
                  </span>
                ),
                case: (
                  <span>
                    <CaseTitle title={task.caseTitle} /> <span className="text-muted">{task.number}</span>
                  </span>
                ),
                role: task.role ? titleOf(task.role) : null,
                due: task.due ? (
                  <DueBadge due={task.due} today={list.today} />
                ) : (
                  <span className="text-muted">{t('inbox.noDue')}</span>
                ),
                since: formatDay(task.createdAt.toISOString().slice(0, 10), locale),
              },
            }))}
          />
        )}
        <div className="px-4">
          <Pagination
            label={t('inbox.pages')}
            previous={after ? { href: href({}), label: t('inbox.first') } : undefined}
            next={list.nextCursor ? { href: href({ after: list.nextCursor }), label: t('inbox.more') } : undefined}
          />
        </div>
      </div>
    </DeskFrame>
  )
}
