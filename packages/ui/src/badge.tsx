import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'

export type Tone = 'neutral' | 'info' | 'success' | 'warning' | 'danger'

export const toneClass: Record<Tone, string> = {
  neutral: 'border-line-strong/40 bg-sunken text-ink',
  info: 'border-info/30 bg-info-soft text-info',
  success: 'border-success/30 bg-success-soft text-success',
  warning: 'border-warning/30 bg-warning-soft text-warning',
  danger: 'border-accent-text/30 bg-accent-soft text-accent-text',
}

// A state in one or two words. The colour repeats what the words say.
export function Badge({
  tone = 'neutral',
  children,
  className,
}: {
  tone?: Tone | undefined
  children: ReactNode
  className?: string | undefined
}) {
  return (
    <span
      className={classNames(
        'inline-flex items-center gap-1.5 rounded-sm border px-2 py-0.5 text-sm leading-snug font-semibold whitespace-nowrap',
        toneClass[tone],
        className,
      )}
    >
      {children}
    </span>
  )
}
