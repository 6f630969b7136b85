import type { DraftView, StepView } from '@court/usecases/filing/draft-view'
import { SummaryList, type SummaryRow } from '@court/ui/summary-list'
import { getTranslations } from 'next-intl/server'
import { describeValue } from '../forms/describe-value.ts'
import { getSay } from '@court/site/say'
import { readPreferences } from '@court/site/preferences'
import { getApi } from '../server/api.ts'
import { draftPath } from './read-draft.ts'

// Check your answers: every step, every answer, one way back to each.
export async function CheckAnswers({ draft }: { draft: DraftView }) {
  const [t, say] = await Promise.all([getTranslations('filing'), getSay()])
  const steps = draft.steps.filter((step) => !step.fields.some((name) => draft.form.fields[name]?.type === 'signature'))
  const rows = await Promise.all(steps.map((step) => rowsOf(draft, step)))
  return (
    <div className="space-y-6">
      {steps.map((step, index) => (
        <section key={step.id} aria-labelledby={`check-${step.id}`}>
          <div className="flex items-baseline justify-between gap-4 border-b-2">
            <h2 id={`check-${step.id}`} className="text-lg">
              {say(step.title)}
            </h2>
            <a
              href={`${draftPath(draft.draftId, step.id)}?from=check`}
              className="link inline-flex min-h-target items-center"
            >
              {t('change')}
              <span className="sr-only">{say(step.title)}</span>
            </a>
          </div>
          <SummaryList rows={rows[index] ?? []} />
        </section>
      ))}
    </div>
  )
}

async function rowsOf(draft: DraftView, step: StepView): Promise<SummaryRow[]> {
  const [t, say, { locale }] = await Promise.all([getTranslations('filing'), getSay(), readPreferences()])
  const shown = step.fields.filter((name) => draft.conditions[name]?.isShown !== false)
  const causeTitle = await causeTitles(draft)
  return Promise.all(
    shown.map(async (name): Promise<SummaryRow> => {
      const field = draft.form.fields[name]
      if (!field) return { label: name, value: '' }
      const label = say(field.label)
      if (field.type === 'material-list') return { label, value: (await materialText(draft)) || t('notAnswered') }
      const text = await describeValue(field, draft.input[name], { lists: draft.lists, say, locale, causeTitle })
      return { label, value: text || <span className="text-muted">{t('notAnswered')}</span> }
    }),
  )
}

async function materialText(draft: DraftView): Promise<string> {
  const t = await getTranslations('filing')
  return draft.materials
    .map((material) => t('materialLine', { title: material.title, n: material.files.length }))
    .join('\n')
}

async function causeTitles(draft: DraftView): Promise<(code: string) => string | undefined> {
  const [api, say] = await Promise.all([getApi(), getSay()])
  const name = Object.keys(draft.form.fields).find((one) => draft.form.fields[one]?.type === 'cause')
  const code = name === undefined ? undefined : draft.input[name]
  if (typeof code !== 'string' || code === '') return () => undefined
  const cause = await api.causes.byCode({ code })
  return (asked) => (cause.ok && asked === code ? say(cause.value.title) : undefined)
}
