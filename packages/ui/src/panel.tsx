import type { ReactNode } from 'react'
import { CircleCheckIcon } from './icons.tsx'

// It is done: the receipt. Said once, large, with the number to keep.
export function ReceiptPanel({
  title,
  numberLabel,
  number,
  children,
}: {
  title: string
  numberLabel?: string | undefined
  number?: string | undefined
  children?: ReactNode
}) {
  return (
    <section className="rounded-md border border-success/40 bg-success-soft px-5 py-6 sm:px-8 sm:py-8" role="status">
      <h1 className="flex items-start gap-3 text-2xl text-success sm:text-3xl">
        <CircleCheckIcon className="mt-[0.12em] size-8" />
        {title}
      </h1>
      {number ? (
        <p className="mt-4">
          <span className="block text-sm text-muted">{numberLabel}</span>
          <strong className="text-xl select-all">{number}</strong>
        </p>
      ) : null}
      {children ? <div className="mt-4">{children}</div> : null}
    </section>
  )
}
