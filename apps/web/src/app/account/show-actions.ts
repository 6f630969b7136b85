'use server'

import { settle } from '@court/api/errors'
import { redirect } from 'next/navigation'
import type { Shown } from '../../account/shown-number.tsx'
import { getApi } from '../../server/api.ts'
import { textOfWords } from '../../server/form-state.ts'

export async function showNumber(_state: Shown): Promise<Shown> {
  const shown = await settle((await getApi()).accounts.showIdentity())
  if (shown.ok) return { number: shown.value.number ?? '' }
  if (shown.kind === 'confirm-again') redirect('/account/confirm?next=/account')
  return { message: await textOfWords(shown.reason) }
}
