import { BackLink } from '@court/ui/back-link'
import { getTranslations } from 'next-intl/server'

// Back to the list one came from (SoftLinks keeps its filters), with this case open in it.
export async function BackToList({ caseId }: { caseId: string }) {
  const t = await getTranslations('desk')
  return (
    <span data-back-list>
      <BackLink href={`/desk?case=${caseId}`} label={t('inbox.back')} />
    </span>
  )
}
