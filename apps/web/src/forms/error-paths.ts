import type { FormInput } from '@court/procedure/code/form-values'
import type { Words } from '@court/procedure/code/schema/words'

// checkInput names an item by its place (claims.0.text); a page by its id (claims.c1.text), which stays when items move.
export function errorsById(errors: Readonly<Record<string, Words>>, input: FormInput): Record<string, Words> {
  return Object.fromEntries(Object.entries(errors).map(([path, words]) => [pathById(path, input), words]))
}

function pathById(path: string, input: FormInput): string {
  let at: unknown = input
  return path
    .split('.')
    .map((part) => {
      const inside = Array.isArray(at)
        ? (at[Number(part)] as unknown)
        : (at as Record<string, unknown> | undefined)?.[part]
      const name = Array.isArray(at) && isItem(inside) ? inside.id : part
      at = inside
      return name
    })
    .join('.')
}

function isItem(value: unknown): value is { id: string } {
  return typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'string'
}
