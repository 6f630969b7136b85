'use server'

import type { ReactNode } from 'react'
import { readForm } from '../../forms/read-form.ts'
import { getApi } from '../../server/api.ts'
import { answered } from '../answered.ts'
import { getReader } from '../desk-reader.ts'
import { Preview } from './preview.tsx'

// What would change with the form as it stands now, drawn anew while somebody types.
export async function previewNow(data: FormData): Promise<ReactNode> {
  const [reader, api] = await Promise.all([getReader(), getApi()])
  const [caseId, action] = [String(data.get('_case') ?? ''), String(data.get('_action') ?? '')]
  const place = { courtSlug: reader.courtSlug, caseId, action }
  const { form } = await answered(api.cases.actionForm(place))
  return <Preview place={place} input={form ? readForm(form, data) : {}} />
}
