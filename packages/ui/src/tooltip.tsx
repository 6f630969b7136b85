'use client'

import { Tooltip as Base } from '@base-ui/react/tooltip'
import type { ReactNode } from 'react'
import { buttonClass } from './button-class.ts'

// For the desk: the name of a button that shows only a sign. Never the sole place of anything one must know.
export function TooltipButton({
  label,
  children,
  onPress,
}: {
  label: string
  children: ReactNode
  onPress?: (() => void) | undefined
}) {
  return (
    <Base.Root>
      <Base.Trigger aria-label={label} onClick={onPress} className={buttonClass({ variant: 'quiet', size: 'dense' })}>
        {children}
      </Base.Trigger>
      <Base.Portal>
        <Base.Positioner sideOffset={4} className="z-50">
          <Base.Popup className="rounded-sm border border-ink bg-ink px-2 py-1 text-sm text-canvas">{label}</Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  )
}
