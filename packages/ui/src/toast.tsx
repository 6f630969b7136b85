'use client'

import { useEffect, useState } from 'react'
import { XIcon } from './icons.tsx'

// What was just done, with the way back where the law allows one. Stays until it is closed or the page is left
// when there is something to press; goes by itself otherwise.
export function Toast({
  message,
  closeLabel,
  undo,
  seconds = 8,
}: {
  message: string
  closeLabel: string
  undo?: { href: string; label: string } | undefined
  seconds?: number | undefined
}) {
  const [isOpen, setOpen] = useState(true)
  useEffect(() => {
    if (undo) return
    const timer = setTimeout(() => setOpen(false), seconds * 1000)
    return () => clearTimeout(timer)
  }, [undo, seconds])
  return (
    <div role="status" className="fixed inset-x-4 bottom-4 z-40 flex justify-center print:hidden">
      {isOpen ? (
        <div className="flex items-center gap-2 rounded-md border border-ink bg-ink py-1 pr-1 pl-4 text-canvas shadow-lift">
          <span>{message}</span>
          {undo ? (
            <a
              href={undo.href}
              className="inline-flex min-h-target items-center px-3 font-semibold text-canvas underline"
            >
              {undo.label}
            </a>
          ) : null}
          <button
            type="button"
            aria-label={closeLabel}
            onClick={() => setOpen(false)}
            className="inline-flex min-h-target min-w-target cursor-pointer items-center justify-center"
          >
            <XIcon />
          </button>
        </div>
      ) : null}
    </div>
  )
}
