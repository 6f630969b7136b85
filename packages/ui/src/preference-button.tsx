// One plain form with one button: works without any script. The action is the app's.
export function PreferenceButton({
  action,
  name,
  value,
  label,
  language,
  isPressed,
}: {
  action: (form: FormData) => Promise<void>
  name: string
  value: string
  label: string
  language?: string
  isPressed?: boolean
}) {
  return (
    <form action={action}>
      <button
        type="submit"
        name={name}
        value={value}
        lang={language}
        aria-pressed={isPressed}
        className="inline-flex min-h-target min-w-target cursor-pointer items-center justify-center rounded-md px-3 text-sm text-ink underline-offset-4 hover:bg-sunken hover:underline"
      >
        {label}
      </button>
    </form>
  )
}
