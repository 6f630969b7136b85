import type { CourtNode } from '@court/usecases/courts/list-courts'
import { ChevronRightIcon } from '@court/ui/icons'
import type { Say } from '../i18n/say.ts'

// The courts as the tree they form. The upper levels stand open; what was searched for stands alone.
export function CourtTree({ courts, say, depth = 0 }: { courts: CourtNode[]; say: Say; depth?: number }) {
  return (
    <ul className={depth === 0 ? 'border-t' : 'ml-2 border-l pl-3 sm:pl-5'}>
      {courts.map((court) => (
        <li key={court.courtId} className={depth === 0 ? 'border-b' : 'border-b last:border-b-0'}>
          {court.children.length === 0 ? (
            <CourtLine court={court} say={say} />
          ) : (
            <details open={depth < 2} className="group/tree">
              <summary className="flex min-h-target list-none items-center gap-1 [&::-webkit-details-marker]:hidden">
                <ChevronRightIcon className="size-5 text-muted transition-transform [[open]>summary>&]:rotate-90" />
                <CourtLine court={court} say={say} />
              </summary>
              <CourtTree courts={court.children} say={say} depth={depth + 1} />
            </details>
          )}
        </li>
      ))}
    </ul>
  )
}

export function CourtLine({ court, say }: { court: CourtNode; say: Say }) {
  return (
    <span className="flex min-h-target flex-wrap items-center gap-x-3 py-1">
      <a href={`/c/${court.slug}`} className="link inline-flex min-h-target items-center">
        {say(court.name)}
      </a>
    </span>
  )
}
