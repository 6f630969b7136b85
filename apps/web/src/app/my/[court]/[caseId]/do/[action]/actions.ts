'use server'

import { settle } from '@court/api/errors'
import type { JsonObject } from '@court/procedure/docket/entry'
import type { FormInput } from '@court/procedure/code/form-values'
import { getTranslations } from 'next-intl/server'
import { redirect } from 'next/navigation'
import { errorsById } from '../../../../../../forms/error-paths.ts'
import { dropAnswers, keepAnswers, keepingTyped } from '../../../../../../forms/kept-answers.ts'
import { applyAct, readAct } from '../../../../../../forms/list-acts.ts'
import { readForm } from '../../../../../../forms/read-form.ts'
import { typedFaults } from '../../../../../../forms/typed-faults.ts'
import { getApi } from '../../../../../../server/api.ts'

type Place = { court: string; caseId: string; action: string }

// Does an action of the code as a party. What does not go through comes back to the same page with everything that was typed.
export async function performAsParty(place: Place, data: FormData): Promise<void> {
  const here = `/my/${place.court}/${place.caseId}/do/${place.action}`
  await keepingTyped({ path: here, back: here }, data, () => perform(place, here, data))
}

async function perform({ court, caseId, action }: Place, here: string, data: FormData): Promise<void> {
  const api = await getApi()
  const asked = await settle(api.cases.actionForm({ courtSlug: court, caseId, action }))
  if (!asked.ok) redirect(`/my/${court}/${caseId}`)
  const { form, action: rule } = asked.value
  const input: FormInput = form ? readForm(form, data) : {}

  const act = readAct(data)
  if (act && form) {
    await keepAnswers(here, { input: applyAct(form, input, act), errors: {} })
    redirect(here)
  }
  const typed = form ? typedFaults(form, input) : {}
  if (rule.isDangerous && data.get('confirmed') !== 'yes') {
    const words = await confirmWords()
    await keepAnswers(here, { input, errors: { ...typed, confirmed: words } })
    redirect(here)
  }
  if (Object.keys(typed).length > 0) {
    await keepAnswers(here, { input, errors: typed })
    redirect(here)
  }
  const done = await settle(
    api.cases.perform({
      courtSlug: court,
      caseId,
      action,
      input: input as JsonObject,
      key: String(data.get('key')),
      headSeq: Number(data.get('headSeq')),
    }),
  )
  if (!done.ok) {
    await keepAnswers(here, {
      input,
      errors: errorsById(done.fields ?? {}, input),
      reason: done.fields && Object.keys(done.fields).length > 0 ? undefined : done.reason,
    })
    redirect(here)
  }
  await dropAnswers(here)
  redirect(`/my/${court}/${caseId}?done=${action}`)
}

async function confirmWords() {
  const [zh, en] = await Promise.all([
    getTranslations({ locale: 'zh-CN', namespace: 'case' }),
    getTranslations({ locale: 'en', namespace: 'case' }),
  ])
  return { zh: zh('act.confirmMissing'), en: en('act.confirmMissing') }
}
