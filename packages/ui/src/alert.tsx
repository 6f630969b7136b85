import type { ReactNode } from 'react'
import type { Tone } from './badge.tsx'
import { classNames } from './class-names.ts'
import { CircleAlertIcon, CircleCheckIcon, InfoIcon, TriangleAlertIcon } from './icons.tsx'

const looks: Record<Tone, { box: string; mark: string }> = {
  neutral: { box: 'border-line-strong bg-sunken', mark: 'text-muted' },
  info: { box: 'border-info bg-info-soft', mark: 'text-info' },
  success: { box: 'border-success bg-success-soft', mark: 'text-success' },
  warning: { box: 'border-warning bg-warning-soft', mark: 'text-warning' },
  danger: { box: 'border-accent-text bg-accent-soft', mark: 'text-accent-text' },
}

// What changed or what to mind, with what to do. Announced only when it is the answer to an act (isLive).
export function Alert({
  tone = 'info',
  title,
  children,
  isLive = false,
  className,
}: {
  tone?: Tone | undefined
  title?: ReactNode
  children?: ReactNode
  isLive?: boolean | undefined
  className?: string | undefined
}) {
  const Mark =
    tone === 'success'
      ? CircleCheckIcon
      : tone === 'warning'
        ? TriangleAlertIcon
        : tone === 'danger'
          ? CircleAlertIcon
          : InfoIcon
  return (
    <div
      role={isLive ? (tone === 'danger' ? 'alert' : 'status') : undefined}
      className={classNames('flex gap-3 rounded-md border border-l-4 px-4 py-3', looks[tone].box, className)}
    >
      <Mark className={`mt-[0.15em] size-5 ${looks[tone].mark}`} />
      <div className="min-w-0 flex-1">
        {title ? <p className="font-semibold">{title}</p> : null}
        {children}
      </div>
    </div>
  )
}
