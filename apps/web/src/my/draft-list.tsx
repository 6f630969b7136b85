import type { DraftSummary } from '@court/usecases/filing/draft-view'
import { formatInstant } from '@court/ui/words/dates'
import { getTranslations } from 'next-intl/server'
import { draftPath } from '../filing/read-draft.ts'
import type { Say } from '@court/site/say'
import { readPreferences } from '@court/site/preferences'

export async function DraftList({ drafts, say }: { drafts: DraftSummary[]; say: Say }) {
  if (drafts.length === 0) return null
  const [t, { locale }] = await Promise.all([getTranslations('my'), readPreferences()])
  return (
    <section aria-labelledby="drafts">
      <h2 id="drafts" className="text-xl">
        {t('drafts')}
      </h2>
      <ul className="mt-2 border-t">
        {drafts.map((draft) => (
          <li key={draft.draftId} className="relative border-b py-2 hover:bg-sunken/60">
            <a
              href={draftPath(draft.draftId)}
              className="link inline-flex min-h-target items-center after:absolute after:inset-0"
            >
              {draft.title || t('untitled')}
            </a>
            <span className="block text-sm text-muted">
              {say(draft.court.name)} ·{' '}
              {t('savedAt', {
                time: formatInstant({ instant: draft.updatedAt.toISOString(), locale, timeZone: draft.court.zone }),
              })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
