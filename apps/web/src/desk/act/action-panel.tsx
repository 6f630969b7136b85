import type { FormInput } from '@court/procedure/code/form-values'
import type { Words } from '@court/procedure/code/schema/words'
import type { ActionForm, CasePage } from '@court/usecases/case/page/case-page-types'
import { Button } from '@court/ui/button'
import { SubmitButton } from '@court/ui/submit-button'
import { getTranslations } from 'next-intl/server'
import { FormErrors } from '../../forms/form-errors.tsx'
import { FormFields } from '../../forms/form-fields.tsx'
import { getSay } from '../../i18n/say.ts'
import { actOnCase } from './act-on-case.ts'
import { actionDrawing } from './action-drawing.ts'
import { LivePreview } from './live-preview.tsx'
import { Preview } from './preview.tsx'

export type Kept = { input: FormInput; errors: Record<string, Words>; reason?: Words | undefined }

// One action: its form as the code declares it, and beside it what saving would change. A dangerous one asks for a second look.
export async function ActionPanel({
  shown,
  page,
  from,
  kept,
  isBeside = false,
}: {
  shown: ActionForm
  page: CasePage
  from: 'do' | 'review'
  kept?: Kept | null | undefined
  isBeside?: boolean | undefined // form and preview one under the other, in a narrow place
}) {
  const [t, say] = await Promise.all([getTranslations('desk'), getSay()])
  const { action, form } = shown
  const formId = `act-${action.action}`
  const input = kept?.input ?? (shown.values as FormInput)
  const place = { courtSlug: page.court.slug, caseId: page.case.id, action: action.action }
  return (
    <div
      className={
        isBeside ? 'space-y-5' : 'grid items-start gap-x-10 gap-y-6 lg:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]'
      }
    >
      <form id={formId} action={actOnCase} noValidate className="space-y-6">
        <input type="hidden" name="_case" value={page.case.id} />
        <input type="hidden" name="_action" value={action.action} />
        <input type="hidden" name="_from" value={from} />
        <input type="hidden" name="_head" value={page.headSeq} />
        <input type="hidden" name="_key" value={crypto.randomUUID()} />
        {kept ? <FormErrors errors={kept.errors} reason={kept.reason} say={say} /> : null}
        {form ? (
          <FormFields drawing={await actionDrawing({ shown: { ...shown, form }, page, input, errors: kept?.errors })} />
        ) : (
          <p className="text-muted">{t('act.noForm')}</p>
        )}
        {action.isDangerous ? (
          <label className="flex items-start gap-2 rounded-md border border-accent-text/40 bg-accent-soft px-3 py-2">
            <input type="checkbox" required className="mt-1 size-4 accent-accent" name="_sure" value="yes" />
            <span>{action.confirm ? say(action.confirm) : t('act.sure')}</span>
          </label>
        ) : null}
        <div className="flex flex-wrap gap-3">
          <SubmitButton
            variant={action.isDangerous ? 'danger' : 'primary'}
            pendingLabel={t('act.saving')}
            name="_do"
            value="save"
          >
            {say(action.title)}
          </SubmitButton>
          <Button name="_do" value="preview" formNoValidate>
            {t('act.preview')}
          </Button>
        </div>
      </form>
      <section aria-label={t('act.changes')} className="rounded-md border bg-surface px-4 py-3">
        <h2 className="mb-2 text-base font-semibold">{t('act.changes')}</h2>
        <LivePreview formId={formId} busyLabel={t('act.counting')}>
          <Preview place={place} input={input} />
        </LivePreview>
      </section>
    </div>
  )
}
