import { canonicalHash } from '@court/procedure/code/canonical-hash'
import type { FormInput, MaterialValue } from '@court/procedure/code/form-values'
import type { ResolvedCode } from '@court/procedure/code/resolved-code'
import type { Form } from '@court/procedure/code/schema/forms'
import type { JsonObject } from '@court/procedure/docket/entry'
import { consentTexts } from './consent-texts.ts'

/**
 * What the hand signed, as one JSON: court, code, every answer, the hash of every file in its order, the texts agreed to. It is kept sealed
 * in the case; the signature and the docket name its hash, so that anybody entitled can check that nothing else was signed.
 */
export function signedStatement({
  code,
  form,
  input,
}: {
  code: ResolvedCode
  form: Form
  input: FormInput
}): JsonObject {
  const answers: JsonObject = {}
  for (const [name, field] of Object.entries(form.fields))
    if (field.type !== 'signature' && field.type !== 'material-list' && input[name] !== undefined)
      answers[name] = JSON.parse(JSON.stringify(input[name])) as JsonObject
  const materials = Object.entries(form.fields).flatMap(([name, field]) =>
    field.type === 'material-list' ? ((input[name] as MaterialValue[] | undefined) ?? []) : [],
  )
  const texts = consentTexts(code)
  const consents = Object.values(form.fields).flatMap((field) => (field.type === 'consent' ? [field.consent] : []))
  return {
    court: code.court,
    codeHash: code.hash,
    answers,
    files: materials.flatMap(({ type, title, files = [] }) =>
      files.map(({ fileName, sha256 = '' }) => ({ type, title, fileName, sha256 })),
    ),
    consents: consents.flatMap((id) => {
      const text = texts[id]
      return text ? [{ consent: id, version: text.version, hash: text.hash }] : []
    }),
  }
}

export const hashOfStatement = (statement: JsonObject): string => canonicalHash(statement)
