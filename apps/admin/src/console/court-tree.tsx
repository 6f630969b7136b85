import type { CourtInTree } from '@court/usecases/admin/list-courts'
import { classNames } from '@court/ui/class-names'
import { getTranslations } from 'next-intl/server'
import { getSay, type Say } from '@court/site/say'

// Supreme, high, intermediate, basic: each court under the one above it. What is not open yet says so.
export async function CourtTree({
  courts,
  currentId,
  below,
}: {
  courts: CourtInTree[]
  currentId?: string | undefined
  below: string // the page of a court one stays on: '', '/codes', '/staff'
}) {
  const [t, say] = await Promise.all([getTranslations('courts'), getSay()])
  const status = { preparing: t('status.preparing'), open: '', closed: t('status.closed') }
  return (
    <nav aria-label={t('tree')}>
      <Level courts={courts} parentId={null} currentId={currentId} below={below} say={say} status={status} />
    </nav>
  )
}

type Props = {
  courts: CourtInTree[]
  parentId: string | null
  currentId: string | undefined
  below: string
  say: Say
  status: Record<string, string>
}

function Level({ courts, parentId, currentId, below, say, status }: Props) {
  const here = courts.filter((court) => court.parentId === parentId)
  if (here.length === 0) return null
  return (
    <ul className={parentId === null ? '' : 'ml-3 border-l pl-2'}>
      {here.map((court) => (
        <li key={court.id}>
          <a
            href={`/courts/${court.id}${below}`}
            aria-current={court.id === currentId ? 'page' : undefined}
            className={classNames(
              'flex min-h-8 items-center gap-2 rounded-md px-2 py-1 text-sm text-ink no-underline hover:bg-sunken',
              court.id === currentId && 'bg-info-soft font-semibold',
            )}
          >
            <span className="min-w-0 flex-1">{say({ zh: court.nameZh, en: court.nameEn })}</span>
            {status[court.status] ? (
              <span className="text-xs text-warning">{status[court.status]}</span>
            ) : (
              <span className="text-xs text-muted">{court.code}</span>
            )}
          </a>
          <Level {...{ courts, currentId, below, say, status }} parentId={court.id} />
        </li>
      ))}
    </ul>
  )
}
