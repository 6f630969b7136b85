import type { ReactNode } from 'react'
import { classNames } from '../class-names.ts'

// A control of the room: a shape and its word, large enough for a thumb. What is on or off is said, not only coloured.
export function ControlButton({
  icon,
  label,
  hint,
  isPressed,
  isOff = false,
  tone = 'plain',
  onPress,
}: {
  icon: ReactNode
  label: string
  hint?: string | undefined // why it cannot be pressed now
  isPressed?: boolean | undefined
  isOff?: boolean | undefined
  tone?: 'plain' | 'warn' | 'leave' | undefined
  onPress: () => void
}) {
  return (
    <button
      type="button"
      aria-pressed={isPressed}
      aria-disabled={isOff || undefined}
      title={hint}
      onClick={() => (isOff ? undefined : onPress())}
      className={classNames(
        'flex min-h-14 min-w-14 flex-1 cursor-pointer flex-col items-center justify-center gap-0.5 rounded-md border px-0.5 py-1 text-xs font-semibold sm:px-2 sm:max-w-32 sm:min-w-24',
        tone === 'plain' && 'border-line-strong bg-surface hover:bg-sunken',
        tone === 'warn' && 'border-warning bg-warning-soft text-warning',
        tone === 'leave' && 'border-accent-text bg-surface text-accent-text hover:bg-accent-soft',
        isOff && 'cursor-not-allowed border-dashed bg-sunken text-muted hover:bg-sunken',
      )}
    >
      {icon}
      <span className="leading-tight">{label}</span>
      {hint ? <span className="sr-only">{hint}</span> : null}
    </button>
  )
}
