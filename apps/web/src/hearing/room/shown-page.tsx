'use client'

import { Button } from '@court/ui/button'
import { ChevronLeftIcon, ChevronRightIcon, ZoomInIcon, ZoomOutIcon } from '@court/ui/icons'
import { fill } from '@court/ui/words/fill'
import { useState } from 'react'
import { useRoom } from './room-context.tsx'

const zooms = [1, 1.5, 2, 3]

// The page of the file that everybody sees now. Whoever shows turns it for all; how large it is, each chooses alone.
export function ShownPage() {
  const { view, hearing, words, may } = useRoom()
  const [zoom, setZoom] = useState(0)
  const { shown } = view
  const { place } = hearing
  if (!shown) return null
  const show = (page: number) =>
    void hearing.act('showPage', { shown: { materialId: shown.materialId, fileId: shown.fileId, page } })
  const label = fill(words.shown.page, { title: shown.title, n: shown.page, total: shown.pages })
  return (
    <section aria-label={words.shown.title} className="overflow-hidden rounded-md border border-line-strong bg-sunken">
      <div className="flex flex-wrap items-center gap-1 border-b bg-surface px-3 py-1.5">
        <p aria-live="polite" className="mr-auto min-w-0 text-sm">
          <span className="font-semibold">{words.shown.title}</span> <span data-shown>{label}</span>
        </p>
        <Button
          type="button"
          variant="quiet"
          aria-label={words.shown.smaller}
          disabled={zoom === 0}
          onClick={() => setZoom(zoom - 1)}
        >
          <ZoomOutIcon />
        </Button>
        <Button
          type="button"
          variant="quiet"
          aria-label={words.shown.larger}
          disabled={zoom === zooms.length - 1}
          onClick={() => setZoom(zoom + 1)}
        >
          <ZoomInIcon />
        </Button>
        {may('show') ? (
          <>
            <Button
              type="button"
              aria-label={words.shown.previous}
              disabled={shown.page <= 1}
              onClick={() => show(shown.page - 1)}
            >
              <ChevronLeftIcon />
            </Button>
            <Button
              type="button"
              aria-label={words.shown.next}
              disabled={shown.page >= shown.pages}
              onClick={() => show(shown.page + 1)}
            >
              <ChevronRightIcon />
            </Button>
            <Button type="button" onClick={() => void hearing.act('showPage', { shown: null })}>
              {words.shown.stop}
            </Button>
          </>
        ) : null}
      </div>
      <div tabIndex={0} role="region" aria-label={label} className="max-h-[60dvh] min-h-48 overflow-auto p-2">
        <img
          key={`${shown.fileId}-${shown.page}`}
          src={`/files/cases/${place.courtSlug}/${place.caseId}/${shown.fileId}/pages/${shown.page}`}
          alt={label}
          className="mx-auto block max-w-none bg-white shadow-lift"
          style={{ width: `${(zooms[zoom] ?? 1) * 100}%` }}
        />
      </div>
    </section>
  )
}
