// A person without a picture: the family name, or the first letter.
export function Avatar({ name }: { name: string }) {
  return (
    <span
      aria-hidden="true"
      className="inline-flex size-9 shrink-0 items-center justify-center rounded-full border bg-sunken font-semibold text-muted"
    >
      {[...name.trim()][0] ?? '·'}
    </span>
  )
}
