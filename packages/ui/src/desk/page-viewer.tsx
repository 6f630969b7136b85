'use client'

import { useEffect, useRef, useState, type ReactNode } from 'react'
import { classNames } from '../class-names.ts'
import { ChevronLeftIcon, ChevronRightIcon, DownloadIcon, RotateCwIcon, ZoomInIcon, ZoomOutIcon } from '../icons.tsx'
import { fill } from '../words/fill.ts'
import { isTypingIn, nextZoom, turned } from './viewer-state.ts'

export type ViewerPage = { id: string; src: string; rotation?: number | undefined }
export type ViewerDocument = {
  id: string
  title: string
  note?: string | undefined // how it was marked, how many pages
  pages: ViewerPage[]
  download?: { href: string; label: string } | undefined
  noPages?: string | undefined // why there is nothing to look at, and what to do
}
export type ViewerWords = {
  label: string
  documents: string
  page: string // 'Page {n} of {total}'
  previous: string
  next: string
  zoomIn: string
  zoomOut: string
  fit: string
  turn: string
  picture: string // '{title}, page {n}'
}

// The papers as pictures: which paper, which page, larger, turned. [ and ] turn pages, + − 0 the size, r the picture.
// Which paper is shown may be told from outside (a mark beside the fields) and is told back.
export function PageViewer({
  documents,
  words,
  documentId,
  firstId,
  onDocument,
  className,
}: {
  documents: ViewerDocument[]
  words: ViewerWords
  documentId?: string | undefined // shown now, when the page keeps it
  firstId?: string | undefined // shown at first, when the viewer keeps it
  onDocument?: ((id: string) => void) | undefined
  className?: string | undefined
}) {
  const [ownId, setOwnId] = useState(firstId ?? documents[0]?.id)
  const currentId = documentId ?? ownId
  const current = documents.find((one) => one.id === currentId) ?? documents[0]
  const [place, setPlace] = useState({ id: currentId, page: 0 })
  const [zoom, setZoom] = useState(1)
  const [turns, setTurns] = useState<Record<string, number>>({})
  const frame = useRef<HTMLDivElement>(null)

  const total = current?.pages.length ?? 0
  const index = place.id === current?.id ? Math.min(place.page, Math.max(total - 1, 0)) : 0
  const page = current?.pages[index]

  const show = (id: string) => {
    setOwnId(id)
    onDocument?.(id)
  }
  const go = (to: number) => {
    if (!current || to < 0 || to >= total) return
    setPlace({ id: current.id, page: to })
    frame.current?.scrollTo({ top: 0 })
  }
  const turn = () => {
    if (page) setTurns((known) => ({ ...known, [page.id]: turned(known[page.id] ?? page.rotation ?? 0) }))
  }

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTypingIn(event.target)) return
      const act = {
        '[': () => go(index - 1),
        ']': () => go(index + 1),
        '+': () => setZoom((at) => nextZoom(at, 1)),
        '=': () => setZoom((at) => nextZoom(at, 1)),
        '-': () => setZoom((at) => nextZoom(at, -1)),
        '0': () => setZoom(1),
        r: turn,
      }[event.key]
      if (!act) return
      event.preventDefault()
      act()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  })

  if (!current) return null
  const rotation = page ? (turns[page.id] ?? page.rotation ?? 0) : 0
  return (
    <section aria-label={words.label} className={classNames('flex min-h-0 flex-col bg-sunken', className)}>
      <ul aria-label={words.documents} className="flex gap-1 overflow-x-auto border-b bg-surface px-2 py-1">
        {documents.map((one) => (
          <li key={one.id} className="shrink-0">
            <button
              type="button"
              aria-pressed={one.id === current.id}
              onClick={() => show(one.id)}
              className={classNames(
                'min-h-target-dense cursor-pointer rounded-md border px-2.5 text-sm whitespace-nowrap',
                one.id === current.id
                  ? 'border-ink bg-sunken font-semibold'
                  : 'border-transparent hover:border-line-strong',
              )}
            >
              {one.title}
              {one.note ? <span className="ml-1.5 font-normal text-muted">{one.note}</span> : null}
            </button>
          </li>
        ))}
      </ul>
      <div className="flex flex-wrap items-center gap-1 border-b bg-surface px-2 py-1 text-sm">
        <Tool label={words.previous} onPress={() => go(index - 1)} isOff={index <= 0}>
          <ChevronLeftIcon className="size-5" />
        </Tool>
        <span aria-live="polite" className="min-w-24 text-center">
          {fill(words.page, { n: total === 0 ? 0 : index + 1, total })}
        </span>
        <Tool label={words.next} onPress={() => go(index + 1)} isOff={index >= total - 1}>
          <ChevronRightIcon className="size-5" />
        </Tool>
        <span className="mx-1 h-5 border-l" aria-hidden="true" />
        <Tool label={words.zoomOut} onPress={() => setZoom((at) => nextZoom(at, -1))}>
          <ZoomOutIcon className="size-5" />
        </Tool>
        <button
          type="button"
          onClick={() => setZoom(1)}
          aria-label={words.fit}
          className="min-h-target-dense min-w-14 cursor-pointer rounded-md hover:bg-sunken"
        >
          {Math.round(zoom * 100)}%
        </button>
        <Tool label={words.zoomIn} onPress={() => setZoom((at) => nextZoom(at, 1))}>
          <ZoomInIcon className="size-5" />
        </Tool>
        <Tool label={words.turn} onPress={turn} isOff={!page}>
          <RotateCwIcon className="size-5" />
        </Tool>
        {current.download ? (
          <a
            href={current.download.href}
            className="ml-auto inline-flex min-h-target-dense items-center gap-1.5 rounded-md px-2 text-ink underline underline-offset-4 hover:bg-sunken"
          >
            <DownloadIcon className="size-4" />
            {current.download.label}
          </a>
        ) : null}
      </div>
      <div
        ref={frame}
        role="region"
        aria-label={fill(words.picture, { title: current.title, n: index + 1 })}
        tabIndex={0}
        className="relative min-h-64 flex-1 overflow-auto p-3"
      >
        {page ? (
          <Turned key={page.id} rotation={rotation} zoom={zoom}>
            {/* A page of the file, drawn by the own server for this reader alone. */}
            <img
              src={page.src}
              alt={fill(words.picture, { title: current.title, n: index + 1 })}
              className="block h-auto w-full bg-white shadow-lift"
            />
          </Turned>
        ) : (
          <p className="p-6 text-center text-muted">{current.noPages}</p>
        )}
      </div>
    </section>
  )
}

// A turned picture is as wide as it was and takes the height of its turned shape: nothing is cut off, the frame scrolls rightly.
function Turned({ rotation, zoom, children }: { rotation: number; zoom: number; children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null)
  const [size, setSize] = useState<{ width: number; height: number } | null>(null)
  useEffect(() => {
    const inner = box.current
    if (!inner) return
    const watch = new ResizeObserver(() => setSize({ width: inner.offsetWidth, height: inner.offsetHeight }))
    watch.observe(inner)
    return () => watch.disconnect()
  }, [])
  const scale = rotation % 180 !== 0 && size && size.height > 0 ? size.width / size.height : 1
  const height = scale === 1 || !size ? undefined : size.width * scale
  return (
    <div className="mx-auto grid place-items-center" style={{ width: `${zoom * 100}%`, height }}>
      <div ref={box} className="w-full max-w-[60rem]" style={{ transform: `rotate(${rotation}deg) scale(${scale})` }}>
        {children}
      </div>
    </div>
  )
}

function Tool({
  label,
  onPress,
  isOff = false,
  children,
}: {
  label: string
  onPress: () => void
  isOff?: boolean
  children: ReactNode
}) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      aria-disabled={isOff || undefined}
      onClick={() => (isOff ? undefined : onPress())}
      className="inline-flex size-9 cursor-pointer items-center justify-center rounded-md hover:bg-sunken aria-disabled:cursor-default aria-disabled:opacity-40"
    >
      {children}
    </button>
  )
}
