import { Fragment } from 'react'
import type { Drawing } from './drawing.ts'
import { ListField } from './fields/list-field.tsx'
import { SimpleField } from './fields/simple-field.tsx'
import { When } from './when.tsx'
import { WhenWatch } from './when-watch.tsx'

// The fields of a form of the code, or those of one of its steps, in their order. Stands inside a <form>.
export function FormFields({ drawing, only }: { drawing: Drawing; only?: readonly string[] | undefined }) {
  const names = only ?? Object.keys(drawing.form.fields)
  return (
    <div className="space-y-7">
      {names.map((name) => {
        const field = drawing.form.fields[name]
        if (!field) return null
        const drawn =
          field.type === 'list-of' ? (
            <ListField drawing={drawing} name={name} field={field} />
          ) : (
            <SimpleField drawing={drawing} field={field} path={name} value={drawing.input[name]} />
          )
        const condition = drawing.conditions[name]
        if (!condition) return <Fragment key={name}>{drawn}</Fragment>
        if (condition.by) {
          return (
            <When key={name} field={condition.by.field} values={condition.by.values} isShown={condition.isShown}>
              {drawn}
            </When>
          )
        }
        return condition.isShown ? <Fragment key={name}>{drawn}</Fragment> : null
      })}
      <WhenWatch />
    </div>
  )
}
