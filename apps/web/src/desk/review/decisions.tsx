import type { FormInput } from '@court/procedure/code/form-values'
import type { ActionForm, CasePage } from '@court/usecases/case/page/case-page-types'
import { Badge } from '@court/ui/badge'
import { ChevronRightIcon } from '@court/ui/icons'
import { Kbd } from '@court/ui/kbd'
import { formatYuan } from '@court/ui/words/amount'
import { getTranslations } from 'next-intl/server'
import { getSay } from '@court/site/say'
import { readPreferences } from '@court/site/preferences'
import type { KeptAnswers } from '../../forms/kept-answers.ts'
import { ActionPanel } from '../act/action-panel.tsx'
import { FeeSteps } from '../../fees/fee-steps.tsx'
import { referenceLine } from '@court/site/reference-line'
import { FeeFollow } from './fee-follow.tsx'
import { SuggestFollow } from './suggest-follow.tsx'
import { suggestReturn } from './suggest-return.ts'

export const decisionKeys: Record<string, { id: string; key: string }> = {
  'accept-filing': { id: 'accept', key: 'a' },
  'return-filing': { id: 'return', key: 'b' },
  'refuse-filing': { id: 'refuse', key: 'x' },
}

// The decisions on a filing, one open at a time. Each is an action of the code; what it may not do now says why.
export async function Decisions({
  forms,
  page,
  openAction,
  kept,
}: {
  forms: ActionForm[]
  page: CasePage
  openAction: string | null
  kept: KeptAnswers | null
}) {
  const [t, say, { locale }] = await Promise.all([getTranslations('desk'), getSay(), readPreferences()])
  const prepared = await Promise.all(
    forms.map(async (shown) => (shown.action.action === 'return-filing' ? await withSuggestion(shown, page) : shown)),
  )
  return (
    <div className="space-y-2">
      {prepared.map((shown) => {
        const { action } = shown
        const known = decisionKeys[action.action]
        return (
          <details
            key={action.action}
            id={action.action}
            name="decision"
            data-decision={known?.id}
            open={openAction === action.action}
            className="group rounded-md border bg-surface"
          >
            <summary className="flex min-h-target cursor-pointer list-none items-center gap-2 px-3 font-semibold [&::-webkit-details-marker]:hidden">
              <ChevronRightIcon className="size-4 transition-transform group-open:rotate-90" />
              {say(action.title)}
              {known ? <Kbd>{known.key}</Kbd> : null}
              {action.allowed === true ? null : (
                <Badge tone="warning" className="ml-auto whitespace-normal!">
                  {t('review.notNow')}
                </Badge>
              )}
            </summary>
            <div className="space-y-4 border-t px-4 py-4">
              {action.allowed === true ? null : (
                <p className="text-sm">
                  {say(action.allowed.reason)}
                  <span className="block text-muted">
                    {referenceLine(action.references, { locale, unverified: t('unverified') })}
                  </span>
                </p>
              )}
              {action.allowed === true ? (
                <>
                  <ProcedureTable shown={shown} />
                  <FeeQuote shown={shown} />
                  {action.action === 'return-filing' ? (
                    <SuggestFollow
                      formId={`act-${action.action}`}
                      reasons={listOf(shown.values['reasons'])}
                      note={textOf(shown.values['note'])}
                    />
                  ) : null}
                  <ActionPanel
                    shown={shown}
                    page={page}
                    from="review"
                    kept={openAction === action.action ? kept : null}
                    isBeside
                  />
                </>
              ) : null}
            </div>
          </details>
        )
      })}
    </div>
  )
}

async function withSuggestion(shown: ActionForm, page: CasePage): Promise<ActionForm> {
  const t = await getTranslations('desk')
  const known = Object.values(shown.options.reasons).flatMap((list) => list.map(({ value }) => value))
  const values = suggestReturn(shown.values as FormInput, page.materials, {
    known,
    unreadable: 'material-unreadable',
    original: (title) => t('review.originalOf', { title }),
  })
  return { ...shown, values }
}

// Which procedure the rules propose, line by line of the table.
async function ProcedureTable({ shown }: { shown: ActionForm }) {
  const [t, say, { locale }] = await Promise.all([getTranslations('desk'), getSay(), readPreferences()])
  if (!shown.procedure) return null
  const { proposed, lines } = shown.procedure
  return (
    <section>
      <h3 className="text-sm font-semibold text-muted">{t('review.procedure')}</h3>
      <ul className="mt-1 space-y-0.5 text-sm">
        {lines.map((line) => (
          <li key={line.procedure} className={line.procedure === proposed ? 'font-semibold' : 'text-muted'}>
            {line.procedure === proposed ? '→ ' : ''}
            {say(line.title)}：{line.holds ? t('review.holds') : t('review.holdsNot')}
            <span className="ml-2 font-normal text-muted">
              {referenceLine(line.references, { locale, unverified: t('unverified') })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

// The fee that the rules ask for, with its arithmetic.
async function FeeQuote({ shown }: { shown: ActionForm }) {
  const [t, say, { locale }] = await Promise.all([getTranslations('desk'), getSay(), readPreferences()])
  if (!shown.fee) return null
  return (
    <section>
      <h3 className="text-sm font-semibold text-muted">{t('review.fee')}</h3>
      <p className="text-sm">
        {say(shown.fee.title)} <strong className="font-semibold">{formatYuan(shown.fee.feeFen)}</strong>
        <span className="ml-2 text-muted">
          {referenceLine(shown.fee.references, { locale, unverified: t('unverified') })}
        </span>
      </p>
      <FeeSteps steps={shown.fee.steps} />
      {shown.feeByProcedure.length > 1 ? (
        <p className="mt-1 flex flex-wrap gap-x-4 text-sm text-muted">
          {shown.feeByProcedure.map(({ procedure, title, feeFen }) => (
            <span key={procedure}>{t('review.feeAs', { procedure: say(title), amount: formatYuan(feeFen) })}</span>
          ))}
        </p>
      ) : null}
      <FeeFollow
        formId={`act-${shown.action.action}`}
        fees={Object.fromEntries(shown.feeByProcedure.map(({ procedure, feeFen }) => [procedure, feeFen]))}
      />
    </section>
  )
}

const listOf = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : [])
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')
