import { randomUUID } from 'node:crypto'
import type { ActionForm, CasePage } from '@court/usecases/case/page/case-page-types'
import { Button } from '@court/ui/button'
import { SubmitButton } from '@court/ui/submit-button'
import { getTranslations } from 'next-intl/server'
import { readCourt } from '../../courts/read-court.ts'
import { drawActionForm } from '../../forms/action-form.ts'
import type { Drawing } from '../../forms/drawing.ts'
import { FormErrors } from '../../forms/form-errors.tsx'
import { FormFields } from '../../forms/form-fields.tsx'
import type { KeptAnswers } from '../../forms/kept-answers.ts'
import { actOnMaterials } from '../../forms/materials/act-on-materials.ts'
import { MaterialsDoor } from '../../forms/materials/materials-door.tsx'
import { getSay } from '@court/site/say'
import { readPreferences } from '@court/site/preferences'
import { getApi } from '../../server/api.ts'
import { actOnCase } from './act-on-case.ts'
import { LivePreview } from './live-preview.tsx'
import { Preview } from './preview.tsx'

// One action: its form as the code declares it, and beside it what saving would change. A dangerous one asks for a second look.
export async function ActionPanel({
  shown,
  page,
  from,
  kept = null,
  isBeside = false,
}: {
  shown: ActionForm
  page: CasePage
  from: 'do' | 'review'
  kept?: KeptAnswers | null | undefined
  isBeside?: boolean | undefined // form and preview one under the other, in a narrow place
}) {
  const [t, say, { locale }] = await Promise.all([getTranslations('desk'), getSay(), readPreferences()])
  const { action, form } = shown
  const formId = `act-${action.action}`
  const drawing = drawActionForm({ asked: shown, kept, say, locale })
  await openMaterials(drawing, page)
  const place = { courtSlug: page.court.slug, caseId: page.case.id, action: action.action }
  return (
    <div
      className={
        isBeside ? 'space-y-5' : 'grid items-start gap-x-10 gap-y-6 lg:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]'
      }
    >
      <form
        id={formId}
        key={kept ? JSON.stringify(kept).length : 0}
        action={actOnCase}
        noValidate
        className="space-y-6"
      >
        <input type="hidden" name="_case" value={page.case.id} />
        <input type="hidden" name="_action" value={action.action} />
        <input type="hidden" name="_from" value={from} />
        <input type="hidden" name="_head" value={shown.headSeq} />
        <input type="hidden" name="_key" value={randomUUID()} />
        {kept ? <FormErrors errors={kept.errors} reason={kept.reason} say={say} /> : null}
        {form ? <FormFields drawing={drawing} /> : <p className="text-muted">{t('act.noForm')}</p>}
        {action.isDangerous ? (
          <label className="flex items-start gap-2 rounded-md border border-accent-text/40 bg-accent-soft px-3 py-2">
            <input type="checkbox" className="mt-1 size-4 accent-accent" name="_sure" value="yes" />
            <span>
              {action.confirm ? <strong className="block font-semibold">{say(action.confirm)}</strong> : null}
              {t('act.sure')}
            </span>
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
          <noscript>
            <Button name="_do" value="preview">
              {t('act.preview')}
            </Button>
          </noscript>
        </div>
      </form>
      <section aria-label={t('act.changes')} className="rounded-md border bg-surface px-4 py-3">
        <h2 className="mb-2 text-base font-semibold">{t('act.changes')}</h2>
        <LivePreview formId={formId} busyLabel={t('act.counting')}>
          <Preview place={place} input={drawing.input} />
        </LivePreview>
      </section>
    </div>
  )
}

// Where the form takes papers, they are handed in here as the parties do, within the limits of this court.
async function openMaterials(drawing: Drawing, page: CasePage): Promise<void> {
  if (!Object.values(drawing.form.fields).some(({ type }) => type === 'material-list')) return
  const target = { kind: 'case', courtId: page.court.id, caseId: page.case.id } as const
  const [api, court] = await Promise.all([getApi(), readCourt(page.court.slug)])
  const uploads = await api.uploads.list({ target })
  const { limits } = court
  drawing.doors.materials = ({ name }) =>
    limits ? (
      <MaterialsDoor
        drawing={drawing}
        name={name}
        materials={uploads.ok ? uploads.value.materials : []}
        limits={limits}
        act={actOnMaterials.bind(null, target)}
      />
    ) : null
}
