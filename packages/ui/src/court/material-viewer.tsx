'use client'

import { useState } from 'react'
import { buttonClass } from '../button-class.ts'
import { ChevronLeftIcon, ChevronRightIcon, DownloadIcon, RotateCwIcon, ZoomInIcon, ZoomOutIcon } from '../icons.tsx'

export type ViewerPage = {
  id: string
  name: string
  pictureUrl: string | null // none for a kind that is not shown here
  downloadUrl: string | null
  rotation: number
}

export type ViewerWords = {
  larger: string
  smaller: string
  turn: string
  download: string
  noPicture: string
  previous: string
  next: string
  page: string // with {n} and {total}
}

const zooms = [1, 1.5, 2, 3]

// Papers as pictures: one page after the other, larger, turned. Turning changes how it is shown, never the paper.
export function MaterialViewer({ label, pages, words }: { label: string; pages: ViewerPage[]; words: ViewerWords }) {
  const [at, setAt] = useState(0)
  const [zoom, setZoom] = useState(0)
  const [turns, setTurns] = useState(0)
  const page = pages[at]
  if (!page) return <p className="text-muted">{words.noPicture}</p>
  const scale = zooms[zoom] ?? 1
  const angle = (page.rotation + turns * 90) % 360
  const go = (to: number) => {
    setAt(to)
    setTurns(0)
  }
  return (
    <figure aria-label={label} className="rounded-md border bg-sunken">
      <figcaption className="flex flex-wrap items-center justify-between gap-2 border-b bg-surface px-3 py-1.5">
        <span className="min-w-0 text-sm" aria-live="polite">
          {words.page.replace('{n}', String(at + 1)).replace('{total}', String(pages.length))}
          <span className="ml-2 break-all text-muted">{page.name}</span>
        </span>
        <span className="flex flex-wrap gap-1">
          <Tool label={words.previous} isOff={at === 0} onPress={() => go(at - 1)} icon={<ChevronLeftIcon />} />
          <Tool
            label={words.next}
            isOff={at === pages.length - 1}
            onPress={() => go(at + 1)}
            icon={<ChevronRightIcon />}
          />
          <Tool label={words.smaller} isOff={zoom === 0} onPress={() => setZoom(zoom - 1)} icon={<ZoomOutIcon />} />
          <Tool
            label={words.larger}
            isOff={zoom === zooms.length - 1}
            onPress={() => setZoom(zoom + 1)}
            icon={<ZoomInIcon />}
          />
          <Tool
            label={words.turn}
            isOff={!page.pictureUrl}
            onPress={() => setTurns(turns + 1)}
            icon={<RotateCwIcon />}
          />
          {page.downloadUrl ? (
            <a href={page.downloadUrl} className={buttonClass({ variant: 'quiet' })}>
              <DownloadIcon />
              {words.download}
            </a>
          ) : null}
        </span>
      </figcaption>
      <div tabIndex={0} role="region" aria-label={page.name} className="h-[70dvh] overflow-auto">
        {page.pictureUrl ? (
          <div className="flex min-h-full items-center justify-center" style={{ width: `${scale * 100}%` }}>
            <img
              src={page.pictureUrl}
              alt={page.name}
              className="max-w-full bg-white"
              style={{ transform: `rotate(${angle}deg)`, maxHeight: `${scale * 68}dvh` }}
            />
          </div>
        ) : (
          <p className="p-6 text-muted">{words.noPicture}</p>
        )}
      </div>
    </figure>
  )
}

function Tool({
  label,
  isOff,
  onPress,
  icon,
}: {
  label: string
  isOff: boolean
  onPress: () => void
  icon: React.ReactNode
}) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      disabled={isOff}
      onClick={onPress}
      className={buttonClass({ variant: 'quiet', className: 'px-2' })}
    >
      {icon}
    </button>
  )
}
