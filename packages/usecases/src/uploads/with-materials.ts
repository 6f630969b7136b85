import { createHash } from 'node:crypto'
import type { Upload } from '@court/db/generated/client'
import type { FormInput, MaterialValue } from '@court/procedure/code/form-values'
import type { Form } from '@court/procedure/code/schema/forms'
import { materialsOf } from './material-view.ts'

/** What a form holds: the answers given, with the uploads as its materials. What the browser says of materials is not believed. */
export function withMaterials(form: Form, saved: FormInput, uploads: readonly Upload[]): FormInput {
  const materials = materialsOf(uploads).map(({ id, type, title, files }): MaterialValue => ({
    id,
    type,
    title,
    sha256: hashOfMaterial(files.map(({ sha256 }) => sha256)),
    pages: files.reduce((sum, { pages }) => sum + (pages ?? 1), 0),
    files: files.map(({ id: uploadId, fileName, rotation, sha256, pages }) => ({
      uploadId,
      fileName,
      rotation,
      sha256,
      ...(pages !== null && { pages }),
    })),
  }))
  const lists = Object.entries(form.fields).filter(([, field]) => field.type === 'material-list')
  const input: FormInput = { ...saved }
  for (const [name] of lists) delete input[name]
  for (const material of materials) {
    const home = lists.find(([, field]) => field.type === 'material-list' && field.types.includes(material.type))
    const name = (home ?? lists[0])?.[0]
    if (name === undefined) continue
    const list = input[name]
    input[name] = [...((list as MaterialValue[] | undefined) ?? []), material]
  }
  return input
}

/** Of one file its own hash; of several the SHA-256 over their hashes in hexadecimal, one a line, in their order. */
export const hashOfMaterial = (hashes: readonly string[]): string =>
  hashes.length === 1 ? (hashes[0] ?? '') : createHash('sha256').update(hashes.join('\n')).digest('hex')
