import { ChevronRightIcon } from './icons.tsx'

export function Breadcrumb({ label, items }: { label: string; items: { href?: string; label: string }[] }) {
  return (
    <nav aria-label={label} className="text-sm print:hidden">
      <ol className="flex flex-wrap items-center gap-x-1.5">
        {items.map((item, index) => (
          <li key={item.label} className="flex items-center gap-x-1.5">
            {index > 0 ? <ChevronRightIcon className="size-4 text-muted" /> : null}
            {item.href ? (
              <a
                href={item.href}
                className="inline-flex min-h-target-dense items-center text-ink underline underline-offset-4"
              >
                {item.label}
              </a>
            ) : (
              <span aria-current="page" className="text-muted">
                {item.label}
              </span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  )
}
