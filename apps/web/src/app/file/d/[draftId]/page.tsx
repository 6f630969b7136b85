import { BackLink } from '@court/ui/back-link'
import { buttonClass } from '@court/ui/button-class'
import { Disclosure } from '@court/ui/disclosure'
import { SubmitButton } from '@court/ui/submit-button'
import { TaskList, type Task } from '@court/ui/task-list'
import { formatInstant } from '@court/ui/words/dates'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { redirect } from 'next/navigation'
import { discardDraft } from '../../../../filing/actions.ts'
import { CodeNotice } from '../../../../filing/code-notice.tsx'
import { FilingShell } from '../../../../filing/filing-shell.tsx'
import { draftPath, readDraft } from '../../../../filing/read-draft.ts'
import { getSay } from '@court/site/say'
import { readPreferences } from '@court/site/preferences'

type Props = { params: Promise<{ draftId: string }> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('filing')
  return { title: t('listTitle') }
}

// The task list of a filing: what is done, what is left, and one button to go on.
export default async function DraftPage({ params }: Props) {
  const { draftId } = await params
  const draft = await readDraft(draftId)
  if (draft.submitted) redirect(`/my/${draft.submitted.courtSlug}/${draft.submitted.caseId}/receipt`)
  const [t, say, { locale }] = await Promise.all([getTranslations('filing'), getSay(), readPreferences()])
  const next = draft.steps.find((step) => step.status !== 'done') ?? draft.steps.at(-1)
  const done = draft.steps.filter((step) => step.status === 'done').length
  const tasks = draft.steps.map((step): Task => ({
    id: `step-${step.id}`,
    title: say(step.title),
    href: draftPath(draftId, step.id),
    state: step.status === 'done' ? 'done' : step.status === 'problems' ? 'doing' : 'todo',
    stateLabel:
      step.status === 'done'
        ? t('stepDone')
        : step.status === 'problems'
          ? t('stepDoing', { n: step.problems })
          : t('stepTodo'),
  }))
  return (
    <FilingShell court={draft.court} say={say}>
      <div className="max-w-3xl space-y-6">
        <BackLink href="/my" label={t('backToMy')} />
        <header>
          <h1 className="text-2xl sm:text-3xl">{t('listTitle')}</h1>
          <p className="text-muted">
            {draft.title || say(draft.court.name)} · {t('progress', { done, total: draft.steps.length })}
          </p>
        </header>
        <CodeNotice draft={draft} say={say} />
        <TaskList tasks={tasks} />
        {next ? (
          <p className="flex flex-wrap items-center gap-x-5 gap-y-2">
            <a href={draftPath(draftId, next.id)} className={buttonClass({ variant: 'primary', size: 'large' })}>
              {done === 0 ? t('begin') : t('continue', { step: say(next.title) })}
            </a>
            <span className="text-sm text-muted">
              {t('savedAt', {
                time: formatInstant({ instant: draft.updatedAt.toISOString(), locale, timeZone: draft.court.zone }),
              })}
            </span>
          </p>
        ) : null}
        <p className="text-sm text-muted">{t('elsewhere')}</p>
        <Disclosure summary={t('discardOpen')}>
          <form action={discardDraft.bind(null, draftId)} className="space-y-2">
            <p>{t('discardText')}</p>
            <SubmitButton variant="danger" pendingLabel={t('discarding')}>
              {t('discard')}
            </SubmitButton>
          </form>
        </Disclosure>
      </div>
    </FilingShell>
  )
}
