'use client'

import { Popover as Base } from '@base-ui/react/popover'
import type { ReactNode } from 'react'
import { buttonClass, type ButtonSize, type ButtonVariant } from './button-class.ts'

// For the desk. Pages of parties use Disclosure or the deadline badge, which need no script.
export function Popover({
  trigger,
  triggerVariant = 'quiet',
  triggerSize = 'dense',
  title,
  children,
}: {
  trigger: ReactNode
  triggerVariant?: ButtonVariant | undefined
  triggerSize?: ButtonSize | undefined
  title?: ReactNode
  children: ReactNode
}) {
  return (
    <Base.Root>
      <Base.Trigger className={buttonClass({ variant: triggerVariant, size: triggerSize })}>{trigger}</Base.Trigger>
      <Base.Portal>
        <Base.Positioner sideOffset={6} collisionPadding={12} className="z-40">
          <Base.Popup className="max-w-sm rounded-md border bg-surface px-4 py-3 text-ink shadow-lift outline-none">
            {title ? <Base.Title className="mb-1 font-semibold">{title}</Base.Title> : null}
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}
