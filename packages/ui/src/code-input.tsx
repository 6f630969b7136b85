import { FormInput } from './action-fields.tsx'

// Six digits of an authenticator or of a text message; browsers and phones know where to take them from.
export function CodeInput({ label, help, autoFocus = false }: { label: string; help?: string; autoFocus?: boolean }) {
  return (
    <FormInput
      name="code"
      label={label}
      help={help}
      inputMode="numeric"
      autoComplete="one-time-code"
      maxLength={12}
      autoFocus={autoFocus}
      className="max-w-40 text-lg tracking-widest"
    />
  )
}
