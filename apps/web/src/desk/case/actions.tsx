import type { ActionView, CasePage } from '@court/usecases/case/page/case-page-types'
import { Disclosure } from '@court/ui/disclosure'
import { LinkButton } from '@court/ui/link-button'
import { getTranslations } from 'next-intl/server'
import { getSay } from '@court/site/say'
import { readPreferences } from '@court/site/preferences'
import { referenceLine } from '@court/site/reference-line'

// What can be done now, as buttons in the order of the code; below it what cannot, each with its reason and its rule.
export async function Actions({ page }: { page: CasePage }) {
  const [t, say, { locale }] = await Promise.all([getTranslations('desk'), getSay(), readPreferences()])
  const sorted = page.actions
    // What belongs to one session is done on its page; only setting one begins here.
    .filter(({ page: place, action }) => place !== 'hearings' || action === 'schedule-hearing')
    .sort((a, b) => a.order - b.order)
  const allowed = sorted.filter((action) => action.allowed === true)
  const refused = sorted.flatMap((action) => (action.allowed === true ? [] : [{ action, refusal: action.allowed }]))
  return (
    <section aria-labelledby="case-actions">
      <h2 id="case-actions" className="mb-2 text-lg">
        {t('actions.title')}
      </h2>
      {allowed.length > 0 ? (
        <ul className="flex flex-wrap gap-2">
          {allowed.map((action) => (
            <li key={action.action}>
              <LinkButton
                href={actionHref(page.case.id, action)}
                size="dense"
                variant={action.isDangerous ? 'danger' : 'secondary'}
              >
                {say(action.title)}
              </LinkButton>
            </li>
          ))}
        </ul>
      ) : (
        <p className="text-sm text-muted">{t('actions.none')}</p>
      )}
      {refused.length > 0 ? (
        <Disclosure summary={t('actions.refused', { n: refused.length })} className="text-sm">
          <dl className="space-y-2">
            {refused.map(({ action, refusal }) => (
              <div key={action.action}>
                <dt className="font-semibold">{say(action.title)}</dt>
                <dd>
                  {say(refusal.reason)}
                  <span className="block text-muted">
                    {referenceLine(action.references, { locale, unverified: t('unverified') })}
                    <span className="ml-2 font-mono text-xs">{refusal.ruleId}</span>
                  </span>
                </dd>
              </div>
            ))}
          </dl>
        </Disclosure>
      ) : null}
    </section>
  )
}

// Some actions have a page of their own; every other one is done from the form its declaration makes.
export function actionHref(caseId: string, action: Pick<ActionView, 'action' | 'page'>): string {
  if (action.page === 'hearings')
    return action.action === 'schedule-hearing'
      ? `/desk/cases/${caseId}/hearings/new`
      : `/desk/cases/${caseId}#hearings`
  return action.page === 'review'
    ? `/desk/cases/${caseId}/review#${action.action}`
    : `/desk/cases/${caseId}/do/${action.action}`
}
