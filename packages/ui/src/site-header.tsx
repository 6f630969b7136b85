import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import { Emblem } from './emblem.tsx'

export type SiteNavItem = { href: string; label: string; isCurrent?: boolean }

// Whose house this is, always: the court's name (or the platform's) beside the sign, then where one can go.
export function SiteHeader({
  name,
  subtitle,
  homeHref,
  nav = [],
  navLabel,
  tools,
  isWide = false,
}: {
  name: string
  subtitle?: string
  homeHref: string
  nav?: SiteNavItem[]
  navLabel: string
  tools?: ReactNode
  isWide?: boolean
}) {
  return (
    <header className="border-t-4 border-b border-t-accent bg-surface print:border-t-0">
      <div
        className={classNames(
          isWide ? 'desk-width' : 'page-width',
          'flex flex-wrap items-center justify-between gap-x-6 gap-y-1 py-2',
        )}
      >
        <a href={homeHref} className="flex min-h-target min-w-0 items-center gap-3 text-ink no-underline">
          <Emblem className="size-9 sm:size-10" />
          <span className="min-w-0 leading-tight">
            <span className="block text-lg font-semibold">{name}</span>
            {subtitle ? <span className="block text-sm text-muted">{subtitle}</span> : null}
          </span>
        </a>
        <div className="flex flex-wrap items-center gap-x-1 gap-y-0 print:hidden">{tools}</div>
      </div>
      {nav.length > 0 ? (
        <nav aria-label={navLabel} className="border-t bg-surface print:hidden">
          <ul
            className={classNames(
              isWide ? 'desk-width' : 'page-width',
              '-mb-px flex gap-x-4 overflow-x-auto sm:gap-x-6',
            )}
          >
            {nav.map((item) => (
              <li key={item.href} className="shrink-0">
                <a
                  href={item.href}
                  aria-current={item.isCurrent ? 'page' : undefined}
                  className={classNames(
                    'flex min-h-target min-w-target items-center justify-center border-b-3 border-transparent text-ink hover:border-line-strong',
                    item.isCurrent && 'border-accent-text font-semibold text-accent-text hover:border-accent-text',
                  )}
                >
                  {item.label}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      ) : null}
    </header>
  )
}
