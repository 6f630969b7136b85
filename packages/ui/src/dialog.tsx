'use client'

import { Dialog as Base } from '@base-ui/react/dialog'
import type { ReactNode } from 'react'
import { buttonClass, type ButtonSize, type ButtonVariant } from './button-class.ts'
import { XIcon } from './icons.tsx'

// For the desk. On pages of parties use NativeDialog (a fraction of the script) or a page of its own.
export function Dialog({
  trigger,
  triggerVariant,
  triggerSize,
  title,
  description,
  closeLabel,
  children,
  isOpen,
  onOpenChange,
}: {
  trigger?: ReactNode
  triggerVariant?: ButtonVariant | undefined
  triggerSize?: ButtonSize | undefined
  title: ReactNode
  description?: ReactNode
  closeLabel: string
  children: ReactNode
  isOpen?: boolean
  onOpenChange?: (isOpen: boolean) => void
}) {
  return (
    <Base.Root
      {...(isOpen === undefined ? {} : { open: isOpen })}
      {...(onOpenChange ? { onOpenChange: (open: boolean) => onOpenChange(open) } : {})}
    >
      {trigger ? (
        <Base.Trigger className={buttonClass({ variant: triggerVariant, size: triggerSize })}>{trigger}</Base.Trigger>
      ) : null}
      <Base.Portal>
        <Base.Backdrop className="fixed inset-0 z-40 bg-black/45" />
        <Base.Viewport className="fixed inset-0 z-50 grid place-items-center overflow-y-auto p-4">
          <Base.Popup className="w-full max-w-xl rounded-md border bg-surface text-ink shadow-lift outline-none">
            <div className="flex items-start justify-between gap-4 border-b px-5 py-3">
              <div>
                <Base.Title className="text-lg font-semibold">{title}</Base.Title>
                {description ? <Base.Description className="text-sm text-muted">{description}</Base.Description> : null}
              </div>
              <Base.Close aria-label={closeLabel} className={buttonClass({ variant: 'quiet', size: 'dense' })}>
                <XIcon />
              </Base.Close>
            </div>
            <div className="px-5 py-4">{children}</div>
          </Base.Popup>
        </Base.Viewport>
      </Base.Portal>
    </Base.Root>
  )
}
