// The place of what is coming, in its size, so that nothing jumps. Named once for those who do not see it.
export function Skeleton({ label, lines = 3 }: { label: string; lines?: number | undefined }) {
  return (
    <div role="status" className="space-y-3 py-2">
      <span className="sr-only">{label}</span>
      {Array.from({ length: lines }, (_, index) => (
        <span
          key={index}
          aria-hidden="true"
          className={'block h-4 animate-pulse rounded-sm bg-line ' + (index === lines - 1 ? 'w-3/5' : 'w-full')}
        />
      ))}
    </div>
  )
}
