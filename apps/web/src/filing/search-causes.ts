'use server'

import { getApi } from '../server/api.ts'
import { getSay } from '@court/site/say'
import type { CauseOption } from '../forms/drawing.ts'
import { causeOption } from './cause-option.ts'

export async function searchCauses(text: string): Promise<CauseOption[]> {
  const [api, say] = await Promise.all([getApi(), getSay()])
  const found = await api.causes.search({ q: String(text).slice(0, 60) })
  return found.ok ? found.value.map((cause) => causeOption(cause, say)) : []
}
