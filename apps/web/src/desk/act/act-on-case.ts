'use server'

import { settle } from '@court/api/errors'
import type { FormInput } from '@court/procedure/code/form-values'
import type { ActionForm } from '@court/usecases/case/page/case-page-types'
import { kindOf } from '@court/usecases/refusal'
import { redirect } from 'next/navigation'
import { errorsById } from '../../forms/error-paths.ts'
import { dropAnswers, keepAnswers, keepingTyped } from '../../forms/kept-answers.ts'
import { applyAct, readAct } from '../../forms/list-acts.ts'
import { readForm } from '../../forms/read-form.ts'
import { typedFaults } from '../../forms/typed-faults.ts'
import { getApi } from '../../server/api.ts'
import { answered } from '../answered.ts'
import { getReader } from '../desk-reader.ts'

// Does an action of the code with what was filled in. What does not go through comes back with everything that was typed, also when a
// colleague was faster; the page then shows what is new.
export async function actOnCase(data: FormData): Promise<void> {
  const { path, action } = readPlace(data)
  await keepingTyped({ path, back: `${path}?again=${action}` }, data, () => act(data))
}

async function act(data: FormData): Promise<void> {
  const { caseId, action, path, headSeq, key } = readPlace(data)
  const [reader, api] = await Promise.all([getReader(), getApi()])
  const place = { courtSlug: reader.courtSlug, caseId, action }
  const { form, action: declared } = await answered<ActionForm>(api.cases.actionForm(place))
  const input: FormInput = form ? readForm(form, data) : {}
  const listAct = readAct(data)
  if (form && listAct) {
    await keepAnswers(path, { input: applyAct(form, input, listAct), errors: {} })
    redirect(`${path}?again=${action}`)
  }
  const faults = form ? typedFaults(form, input) : {}
  if (data.get('_do') === 'preview' || Object.keys(faults).length > 0) {
    await keepAnswers(path, { input, errors: faults })
    redirect(`${path}?again=${action}`)
  }
  if (declared.isDangerous && data.get('_sure') !== 'yes') {
    await keepAnswers(path, { input, errors: {}, reason: lookTwice })
    redirect(`${path}?again=${action}`)
  }
  const done = await settle(api.cases.perform({ ...place, input: jsonOf(input), key, headSeq }))
  if (done.ok) {
    await dropAnswers(path)
    redirect(`/desk/cases/${caseId}?done=${action}`)
  }
  const fields = errorsById(done.fields ?? {}, input)
  const isConflict = kindOf(done) === 'conflict' && done.ruleId.startsWith('case.')
  // Who was faster and with what stands on top of the page then, entry by entry.
  const reason = isConflict || Object.keys(fields).length > 0 ? undefined : done.reason
  await keepAnswers(path, { input, errors: fields, reason })
  redirect(isConflict ? `${path}?again=${action}&seen=${headSeq}` : `${path}?again=${action}`)
}

const lookTwice = {
  zh: '此操作影响当事人权利。请看过将发生的变化，勾选确认后再办理。',
  en: 'This step weighs on a party. Read what will change, tick the box, then do it.',
}

function readPlace(data: FormData) {
  const text = (name: string) => String(data.get(name) ?? '')
  const caseId = /^[0-9a-f-]{36}$/.exec(text('_case'))?.[0] ?? ''
  const action = /^[a-z][a-z0-9-]*$/.exec(text('_action'))?.[0] ?? ''
  const path = text('_from') === 'review' ? `/desk/cases/${caseId}/review` : `/desk/cases/${caseId}/do/${action}`
  return { caseId, action, path, headSeq: Number(text('_head')) || 1, key: text('_key') }
}

// What is not filled in is not sent.
function jsonOf(input: FormInput) {
  return JSON.parse(JSON.stringify(input)) as Record<string, never>
}
