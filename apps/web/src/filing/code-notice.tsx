import type { DraftView } from '@court/usecases/filing/draft-view'
import { Alert } from '@court/ui/alert'
import { Button } from '@court/ui/button'
import { getTranslations } from 'next-intl/server'
import type { Say } from '@court/site/say'
import { noteChanges } from './actions.ts'

// The rules of the court changed since the draft was begun: what is different, and that nothing is lost.
export async function CodeNotice({ draft, say, step = '' }: { draft: DraftView; say: Say; step?: string | undefined }) {
  const t = await getTranslations('filing')
  const { code } = draft
  if (!code.receivesFilings)
    return (
      <Alert tone="warning" title={t('closedTitle')}>
        {t('closedText')}
      </Alert>
    )
  if (!code.hasChanged || code.changes.length === 0) return null
  return (
    <Alert tone="warning" title={t('changedTitle')}>
      <ul className="list-disc pl-5">
        {code.changes.map((change) => (
          <li key={change.kind + (change.field ?? '')}>{say(change.words)}</li>
        ))}
      </ul>
      <p className="mt-1">{t('changedNote')}</p>
      <form action={noteChanges.bind(null, { draftId: draft.draftId, version: draft.version, step })} className="mt-2">
        <Button>{t('changedSeen')}</Button>
      </form>
    </Alert>
  )
}
