import type { ReactNode } from 'react'
import { classNames } from '../class-names.ts'
import { toneClass, type Tone } from '../badge.tsx'

export type SeatMark = { id: string; label: string; icon?: ReactNode; tone?: Tone | undefined }

// One place at the table: the picture, or in words why there is none; under it the label that every seat in a courtroom has, role
// first, then the name. That somebody speaks is a frame and a word.
export function SeatTile({
  id,
  role,
  name,
  picture,
  noPicture,
  isSpeaking = false,
  speakingLabel,
  isMine = false,
  mineLabel,
  marks = [],
  tools,
  className,
}: {
  id: string
  role: string
  name: string
  picture: ReactNode | null
  noPicture: string
  isSpeaking?: boolean | undefined
  speakingLabel: string
  isMine?: boolean | undefined
  mineLabel: string
  marks?: SeatMark[] | undefined
  tools?: ReactNode
  className?: string | undefined
}) {
  return (
    <li
      data-seat={id}
      className={classNames(
        'flex min-w-0 flex-col overflow-hidden rounded-md border bg-surface',
        isSpeaking ? 'border-success ring-2 ring-success' : 'border-line-strong/60',
        className,
      )}
    >
      <div className="relative aspect-video bg-[#15161a] text-white">
        {picture ?? <p className="absolute inset-0 grid place-items-center p-2 text-center text-sm">{noPicture}</p>}
        {isSpeaking ? (
          <span className="absolute top-1.5 left-1.5 rounded-sm bg-[#15161a] px-1.5 text-xs font-semibold text-white">
            {speakingLabel}
          </span>
        ) : null}
      </div>
      <div className="flex flex-1 flex-wrap items-center justify-between gap-x-2 gap-y-1 px-2.5 py-1.5">
        <p className="min-w-0 leading-snug">
          <span className="block text-xs font-semibold tracking-wide text-accent-text">{role}</span>
          <span className="font-semibold">{name}</span>
          {isMine ? <span className="ml-1.5 text-sm text-muted">{mineLabel}</span> : null}
        </p>
        {marks.length > 0 ? (
          <ul className="flex flex-wrap gap-1">
            {marks.map((mark) => (
              <li
                key={mark.id}
                className={classNames(
                  'inline-flex items-center gap-1 rounded-sm border px-1.5 py-0.5 text-xs font-semibold',
                  toneClass[mark.tone ?? 'neutral'],
                )}
              >
                {mark.icon}
                {mark.label}
              </li>
            ))}
          </ul>
        ) : null}
        {tools ? <div className="flex w-full flex-wrap gap-1.5">{tools}</div> : null}
      </div>
    </li>
  )
}
