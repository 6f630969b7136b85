import { CheckIcon, RefreshCwIcon, TriangleAlertIcon } from './icons.tsx'

// "saved 10:32": always there, never in the way. Offline says that the text is kept and will be sent.
export function SavedNote({ state, label }: { state: 'saved' | 'saving' | 'unsaved'; label: string }) {
  return (
    <p
      role="status"
      className={
        'inline-flex items-center gap-1.5 text-sm ' +
        (state === 'unsaved' ? 'font-semibold text-warning' : 'text-muted')
      }
    >
      {state === 'saved' ? <CheckIcon className="size-4 text-success" /> : null}
      {state === 'saving' ? <RefreshCwIcon className="size-4" /> : null}
      {state === 'unsaved' ? <TriangleAlertIcon className="size-4" /> : null}
      {label}
    </p>
  )
}
