import type { CasePage } from '@court/usecases/case/page/case-page-types'
import { getTranslations } from 'next-intl/server'
import { getSay } from '@court/site/say'
import { actionHref } from './actions.tsx'
import { DueBadge } from './clock-badge.tsx'
import { Section } from './section.tsx'

// What somebody owes now; the act that does it is one press away where this reader may do it.
export async function Tasks({ page }: { page: CasePage }) {
  const [t, say] = await Promise.all([getTranslations('desk'), getSay()])
  if (page.tasks.length === 0) return null
  return (
    <Section id="tasks" title={t('tasks.title')}>
      <ul className="divide-y">
        {page.tasks.map((task) => {
          const action = page.actions.find((one) => one.action === task.action && one.allowed === true)
          return (
            <li key={task.id} className="flex flex-wrap items-center gap-x-4 gap-y-1 py-2">
              <span className="min-w-0 flex-1">
                <span className={task.isMine ? 'font-semibold' : ''}>{say(task.title)}</span>
                {task.role ? <span className="ml-2 text-sm text-muted">{say(task.role.title)}</span> : null}
              </span>
              {task.due ? <DueBadge due={task.due} today={page.today} /> : null}
              {action ? (
                <a href={actionHref(page.case.id, action)} className="link inline-flex min-h-target-dense items-center">
                  {say(action.title)}
                </a>
              ) : null}
            </li>
          )
        })}
      </ul>
    </Section>
  )
}
