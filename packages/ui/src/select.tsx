import type { ComponentProps } from 'react'
import { controlClass, type ControlSize } from './control-class.ts'
import { ChevronDownIcon } from './icons.tsx'

export type SelectOption = { value: string; label: string; disabled?: boolean }
export type SelectGroup = { label: string; options: SelectOption[] }

// The browser's own list: it works by voice, by keyboard, on every phone and without script.
export function Select({
  options,
  placeholder,
  className,
  controlSize,
  ...rest
}: Omit<ComponentProps<'select'>, 'children'> & {
  options: (SelectOption | SelectGroup)[]
  placeholder?: string | undefined // shown as a first, empty choice
  controlSize?: ControlSize | undefined
}) {
  const isInvalid = rest['aria-invalid'] === true || rest['aria-invalid'] === 'true'
  return (
    <span className={`relative block ${className ?? ''}`}>
      <select className={controlClass({ size: controlSize, isInvalid, className: 'appearance-none pr-10' })} {...rest}>
        {placeholder === undefined ? null : <option value="">{placeholder}</option>}
        {options.map((option) =>
          'options' in option ? (
            <optgroup key={option.label} label={option.label}>
              {option.options.map(optionElement)}
            </optgroup>
          ) : (
            optionElement(option)
          ),
        )}
      </select>
      <ChevronDownIcon className="pointer-events-none absolute top-1/2 right-3 size-5 -translate-y-1/2 text-muted" />
    </span>
  )
}

function optionElement({ value, label, disabled }: SelectOption) {
  return (
    <option key={value} value={value} disabled={disabled}>
      {label}
    </option>
  )
}
