'use client'

import { PageViewer, type ViewerDocument, type ViewerWords } from '@court/ui/desk/page-viewer'
import { isTypingIn } from '@court/ui/desk/viewer-state'
import { useEffect, useRef, useState, type ReactNode } from 'react'

// The papers left, what is asked of them right. n and p walk the materials, 1 2 3 mark the one that is shown, a b x open the three
// decisions, Ctrl+Enter sends the form one is in. All of it is also a button.
export function ReviewDesk({
  documents,
  words,
  bar,
  children,
}: {
  documents: ViewerDocument[]
  words: ViewerWords
  bar: ReactNode // always in sight below what scrolls
  children: ReactNode
}) {
  const [currentId, setCurrentId] = useState(documents[0]?.id ?? '')
  const side = useRef<HTMLDivElement>(null)
  const shownId = useRef(currentId)

  useEffect(() => {
    for (const row of side.current?.querySelectorAll<HTMLElement>('[data-material]') ?? []) {
      const isCurrent = row.dataset['material'] === currentId
      row.toggleAttribute('data-current', isCurrent)
      // Only when another paper is looked at: whoever is deciding stays where they are.
      if (isCurrent && shownId.current !== currentId) row.scrollIntoView({ block: 'nearest' })
    }
    shownId.current = currentId
  }, [currentId, children])

  useEffect(() => {
    const root = side.current
    const onClick = (event: MouseEvent) => {
      const button = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-show-material]') : null
      if (button?.dataset['showMaterial']) setCurrentId(button.dataset['showMaterial'])
      const jump = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-decide]') : null
      if (jump?.dataset['decide'] && openDecision(jump.dataset['decide'])) event.preventDefault()
    }
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
        const form = document.activeElement?.closest('form')
        if (form && root?.contains(form)) {
          event.preventDefault()
          form.requestSubmit(form.querySelector<HTMLButtonElement>('button[name=_do][value=save]'))
        }
        return
      }
      if (event.ctrlKey || event.metaKey || event.altKey || isTypingIn(event.target)) return
      if (document.querySelector('dialog[open]')) return
      if (actOn(event.key)) event.preventDefault()
    }
    const actOn = (key: string): boolean => {
      const index = documents.findIndex(({ id }) => id === currentId)
      if (key === 'n' || key === 'p') {
        const next = documents[index + (key === 'n' ? 1 : -1)]
        if (next) setCurrentId(next.id)
        return true
      }
      if (/^[123]$/.test(key)) {
        root?.querySelector<HTMLElement>(`[data-material="${currentId}"] [data-mark="${key}"]`)?.click()
        return true
      }
      const decision = key === 'a' ? 'accept' : key === 'b' ? 'return' : key === 'x' ? 'refuse' : null
      return decision ? openDecision(decision) : false
    }
    root?.addEventListener('click', onClick)
    document.addEventListener('keydown', onKey)
    return () => {
      root?.removeEventListener('click', onClick)
      document.removeEventListener('keydown', onKey)
    }
  }, [documents, currentId])

  return (
    <div className="flex-1 lg:grid lg:min-h-0 lg:grid-cols-[minmax(0,6fr)_minmax(26rem,5fr)]">
      <PageViewer
        documents={documents}
        words={words}
        documentId={currentId}
        onDocument={setCurrentId}
        className="h-[70dvh] border-b lg:h-[calc(100dvh-3.25rem)] lg:border-r lg:border-b-0"
      />
      <div ref={side} className="flex min-w-0 flex-col lg:h-[calc(100dvh-3.25rem)]">
        <div className="@container relative min-h-0 flex-1 lg:overflow-y-auto">{children}</div>
        {bar}
      </div>
    </div>
  )
}

function openDecision(key: string): boolean {
  const panel = document.querySelector<HTMLDetailsElement>(`details[data-decision="${key}"]`)
  if (!panel) return false
  panel.open = true
  panel.scrollIntoView({ block: 'start' })
  const first = panel.querySelector<HTMLElement>('input:not([type=hidden]), select, textarea, button[type=submit]')
  first?.focus({ preventScroll: true })
  return true
}
