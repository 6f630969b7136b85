import type { ComponentProps, ReactNode } from 'react'
import { classNames } from './class-names.ts'

type ChoiceProps = Omit<ComponentProps<'input'>, 'type'> & {
  label: ReactNode
  help?: ReactNode
  isFramed?: boolean | undefined // a card around it: for few, weighty choices
}

// The whole row is the target, not the little box.
function Choice({
  type,
  label,
  help,
  isFramed = false,
  className,
  id,
  ...rest
}: ChoiceProps & { type: 'checkbox' | 'radio' }) {
  const helpId = help && id ? `${id}-help` : undefined
  return (
    <label
      className={classNames(
        'flex min-h-target cursor-pointer items-start gap-3 rounded-md has-disabled:cursor-not-allowed has-disabled:opacity-60',
        isFramed
          ? 'border border-line-strong bg-surface px-4 py-3 hover:bg-sunken has-checked:border-ink has-checked:bg-sunken has-checked:ring-1 has-checked:ring-ink'
          : 'py-2',
        className,
      )}
    >
      <input
        type={type}
        id={id}
        aria-describedby={helpId}
        className="mt-[0.2em] size-5 shrink-0 cursor-[inherit] accent-accent"
        {...rest}
      />
      <span className="min-w-0">
        <span className={classNames('block', isFramed && 'font-semibold')}>{label}</span>
        {help ? (
          <span id={helpId} className="block text-sm text-muted">
            {help}
          </span>
        ) : null}
      </span>
    </label>
  )
}

export function Checkbox(props: ChoiceProps) {
  return <Choice type="checkbox" {...props} />
}

export function Radio(props: ChoiceProps) {
  return <Choice type="radio" {...props} />
}
