// Stands above the title when an answer must be mended; takes the focus as the page opens, each line leads to its field.
export function ErrorSummary({
  title,
  errors,
  note,
}: {
  title: string
  errors: { fieldId?: string; message: string }[]
  note?: string | undefined // that nothing is lost
}) {
  if (errors.length === 0) return null
  return (
    <div
      role="alert"
      tabIndex={-1}
      autoFocus
      className="mb-6 rounded-md border-2 border-accent-text bg-surface px-5 py-4"
    >
      <h2 className="text-lg text-accent-text">{title}</h2>
      <ul className="mt-1">
        {errors.map((error) => (
          <li key={(error.fieldId ?? '') + error.message}>
            {error.fieldId ? (
              <a
                href={`#${error.fieldId}`}
                className="inline-flex min-h-target items-center font-semibold text-accent-text underline underline-offset-4"
              >
                {error.message}
              </a>
            ) : (
              <span className="font-semibold text-accent-text">{error.message}</span>
            )}
          </li>
        ))}
      </ul>
      {note ? <p className="mt-1 text-sm text-muted">{note}</p> : null}
    </div>
  )
}
