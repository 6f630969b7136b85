import type { ReactNode } from 'react'

// One part of the case page, with a heading one can jump to.
export function Section({
  id,
  title,
  tools,
  children,
}: {
  id: string
  title: string
  tools?: ReactNode
  children: ReactNode
}) {
  return (
    <section id={id} aria-labelledby={`${id}-title`} className="scroll-mt-4">
      <div className="mb-1.5 flex flex-wrap items-baseline justify-between gap-x-4 border-b pb-1">
        <h2 id={`${id}-title`} className="text-lg">
          {title}
        </h2>
        {tools}
      </div>
      {children}
    </section>
  )
}
