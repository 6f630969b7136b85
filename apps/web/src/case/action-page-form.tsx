import { randomUUID } from 'node:crypto'
import type { ActionForm, CasePage } from '@court/usecases/case/page/case-page-types'
import { Alert } from '@court/ui/alert'
import { Checkbox } from '@court/ui/choice'
import { FieldError } from '@court/ui/field'
import { SubmitButton } from '@court/ui/submit-button'
import { getTranslations } from 'next-intl/server'
import { performAsParty } from '../app/my/[court]/[caseId]/do/[action]/actions.ts'
import { drawActionForm } from '../forms/action-form.ts'
import { FormErrors } from '../forms/form-errors.tsx'
import { FormFields } from '../forms/form-fields.tsx'
import { keptAnswers } from '../forms/kept-answers.ts'
import { actOnMaterials } from '../forms/materials/act-on-materials.ts'
import { MaterialsDoor } from '../forms/materials/materials-door.tsx'
import { getApi } from '../server/api.ts'
import { casePath } from './case-path.ts'
import type { CaseReader } from './case-reader.ts'
import { faultyMaterials } from './correction-list.tsx'
import { readCourt } from '../courts/read-court.ts'

// One form for every action a party may do: its fields come from the code, its answer goes to the one use case.
export async function ActionPageForm({
  asked,
  page,
  reader,
}: {
  asked: ActionForm
  page: CasePage
  reader: CaseReader
}) {
  const [t, kept] = await Promise.all([getTranslations('case'), keptAnswers()])
  const rule = asked.action
  const drawing = drawActionForm({ asked, kept, say: reader.say, locale: reader.locale })
  const target = { kind: 'case', courtId: page.court.id, caseId: page.case.id } as const
  const hasMaterials = Object.values(drawing.form.fields).some((field) => field.type === 'material-list')
  const faulty = faultyMaterials(page).map((material) => material.kind)
  if (hasMaterials) {
    const [api, court] = await Promise.all([getApi(), readCourt(page.court.slug)])
    const uploads = await api.uploads.list({ target })
    drawing.doors.materials = ({ name }) =>
      court.limits ? (
        <MaterialsDoor
          drawing={drawing}
          name={name}
          materials={uploads.ok ? uploads.value.materials : []}
          limits={court.limits}
          act={actOnMaterials.bind(null, target)}
          askedFor={faulty.length > 0 ? faulty : undefined}
        />
      ) : null
  }
  const place = { court: page.court.slug, caseId: page.case.id, action: rule.action }
  const confirmError = drawing.errors['confirmed']
  return (
    <div className="min-w-0">
      <FormErrors errors={drawing.errors} reason={kept?.reason} say={reader.say} />
      <form
        key={kept ? JSON.stringify(kept).length : 0}
        action={performAsParty.bind(null, place)}
        className="space-y-7"
        noValidate
      >
        <input type="hidden" name="key" value={randomUUID()} />
        <input type="hidden" name="headSeq" value={asked.headSeq} />
        {asked.form ? <FormFields drawing={drawing} /> : <p>{t('act.noForm')}</p>}
        {rule.isDangerous ? (
          <Alert tone="warning" title={rule.confirm ? reader.say(rule.confirm) : t('act.danger')}>
            {confirmError ? <FieldError message={reader.say(confirmError)} /> : null}
            <Checkbox id="f-confirmed" name="confirmed" value="yes" label={t('act.confirmBox')} />
          </Alert>
        ) : null}
        <p className="text-sm text-muted">{t('act.effect')}</p>
        <p className="flex flex-wrap items-center gap-x-6 gap-y-3">
          <SubmitButton pendingLabel={t('act.pending')} size="large">
            {rule.page === 'correct' ? t('correct.submit') : t('act.submit')}
          </SubmitButton>
          <a href={casePath(page)} className="link inline-flex min-h-target items-center">
            {t('act.cancel')}
          </a>
        </p>
      </form>
    </div>
  )
}
