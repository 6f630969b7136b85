import type { ReactNode } from 'react'
import { classNames } from '../class-names.ts'

// The list stays left while the case is open right; each scrolls by itself. Where there is no room for both, the
// open case takes the place of the list and carries the way back to it.
export function SplitView({
  list,
  detail,
  listLabel,
  detailLabel,
}: {
  list: ReactNode
  detail?: ReactNode
  listLabel: string
  detailLabel: string
}) {
  const isOpen = detail !== undefined && detail !== null
  return (
    <div
      className={classNames(
        'flex-1 xl:grid xl:min-h-0',
        isOpen ? 'xl:grid-cols-[minmax(30rem,5fr)_7fr]' : 'xl:grid-cols-1',
      )}
    >
      <section
        aria-label={listLabel}
        data-split-list
        className={classNames(
          '@container relative min-w-0 xl:max-h-[calc(100dvh-3.25rem)] xl:overflow-y-auto',
          isOpen && 'hidden xl:block xl:border-r',
        )}
      >
        {list}
      </section>
      {isOpen ? (
        <section
          aria-label={detailLabel}
          data-split-detail
          className="@container relative min-w-0 bg-surface xl:max-h-[calc(100dvh-3.25rem)] xl:overflow-y-auto"
        >
          {detail}
        </section>
      ) : null}
    </div>
  )
}
