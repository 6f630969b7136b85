'use client'

import { Menu as Base } from '@base-ui/react/menu'
import type { ReactNode } from 'react'
import { buttonClass, type ButtonSize, type ButtonVariant } from './button-class.ts'
import { ChevronDownIcon } from './icons.tsx'

export type MenuLink = { href: string; label: ReactNode; hint?: ReactNode }

// For the desk: several acts behind one button, each a link to its page.
export function Menu({
  trigger,
  items,
  variant,
  size = 'dense',
}: {
  trigger: ReactNode
  items: MenuLink[]
  variant?: ButtonVariant | undefined
  size?: ButtonSize | undefined
}) {
  return (
    <Base.Root modal={false}>
      <Base.Trigger className={buttonClass({ variant, size })}>
        {trigger}
        <ChevronDownIcon className="size-4" />
      </Base.Trigger>
      <Base.Portal>
        <Base.Positioner sideOffset={4} align="end" collisionPadding={12} className="z-40">
          <Base.Popup className="min-w-52 rounded-md border bg-surface py-1 text-ink shadow-lift outline-none">
            {items.map((item) => (
              <Base.LinkItem
                key={item.href}
                href={item.href}
                className="flex min-h-target-dense flex-col justify-center px-4 py-1 text-ink no-underline outline-none data-highlighted:bg-sunken"
              >
                <span>{item.label}</span>
                {item.hint ? <span className="text-sm text-muted">{item.hint}</span> : null}
              </Base.LinkItem>
            ))}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}
