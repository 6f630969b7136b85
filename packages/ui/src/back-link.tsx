import type { ReactNode } from 'react'
import { ArrowLeftIcon } from './icons.tsx'

export function BackLink({ href, label }: { href: string; label: ReactNode }) {
  return (
    <a
      href={href}
      className="inline-flex min-h-target items-center gap-1.5 text-ink underline underline-offset-4 print:hidden"
    >
      <ArrowLeftIcon className="size-4" />
      {label}
    </a>
  )
}
