import type { ReactNode } from 'react'

// Tabs that are addresses: they work without script, can be sent to a colleague, and back goes back.
export function LinkTabs({
  label,
  tabs,
}: {
  label: string
  tabs: { href: string; label: ReactNode; count?: string | undefined; isCurrent?: boolean | undefined }[]
}) {
  return (
    <nav aria-label={label} className="border-b print:hidden">
      <ul className="-mb-px flex gap-x-6 overflow-x-auto">
        {tabs.map((tab) => (
          <li key={tab.href} className="shrink-0">
            <a
              href={tab.href}
              aria-current={tab.isCurrent ? 'page' : undefined}
              className={
                'flex min-h-target min-w-target-dense items-center justify-center gap-2 border-b-3 px-1 ' +
                (tab.isCurrent
                  ? 'border-accent-text font-semibold text-accent-text'
                  : 'border-transparent text-ink hover:border-line-strong')
              }
            >
              {tab.label}
              {tab.count ? (
                <span className="rounded-full border bg-sunken px-2 text-sm font-normal text-muted">{tab.count}</span>
              ) : null}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
