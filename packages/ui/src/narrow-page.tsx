import type { ReactNode } from 'react'

// One question or one decision a page: title, one sentence, the thing itself. `isWide` begins at the left edge, below a head that does.
export function NarrowPage({
  title,
  lead,
  isWide = false,
  children,
}: {
  title: string
  lead?: ReactNode
  isWide?: boolean
  children?: ReactNode
}) {
  return (
    <div className={`${isWide ? 'desk-width' : 'page-width'} py-8 sm:py-12`}>
      <div className="max-w-xl space-y-6">
        <header className="space-y-2">
          <h1 className="text-2xl sm:text-3xl">{title}</h1>
          {lead ? <p className="text-muted">{lead}</p> : null}
        </header>
        {children}
      </div>
    </div>
  )
}
