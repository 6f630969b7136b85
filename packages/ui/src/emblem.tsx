import { classNames } from './class-names.ts'

// The platform's own sign: one scale in balance. Not the emblem of any state.
export function Emblem({ className, title }: { className?: string; title?: string }) {
  return (
    <svg
      viewBox="0 0 40 40"
      className={classNames('size-10 shrink-0', className)}
      role={title ? 'img' : undefined}
      aria-hidden={title ? undefined : true}
      aria-label={title}
    >
      <rect width="40" height="40" rx="6" className="fill-accent" />
      <g fill="none" stroke="#fff" strokeWidth="1.75" strokeLinecap="round" strokeLinejoin="round">
        <path d="M20 8v22M14 31.5h12M9 13h22" />
        <path d="M11.5 13 7.25 22.5h8.5zM28.5 13l-4.25 9.5h8.5z" />
        <path d="M7.25 22.5a4.25 3.6 0 0 0 8.5 0M24.25 22.5a4.25 3.6 0 0 0 8.5 0" fill="#fff" fillOpacity="0.22" />
      </g>
      <circle cx="20" cy="8.5" r="1.9" fill="#fff" />
    </svg>
  )
}
