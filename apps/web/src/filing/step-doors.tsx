import type { DraftView, StepView } from '@court/usecases/filing/draft-view'
import type { CauseOption, Drawing, FormDoors } from '../forms/drawing.ts'
import { actOnMaterials } from '../forms/materials/act-on-materials.ts'
import { MaterialsDoor } from '../forms/materials/materials-door.tsx'
import type { Say } from '@court/site/say'
import { getApi } from '../server/api.ts'
import { causeOption } from './cause-option.ts'
import { searchCauses } from './search-causes.ts'

// What the fields of a step reach beyond the page: the catalogue of causes, the place for files.
export async function stepDoors({
  draft,
  step,
  drawing,
  query,
}: {
  draft: DraftView
  step: StepView
  drawing: Drawing
  query: string | undefined
}): Promise<FormDoors> {
  const has = (type: string) => step.fields.some((name) => draft.form.fields[name]?.type === type)
  const doors: FormDoors = {}
  if (has('cause')) {
    doors.searchCauses = searchCauses
    doors.causesShown = await causesShown(draft, step, query, drawing.say)
  }
  if (has('material-list')) {
    const target = { kind: 'draft', draftId: draft.draftId } as const
    doors.materials = ({ name }) => (
      <MaterialsDoor
        drawing={drawing}
        name={name}
        materials={draft.materials}
        limits={draft.limits}
        act={actOnMaterials.bind(null, target)}
      />
    )
  }
  return doors
}

async function causesShown(
  draft: DraftView,
  step: StepView,
  query: string | undefined,
  say: Say,
): Promise<CauseOption[]> {
  const api = await getApi()
  if (query) {
    const found = await api.causes.search({ q: query.slice(0, 60) })
    return found.ok ? found.value.map((cause) => causeOption(cause, say)) : []
  }
  const name = step.fields.find((one) => draft.form.fields[one]?.type === 'cause')
  const chosen = name === undefined ? undefined : draft.input[name]
  if (typeof chosen !== 'string' || chosen === '') return []
  const cause = await api.causes.byCode({ code: chosen })
  return cause.ok ? [causeOption(cause.value, say)] : []
}
