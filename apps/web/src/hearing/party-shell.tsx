import type { HearingView } from '@court/usecases/hearings/hearing-types'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { getSay } from '@court/site/say'
import { CaseShell } from '../case/case-shell.tsx'
import { casePath } from '../case/case-path.ts'
import { hearingPath } from './hearing-path.ts'
import { placeOf } from './place-of.ts'

// The frame of a party's pages of one hearing: from the door back to the case, from a step back to the door.
export async function PartyShell({
  view,
  isStep = false,
  children,
}: {
  view: HearingView
  isStep?: boolean
  children: ReactNode
}) {
  const [t, say] = await Promise.all([getTranslations('hearing'), getSay()])
  return (
    <CaseShell
      page={view}
      say={say}
      back={
        isStep
          ? { href: hearingPath('party', placeOf(view)), label: t('common.back') }
          : { href: casePath(view), label: t('common.backToCase') }
      }
    >
      {children}
    </CaseShell>
  )
}
