import { FieldError } from '@court/ui/field'
import type { Field } from '@court/procedure/code/schema/forms'
import { getTranslations } from 'next-intl/server'
import { errorAt, fieldId, type Drawing } from '../drawing.ts'
import type { MaterialAct, MaterialAnswer, MaterialLimits, MaterialView } from './material-view.ts'
import type { UploaderWords } from './material-uploader.tsx'
import { MaterialUploader } from '../own-scripts.tsx'

// The field for materials of a form, with this court's limits told before anything is sent.
export async function MaterialsDoor({
  drawing,
  name,
  materials,
  limits,
  act,
  askedFor = ['evidence'],
}: {
  drawing: Drawing
  name: string
  materials: MaterialView[]
  limits: MaterialLimits
  act: (act: MaterialAct) => Promise<MaterialAnswer>
  askedFor?: readonly string[] | undefined // kinds that stand open besides those needed
}) {
  const t = await getTranslations('forms')
  const field = drawing.form.fields[name] as Extract<Field, { type: 'material-list' }>
  const error = errorAt(drawing, name)
  const id = fieldId(name)
  return (
    <div data-invalid={error ? '' : undefined} className="space-y-5">
      {error ? <FieldError id={`${id}-error`} message={error} /> : null}
      <div className="measure space-y-1 text-sm text-muted">
        <p>{t('materials.limits', { mb: megabytes(limits), files: limits.filesMax, pages: limits.pagesMax })}</p>
        <p>{t('materials.resume')}</p>
      </div>
      <noscript>
        <p className="font-semibold text-warning">{t('materials.script')}</p>
      </noscript>
      <MaterialUploader
        id={id}
        name={name}
        initial={materials}
        limits={limits}
        act={act}
        kinds={field.types.map((type) => {
          const known = drawing.lists.materials[type]
          return {
            id: type,
            title: known ? drawing.say(known.title) : type,
            isNeeded: field.needs.includes(type),
            isAskedFor: askedFor.includes(type),
          }
        })}
        words={await uploaderWords(limits)}
      />
    </div>
  )
}

async function uploaderWords(limits: MaterialLimits): Promise<UploaderWords> {
  const t = await getTranslations('forms')
  // {n} is filled in by the browser as it counts.
  const n = '{n}'
  return {
    needed: t('materials.needed'),
    photograph: t('materials.photograph'),
    choose: t('materials.choose'),
    addPages: t('materials.addPages'),
    retry: t('materials.retry'),
    remove: t('materials.remove'),
    rotate: t('materials.rotate'),
    up: t('materials.up'),
    down: t('materials.down'),
    title: t('materials.title'),
    open: t('materials.open'),
    more: t('materials.more', { kinds: '{kinds}' }),
    comma: t('materials.comma'),
    states: {
      waiting: t('materials.states.waiting'),
      uploading: t('materials.states.uploading'),
      checking: t('materials.states.checking'),
      failed: t('materials.states.failed'),
      done: t('materials.states.done'),
    },
    pages: t('materials.pages', { n }),
    failed: t('materials.failed'),
    camera: {
      title: t('materials.camera.title'),
      hint: t('materials.camera.hint'),
      shoot: t('materials.camera.shoot'),
      retake: t('materials.camera.retake'),
      done: t('materials.camera.done', { n }),
      cancel: t('materials.camera.cancel'),
      page: t('materials.camera.page', { n }),
      denied: t('materials.camera.denied'),
    },
    faults: {
      tooLarge: t('materials.faults.tooLarge', { mb: megabytes(limits) }),
      empty: t('materials.faults.empty'),
      wrongType: t('materials.faults.wrongType'),
      tooMany: t('materials.faults.tooMany', { files: limits.filesMax }),
      broken: t('materials.faults.broken'),
      offline: t('materials.faults.offline'),
    },
  }
}

function megabytes({ fileBytesMax }: MaterialLimits): number {
  return Math.floor(fileBytesMax / 1024 / 1024)
}
