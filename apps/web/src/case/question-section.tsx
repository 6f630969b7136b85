import type { CasePage } from '@court/usecases/case/page/case-page-types'
import { buttonClass } from '@court/ui/button-class'
import { MessageSquareIcon } from '@court/ui/icons'
import { getTranslations } from 'next-intl/server'
import { casePath } from './case-path.ts'
import type { CaseReader } from './case-reader.ts'

// Asked and answered in writing; nobody needs the other's telephone number.
export async function QuestionSection({ page, reader }: { page: CasePage; reader: CaseReader }) {
  const t = await getTranslations('case')
  const ask = page.actions.find((one) => one.action === 'ask-question' && one.allowed === true)
  if (!ask && page.questions.length === 0) return null
  return (
    <section aria-labelledby="questions">
      <h2 id="questions" className="text-xl">
        {t('questions.title')}
      </h2>
      {page.questions.length === 0 ? <p className="mt-1 text-muted">{t('questions.none')}</p> : null}
      <ol className="mt-2 space-y-4">
        {page.questions.map((question) => (
          <li key={question.id} className="rounded-md border bg-surface px-4 py-3">
            <p className="text-sm text-muted">
              {question.isMine ? t('questions.you') : (question.askedBy ?? t('questions.party'))} ·{' '}
              {reader.instant(question.askedAt)}
            </p>
            <p className="measure whitespace-pre-line">{question.text}</p>
            {question.answers.map((answer) => (
              <div key={answer.id} className="mt-3 border-l-4 border-info pl-3">
                <p className="text-sm text-muted">
                  {t('questions.court', { name: answer.by ?? '' })} · {reader.instant(answer.answeredAt)}
                </p>
                <p className="measure whitespace-pre-line">{answer.text}</p>
              </div>
            ))}
            {question.status === 'open' ? <p className="mt-2 text-sm text-muted">{t('questions.open')}</p> : null}
          </li>
        ))}
      </ol>
      {ask ? (
        <p className="mt-4">
          <a href={casePath(page, `/do/${ask.action}`)} className={buttonClass({})}>
            <MessageSquareIcon />
            {t('questions.ask')}
          </a>
        </p>
      ) : null}
    </section>
  )
}
