'use server'

import { settle } from '@court/api/errors'
import { personalFieldNames } from '@court/usecases/case/page/case-page-types'
import { getSay } from '@court/site/say'
import { getApi } from '../../server/api.ts'

export type Unmasked = { value: string | null; reason?: undefined } | { value?: undefined; reason: string } | null

// Shows one datum in full to whoever says why; the use case logs both.
export async function unmask(_before: Unmasked, form: FormData): Promise<Unmasked> {
  const text = (name: string) => String(form.get(name) ?? '')
  const field = personalFieldNames.find((name) => name === text('field'))
  if (!field) return null
  const api = await getApi()
  const answer = await settle(
    api.cases.unmask({
      courtSlug: text('courtSlug'),
      caseId: text('caseId'),
      partyId: text('partyId'),
      field,
      why: text('why'),
    }),
  )
  if (answer.ok) return { value: answer.value.value }
  const say = await getSay()
  return { reason: say(answer.fields?.['why'] ?? answer.reason) }
}
