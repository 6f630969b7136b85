import { FieldError } from '@court/ui/field'
import { errorAt, type Drawing } from '../drawing.ts'

// What is wrong with an item of a list as a whole.
export function ItemError({ drawing, path }: { drawing: Drawing; path: string }) {
  const error = errorAt(drawing, path)
  return error ? <FieldError message={error} /> : null
}
