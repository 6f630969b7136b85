import { classNames } from './class-names.ts'

export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger'
export type ButtonSize = 'normal' | 'dense' | 'large'

const variants: Record<ButtonVariant, string> = {
  primary: 'border-transparent bg-accent text-on-accent hover:bg-accent-strong',
  secondary: 'border-line-strong bg-surface text-ink hover:bg-sunken hover:border-ink',
  quiet: 'border-transparent bg-transparent text-info hover:bg-info-soft',
  danger: 'border-accent-text bg-surface text-accent-text hover:bg-accent-soft',
}

const sizes: Record<ButtonSize, string> = {
  normal: 'min-h-target min-w-target px-5 text-base',
  dense: 'min-h-target-dense min-w-target-dense px-3 text-sm',
  large: 'min-h-14 min-w-target px-7 text-lg',
}

export function buttonClass({
  variant = 'secondary',
  size = 'normal',
  className,
}: {
  variant?: ButtonVariant | undefined
  size?: ButtonSize | undefined
  className?: string | undefined
}): string {
  return classNames(
    'inline-flex cursor-pointer items-center justify-center gap-2 rounded-md border py-1.5 text-center font-semibold no-underline',
    'transition-colors disabled:cursor-not-allowed disabled:opacity-55 aria-disabled:cursor-not-allowed aria-disabled:opacity-55',
    variants[variant],
    sizes[size],
    className,
  )
}
