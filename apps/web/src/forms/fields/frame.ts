import type { Words } from '@court/procedure/code/schema/words'
import { errorAt, fieldId, type Drawing } from '../drawing.ts'

type Framed = {
  drawing: Drawing
  field: { label: Words; help?: Words | undefined; required?: boolean | undefined }
  path: string
}

// Label, help, error and "optional" of a field, the same for every type.
export function frameOf({ drawing, field, path }: Framed, optional: string, limit?: string) {
  const help = [field.help ? drawing.say(field.help) : '', limit ?? ''].filter(Boolean).join(' ')
  return {
    id: fieldId(path),
    label: drawing.say(field.label),
    help: help === '' ? undefined : help,
    error: errorAt(drawing, path),
    note: field.required ? undefined : optional,
  }
}

// For a question of several controls: the same frame as a fieldset takes it.
export function groupOf(props: Framed, optional: string) {
  const { label, note, ...rest } = frameOf(props, optional)
  return { ...rest, legend: note ? `${label}（${note}）` : label }
}
