// Where one stands in a long form: in words first, the bar repeats it.
export function StepProgress({ label, current, total }: { label: string; current: number; total: number }) {
  return (
    <div className="print:hidden">
      <p className="text-sm text-muted">{label}</p>
      <div className="mt-1.5 flex gap-1" aria-hidden="true">
        {Array.from({ length: total }, (_, index) => (
          <span
            key={index}
            className={
              'h-1 flex-1 rounded-full border border-transparent ' +
              (index < current ? 'bg-ink forced-colors:bg-[Highlight]' : 'bg-line')
            }
          />
        ))}
      </div>
    </div>
  )
}
