import type { CourtNode } from '@court/usecases/courts/list-courts'
import { ChevronRightIcon } from '@court/ui/icons'
import { getTranslations } from 'next-intl/server'
import type { Say } from '@court/site/say'

// The courts as the tree they form. What stands under a court folds away; few stand open.
export async function CourtTree({ courts, say, depth = 0 }: { courts: CourtNode[]; say: Say; depth?: number }) {
  const t = await getTranslations('courts')
  return (
    <ul className={depth === 0 ? 'border-t' : 'ml-2 border-l pl-3 sm:pl-5'}>
      {courts.map((court) => (
        <li key={court.courtId} className={depth === 0 ? 'border-b py-1' : 'border-b py-1 last:border-b-0'}>
          <a href={`/c/${court.slug}`} className="link inline-flex min-h-target items-center">
            {say(court.name)}
          </a>
          {court.children.length > 0 ? (
            <details open={depth < 2 || court.children.length <= 15}>
              <summary className="flex min-h-target-dense list-none items-center gap-1 text-sm text-muted [&::-webkit-details-marker]:hidden">
                <ChevronRightIcon className="size-4 transition-transform [[open]>summary>&]:rotate-90" />
                {t('below', { n: court.children.length })}
                <span className="sr-only">{say(court.name)}</span>
              </summary>
              <CourtTree courts={court.children} say={say} depth={depth + 1} />
            </details>
          ) : null}
        </li>
      ))}
    </ul>
  )
}
