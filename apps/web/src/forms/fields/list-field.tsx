import type { ListItem } from '@court/procedure/code/form-values'
import type { Field } from '@court/procedure/code/schema/forms'
import { Button } from '@court/ui/button'
import { FieldError } from '@court/ui/field'
import { PlusIcon } from '@court/ui/icons'
import { getTranslations } from 'next-intl/server'
import { errorAt, fieldId, type Drawing } from '../drawing.ts'
import { actName, writeAct } from '../list-acts.ts'
import { ItemError } from './item-error.tsx'
import { SimpleField } from './simple-field.tsx'

// A group that repeats, such as the claims. Adding and removing are buttons of the form: nothing typed is lost.
export async function ListField({
  drawing,
  name,
  field,
}: {
  drawing: Drawing
  name: string
  field: Extract<Field, { type: 'list-of' }>
}) {
  const t = await getTranslations('forms')
  const items = (Array.isArray(drawing.input[name]) ? drawing.input[name] : []) as ListItem[]
  const label = drawing.say(field.label)
  const error = errorAt(drawing, name)
  const isFull = field.maxItems !== undefined && items.length >= field.maxItems
  return (
    <section id={fieldId(name)} aria-label={label} className="space-y-5">
      {error ? <FieldError message={error} /> : null}
      {items.map((item, index) => {
        const title = t('itemNumber', { label, n: index + 1 })
        return (
          <fieldset
            key={item.id}
            id={fieldId(`${name}.${item.id}`)}
            className="rounded-md border bg-surface px-4 pt-3 pb-5 sm:px-6"
          >
            <legend className="sr-only">{title}</legend>
            <input type="hidden" name={name} value={item.id} />
            <div className="mb-3 flex items-center justify-between gap-4">
              <span className="text-lg font-semibold" aria-hidden="true">
                {title}
              </span>
              {items.length > (field.minItems ?? (field.required ? 1 : 0)) ? (
                <Button
                  name={actName}
                  value={writeAct({ kind: 'remove', field: name, id: item.id })}
                  variant="quiet"
                  formNoValidate
                >
                  {t('remove')}
                  <span className="sr-only">{title}</span>
                </Button>
              ) : null}
            </div>
            <ItemError drawing={drawing} path={`${name}.${item.id}`} />
            <div className="space-y-5">
              {Object.entries(field.item).map(([inner, itemField]) => (
                <SimpleField
                  key={inner}
                  drawing={drawing}
                  field={itemField}
                  path={`${name}.${item.id}.${inner}`}
                  value={item[inner]}
                />
              ))}
            </div>
          </fieldset>
        )
      })}
      {isFull ? (
        <p className="text-muted">{t('listFull', { n: field.maxItems ?? 0 })}</p>
      ) : (
        <Button name={actName} value={writeAct({ kind: 'add', field: name })} formNoValidate>
          <PlusIcon />
          {t('addItem', { label })}
        </Button>
      )}
    </section>
  )
}
