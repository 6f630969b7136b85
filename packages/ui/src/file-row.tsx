import type { ReactNode } from 'react'
import { CircleAlertIcon, CircleCheckIcon, FileTextIcon } from './icons.tsx'

export type FileState = 'waiting' | 'uploading' | 'checking' | 'done' | 'failed'

// One file, its own progress, its own way to try again. Failing says what to do, never only that it failed.
export function FileRow({
  name,
  meta,
  state,
  percent,
  stateLabel,
  message,
  preview,
  actions,
}: {
  name: string
  meta?: ReactNode // size, pages
  state: FileState
  percent?: number | undefined // 0–100 while uploading
  stateLabel: string
  message?: ReactNode // what to do now
  preview?: ReactNode
  actions?: ReactNode
}) {
  return (
    <div className="flex flex-wrap gap-x-3 border-b py-3">
      <span className="flex size-12 shrink-0 items-center justify-center overflow-hidden rounded-sm border bg-sunken text-muted">
        {preview ?? <FileTextIcon className="size-6" />}
      </span>
      <div className="min-w-40 flex-1">
        <p className="leading-snug font-semibold break-all">{name}</p>
        <p className="flex flex-wrap items-center gap-x-3 text-sm text-muted">
          {meta ? <span>{meta}</span> : null}
          <span
            role="status"
            className={
              'inline-flex items-center gap-1 ' +
              (state === 'done' ? 'text-success' : state === 'failed' ? 'font-semibold text-accent-text' : '')
            }
          >
            {state === 'done' ? <CircleCheckIcon className="size-4" /> : null}
            {state === 'failed' ? <CircleAlertIcon className="size-4" /> : null}
            {stateLabel}
          </span>
        </p>
        {state === 'uploading' || state === 'checking' ? (
          <progress
            max={100}
            value={state === 'checking' ? undefined : percent}
            aria-label={`${name} ${stateLabel}`}
            className="progress mt-1.5 block h-1.5 w-full"
          />
        ) : null}
        {message ? <p className="mt-1 text-sm">{message}</p> : null}
      </div>
      {actions ? <div className="flex w-full flex-wrap items-start justify-end gap-1 sm:w-auto">{actions}</div> : null}
    </div>
  )
}
