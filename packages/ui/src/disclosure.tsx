import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import { ChevronRightIcon } from './icons.tsx'

// More for whoever asks. The browser's own details element: no script.
export function Disclosure({
  summary,
  children,
  isOpen = false,
  className,
}: {
  summary: ReactNode
  children: ReactNode
  isOpen?: boolean | undefined
  className?: string | undefined
}) {
  return (
    <details className={classNames('group', className)} open={isOpen}>
      <summary className="inline-flex min-h-target list-none items-center gap-1 text-info underline underline-offset-4 [&::-webkit-details-marker]:hidden">
        <ChevronRightIcon className="size-4 transition-transform group-open:rotate-90" />
        {summary}
      </summary>
      <div className="mt-1 border-l-4 border-line py-1 pl-4">{children}</div>
    </details>
  )
}
