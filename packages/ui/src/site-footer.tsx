import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'

export type FooterLink = { href: string; label: string }

export function SiteFooter({
  children,
  links = [],
  note,
  isWide = false,
}: {
  children?: ReactNode
  links?: FooterLink[]
  note?: ReactNode
  isWide?: boolean
}) {
  return (
    <footer className="mt-auto border-t bg-sunken text-sm text-muted print:hidden">
      <div className={classNames(isWide ? 'desk-width' : 'page-width', 'space-y-3 py-6')}>
        {children}
        {links.length > 0 ? (
          <ul className="flex flex-wrap gap-x-6">
            {links.map((link) => (
              <li key={link.href}>
                <a
                  href={link.href}
                  className="inline-flex min-h-target min-w-target items-center text-ink underline underline-offset-4"
                >
                  {link.label}
                </a>
              </li>
            ))}
          </ul>
        ) : null}
        {note ? <p>{note}</p> : null}
      </div>
    </footer>
  )
}
