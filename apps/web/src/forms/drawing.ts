import type { FormInput, FormValue } from '@court/procedure/code/form-values'
import type { Form } from '@court/procedure/code/schema/forms'
import type { Words } from '@court/procedure/code/schema/words'
import type { ReactNode } from 'react'
import type { Say } from '@court/site/say'
import type { Locale } from '@court/site/preferences'
import type { FieldConditions } from './conditions.ts'

// What the fields of a form choose from: sections of the code as they stand, and what there is in the case.
export type FormLists = {
  today: string
  roles: Record<string, { title: Words }>
  consents: Record<string, { title: Words; text: Words; version: string }>
  reasons: Record<
    string,
    { kind: string; title: Words; text: Words; mend?: Words | undefined; order?: number | undefined }
  >
  reasonsOf?: Record<string, string[]> // by field, where the case says which reasons can be given
  materials: Record<string, { title: Words }>
  options?: Record<string, { value: string; label: Words; isBlocked?: Words | undefined }[]> // by field: what there is to refer to in the case
  parties?: { id: string; role: string; name: string }[]
  clocks?: { key: string; periodId: string; title: Words; due: string }[]
  entries?: { seq: number; type: string; title: Words; on: string }[]
  staff?: { id: string; name: string; roles: readonly string[] }[]
}

export type CauseOption = { code: string; title: string; path?: string | undefined }

// Fields that reach beyond the page are given to it: where files go, where causes are looked up.
export type FormDoors = {
  materials?: ((place: { name: string; value: FormValue | undefined }) => ReactNode) | undefined
  searchCauses?: ((text: string) => Promise<CauseOption[]>) | undefined // a server action
  causesShown?: CauseOption[] | undefined // what stands there at first: the one chosen, or those of the last search
  isLarge?: boolean | undefined // one question a page: for parties
}

export type Drawing = {
  form: Form
  input: FormInput
  errors: Record<string, Words>
  lists: FormLists
  conditions: FieldConditions
  doors: FormDoors
  say: Say
  locale: Locale
}

// The errors of a drawing name an item by its id: claims.c1.text.
export function errorAt(drawing: Drawing, path: string): string | undefined {
  const words = drawing.errors[path]
  return words && drawing.say(words)
}

export function fieldId(path: string): string {
  return `f-${path.replaceAll('.', '-')}`
}
