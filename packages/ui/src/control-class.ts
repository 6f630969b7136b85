import { classNames } from './class-names.ts'

export type ControlSize = 'normal' | 'dense'

// The common look of everything one types into. Borders keep 3 : 1 against the page.
export function controlClass({
  size = 'normal',
  isInvalid = false,
  className,
}: {
  size?: ControlSize | undefined
  isInvalid?: boolean | undefined
  className?: string | undefined
}): string {
  return classNames(
    'block w-full rounded-md border bg-surface text-ink placeholder:text-muted',
    'disabled:cursor-not-allowed disabled:bg-sunken disabled:text-muted [&:is(input,textarea):read-only]:bg-sunken',
    size === 'normal' ? 'min-h-target px-3 py-2 text-base' : 'min-h-target-dense px-2.5 py-1 text-sm',
    isInvalid ? 'border-2 border-accent-text' : 'border-line-strong hover:border-ink',
    className,
  )
}
