'use server'

import { settle } from '@court/api/errors'
import type { SignatureValue } from '@court/procedure/code/form-values'
import { redirect } from 'next/navigation'
import { errorsById } from '../forms/error-paths.ts'
import { keepAnswers } from '../forms/kept-answers.ts'
import { readForm } from '../forms/read-form.ts'
import { getApi } from '../server/api.ts'
import { draftPath, readDraft } from './read-draft.ts'

// Submits once, however often it is pressed. What the rules refuse comes back with the reason; the draft stays as it is.
export async function submitFiling(
  { draftId, step }: { draftId: string; step: string },
  data: FormData,
): Promise<void> {
  const here = draftPath(draftId, step)
  const draft = await readDraft(draftId)
  const name = Object.keys(draft.form.fields).find((one) => draft.form.fields[one]?.type === 'signature')
  const signature =
    name === undefined ? undefined : (readForm(draft.form, data, [name])[name] as SignatureValue | undefined)
  if (!signature) {
    await keepAnswers(here, {
      input: {},
      errors: { [name ?? 'signature']: { zh: '请先签名，再提交。', en: 'Sign first, then submit.' } },
    })
    redirect(here)
  }
  const api = await getApi()
  const submitted = await settle(api.filing.submit({ draftId, version: Number(data.get('version')), signature }))
  if (submitted.ok) redirect(`/my/${submitted.value.courtSlug}/${submitted.value.caseId}/receipt?new=1`)
  const problems = errorsById(submitted.fields ?? {}, draft.input)
  await keepAnswers(here, {
    input: {},
    errors: Object.keys(problems).length > 30 ? {} : problems,
    reason: submitted.reason,
  })
  redirect(here)
}
