import type { ReactNode } from 'react'

export function Section({
  id,
  title,
  lead,
  children,
}: {
  id: string
  title: string
  lead?: string
  children: ReactNode
}) {
  return (
    <div id={id} className="mb-8 scroll-mt-4">
      <h2 className="mb-1 border-b pb-1 text-lg">{title}</h2>
      {lead ? <p className="mb-2 text-sm text-muted">{lead}</p> : null}
      {children}
    </div>
  )
}
