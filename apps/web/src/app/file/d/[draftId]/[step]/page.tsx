import { BackLink } from '@court/ui/back-link'
import { StepProgress } from '@court/ui/step-progress'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { notFound, redirect } from 'next/navigation'
import { CodeNotice } from '../../../../../filing/code-notice.tsx'
import { FilingShell } from '../../../../../filing/filing-shell.tsx'
import { draftPath, readDraft } from '../../../../../filing/read-draft.ts'
import { SignStep } from '../../../../../filing/sign-step.tsx'
import { StepForm } from '../../../../../filing/step-form.tsx'
import { getSay } from '@court/site/say'

type Search = { checked?: string; conflict?: string; q?: string; from?: string }
type Props = { params: Promise<{ draftId: string; step: string }>; searchParams: Promise<Search> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ draftId, step }, say] = await Promise.all([params, getSay()])
  const draft = await readDraft(draftId)
  const found = draft.steps.find((one) => one.id === step)
  return found ? { title: say(found.title) } : {}
}

// One step of the filing: one matter a page.
export default async function StepPage({ params, searchParams }: Props) {
  const [{ draftId, step: stepId }, search] = await Promise.all([params, searchParams])
  const draft = await readDraft(draftId)
  if (draft.submitted) redirect(`/my/${draft.submitted.courtSlug}/${draft.submitted.caseId}/receipt`)
  const at = draft.steps.findIndex((one) => one.id === stepId)
  const step = draft.steps[at]
  if (!step) notFound()
  const [t, say] = await Promise.all([getTranslations('filing'), getSay()])
  const before = draft.steps[at - 1]
  const isLast = step.fields.some((name) => draft.form.fields[name]?.type === 'signature')
  return (
    <FilingShell court={draft.court} say={say}>
      <div className="max-w-3xl space-y-5">
        <div className="flex flex-wrap items-center justify-between gap-x-6">
          <BackLink href={draftPath(draftId, before?.id ?? '')} label={before ? say(before.title) : t('listTitle')} />
          <a href={draftPath(draftId)} className="link inline-flex min-h-target items-center">
            {t('allSteps')}
          </a>
        </div>
        <StepProgress
          label={t('step', { n: at + 1, total: draft.steps.length })}
          current={at + 1}
          total={draft.steps.length}
        />
        <CodeNotice draft={draft} say={say} step={step.id} />
        {isLast ? (
          <SignStep draft={draft} step={step} isChecked={search.checked === '1'} />
        ) : (
          <StepForm draft={draft} step={step} search={search} />
        )}
      </div>
    </FilingShell>
  )
}
