import type { ReactNode } from 'react'
import { classNames } from '../class-names.ts'
import { Emblem } from '../emblem.tsx'

export type DeskNavItem = {
  href: string
  label: string
  count?: string | undefined
  countLabel?: string | undefined // '3 unread', for those who hear it
  isCurrent?: boolean | undefined
}

// One low line: whose court, where to go, who is signed in. The rest of the screen belongs to the work.
export function DeskHeader({
  court,
  homeHref,
  nav,
  navLabel,
  tools,
}: {
  court: string
  homeHref: string
  nav: DeskNavItem[]
  navLabel: string
  tools?: ReactNode
}) {
  return (
    <header className="border-t-4 border-b border-t-accent bg-surface print:hidden">
      <div className="desk-width flex flex-wrap items-center gap-x-6">
        <a href={homeHref} className="flex min-h-11 min-w-0 items-center gap-2 font-semibold text-ink no-underline">
          <Emblem className="size-7!" />
          {court}
        </a>
        <nav
          aria-label={navLabel}
          className="order-last -mx-4 w-[calc(100%+2rem)] min-w-0 px-4 lg:order-none lg:mx-0 lg:w-auto lg:px-0"
        >
          <ul className="relative -mb-px flex gap-x-5 overflow-x-auto">
            {nav.map((item) => (
              <li key={item.href} className="shrink-0">
                <a
                  href={item.href}
                  aria-current={item.isCurrent ? 'page' : undefined}
                  className={classNames(
                    'flex min-h-11 items-center gap-1.5 border-b-3 text-sm',
                    item.isCurrent
                      ? 'border-accent-text font-semibold text-accent-text'
                      : 'border-transparent text-ink hover:border-line-strong',
                  )}
                >
                  {item.label}
                  {item.count ? (
                    <span className="rounded-full border bg-sunken px-1.5 text-xs font-normal text-ink">
                      {item.count}
                      {item.countLabel ? <span className="sr-only"> {item.countLabel}</span> : null}
                    </span>
                  ) : null}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <div className="ml-auto flex flex-wrap items-center gap-x-1">{tools}</div>
      </div>
    </header>
  )
}
