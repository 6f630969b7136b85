import type { CasePage } from '@court/usecases/case/page/case-page-types'
import { Badge } from '@court/ui/badge'
import { LinkButton } from '@court/ui/link-button'
import { formatInstant } from '@court/ui/words/dates'
import { getTranslations } from 'next-intl/server'
import { readPreferences } from '@court/site/preferences'
import { Section } from './section.tsx'

// What the parties asked, and what they were answered; an open question leads to its answer.
export async function Questions({ page }: { page: CasePage }) {
  const [t, { locale }] = await Promise.all([getTranslations('desk'), readPreferences()])
  if (page.questions.length === 0) return null
  const canAnswer = page.actions.some(({ action, allowed }) => action === 'answer-question' && allowed === true)
  const at = (date: Date) => formatInstant({ instant: date.toISOString(), locale, timeZone: page.court.zone })
  return (
    <Section
      id="questions"
      title={t('questions.title')}
      tools={
        canAnswer ? (
          <LinkButton href={`/desk/cases/${page.case.id}/do/answer-question`} size="dense">
            {t('questions.answer')}
          </LinkButton>
        ) : undefined
      }
    >
      <ul className="divide-y">
        {page.questions.map((question) => (
          <li key={question.id} className="py-2">
            <p className="flex flex-wrap items-center gap-x-3 text-sm text-muted">
              <span>{question.askedBy}</span>
              <span>{at(question.askedAt)}</span>
              {question.status === 'open' ? <Badge tone="warning">{t('questions.open')}</Badge> : null}
            </p>
            <p className="whitespace-pre-line">{question.text}</p>
            {question.answers.map((answer) => (
              <div key={answer.id} className="mt-1 border-l-2 pl-3">
                <p className="text-sm text-muted">
                  {answer.by} {at(answer.answeredAt)}
                </p>
                <p className="whitespace-pre-line">{answer.text}</p>
              </div>
            ))}
          </li>
        ))}
      </ul>
    </Section>
  )
}
