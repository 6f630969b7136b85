import { classNames } from '../class-names.ts'
import type { Tone } from '../badge.tsx'

export type Figure = {
  label: string
  value: string
  href?: string | undefined
  tone?: Tone | undefined
  isCurrent?: boolean
}

const toneText: Record<Tone, string> = {
  neutral: 'text-ink',
  info: 'text-info',
  success: 'text-success',
  warning: 'text-warning',
  danger: 'text-accent-text',
}

// The few numbers one looks at first, each a way to its list.
export function Figures({ label, figures }: { label: string; figures: Figure[] }) {
  return (
    <nav aria-label={label}>
      <ul className="-mx-1 flex gap-1.5 overflow-x-auto px-1 py-0.5 @xl:flex-wrap">
        {figures.map((figure) => {
          const face = (
            <>
              {figure.value ? (
                <strong className={classNames('font-semibold', toneText[figure.tone ?? 'neutral'])}>
                  {figure.value}
                </strong>
              ) : null}
              <span>{figure.label}</span>
            </>
          )
          const look = classNames(
            'inline-flex min-h-target-dense items-center gap-1.5 rounded-md border px-2.5 text-sm text-ink no-underline',
            figure.isCurrent ? 'border-ink bg-sunken font-semibold' : 'bg-surface',
          )
          return (
            <li key={figure.label} className="shrink-0">
              {figure.href ? (
                <a
                  href={figure.href}
                  aria-current={figure.isCurrent ? 'true' : undefined}
                  className={classNames(look, 'hover:border-line-strong')}
                >
                  {face}
                </a>
              ) : (
                <span className={look}>{face}</span>
              )}
            </li>
          )
        })}
      </ul>
    </nav>
  )
}
