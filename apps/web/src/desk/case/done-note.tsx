import type { CasePage } from '@court/usecases/case/page/case-page-types'
import { Alert } from '@court/ui/alert'
import { getTranslations } from 'next-intl/server'
import { getSay } from '@court/site/say'

// What was just recorded, said once on top of the case.
export async function DoneNote({ page, action }: { page: CasePage; action: string }) {
  const [t, say] = await Promise.all([getTranslations('desk'), getSay()])
  const last = page.docket.at(-1)
  if (!last || last.action?.id !== action) return null
  return (
    <div className="desk-width pt-2">
      <Alert tone="success" isLive title={t('done.title', { what: say(last.action.title) })}>
        {action === 'accept-filing' && page.case.number
          ? t('done.accepted', { number: page.case.number, judge: page.case.judge?.name ?? t('inbox.noJudge') })
          : t('done.note', { seq: last.seq })}
      </Alert>
    </div>
  )
}
