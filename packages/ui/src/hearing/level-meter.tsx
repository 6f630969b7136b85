import { classNames } from '../class-names.ts'

const steps = 12

// How loud the microphone hears, as bars and, for those who do not see them, as a meter. 0 is silence, 1 as loud as can be.
export function LevelMeter({ level, label, className }: { level: number; label: string; className?: string }) {
  const lit = Math.round(Math.min(1, Math.max(0, level)) * steps)
  return (
    <div
      role="meter"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={steps}
      aria-valuenow={lit}
      className={classNames('flex h-6 items-end gap-1', className)}
    >
      {Array.from({ length: steps }, (_, index) => (
        <span
          key={index}
          className={classNames(
            'w-full max-w-3 rounded-xs border',
            index < lit
              ? 'border-success bg-success forced-colors:bg-[Highlight]'
              : 'border-line-strong/50 bg-transparent',
          )}
          style={{ height: `${40 + index * 5}%` }}
        />
      ))}
    </div>
  )
}
