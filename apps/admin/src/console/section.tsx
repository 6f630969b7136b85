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
    <section id={id} aria-labelledby={`${id}-title`} className="mb-8">
      <h2 id={`${id}-title`} className="mb-1 border-b pb-1 text-lg">
        {title}
      </h2>
      {lead ? <p className="mb-2 text-sm text-muted">{lead}</p> : null}
      {children}
    </section>
  )
}
