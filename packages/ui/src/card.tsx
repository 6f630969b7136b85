import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'

// A surface that holds one thing together. Title and tools in one line, then the thing.
export function Card({
  title,
  titleLevel = 2,
  tools,
  children,
  isFlush = false,
  id,
  className,
}: {
  title?: ReactNode
  titleLevel?: 2 | 3 | undefined
  tools?: ReactNode
  children: ReactNode
  isFlush?: boolean | undefined // children bring their own padding (tables, lists)
  id?: string | undefined
  className?: string | undefined
}) {
  const Title = titleLevel === 2 ? 'h2' : 'h3'
  return (
    <section
      id={id}
      className={classNames('rounded-md border bg-surface', className)}
      aria-labelledby={title && id ? `${id}-title` : undefined}
    >
      {title || tools ? (
        <div
          className={classNames(
            'flex flex-wrap items-center justify-between gap-x-4 gap-y-1 px-4 sm:px-5',
            isFlush ? 'border-b py-3' : 'pt-4',
          )}
        >
          {title ? (
            <Title id={id ? `${id}-title` : undefined} className="text-lg">
              {title}
            </Title>
          ) : null}
          {tools}
        </div>
      ) : null}
      <div className={isFlush ? '' : 'px-4 py-4 sm:px-5'}>{children}</div>
    </section>
  )
}
