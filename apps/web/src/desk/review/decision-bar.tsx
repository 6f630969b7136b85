import type { ActionForm } from '@court/usecases/case/page/case-page-types'
import { buttonClass } from '@court/ui/button-class'
import { Kbd } from '@court/ui/kbd'
import { getTranslations } from 'next-intl/server'
import { getSay } from '@court/site/say'
import { decisionKeys } from './decisions.tsx'

// Always in sight: the decisions that are open now, each one press or one key away.
export async function DecisionBar({ forms }: { forms: ActionForm[] }) {
  const [t, say] = await Promise.all([getTranslations('desk'), getSay()])
  const open = forms.filter(({ action }) => action.allowed === true)
  if (open.length === 0) return null
  return (
    <nav aria-label={t('review.jump')} className="flex flex-wrap gap-2 border-t bg-surface px-4 py-2">
      {open.map(({ action }) => (
        <a
          key={action.action}
          href={`#${action.action}`}
          data-decide={decisionKeys[action.action]?.id}
          className={buttonClass({ size: 'dense', variant: action.isDangerous ? 'danger' : 'secondary' })}
        >
          {say(action.title)}
          {decisionKeys[action.action] ? <Kbd>{decisionKeys[action.action]?.key}</Kbd> : null}
        </a>
      ))}
    </nav>
  )
}
