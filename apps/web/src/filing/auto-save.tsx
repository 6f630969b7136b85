'use client'

import { SavedNote } from '@court/ui/saved-note'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import type { AutoSaved } from './auto-save-action.tsx'

const pauseMs = 1_200

// Stands inside the form it saves. A moment after the last stroke everything is kept; off line it waits and tries again.
export function AutoSave({
  save,
  version: drawnVersion,
  initialNote,
  words,
  children,
}: {
  save: (data: FormData) => Promise<AutoSaved>
  version: number
  initialNote: string
  words: { saving: string; unsaved: string }
  children?: ReactNode // shown beside the form until the first save brings it anew
}) {
  const place = useRef<HTMLDivElement>(null)
  const [state, setState] = useState<'saved' | 'saving' | 'unsaved'>('saved')
  const [note, setNote] = useState(initialNote)
  const [version, setVersion] = useState(drawnVersion)
  const [aside, setAside] = useState<ReactNode>(children)
  const [conflict, setConflict] = useState<ReactNode>(null)
  const latest = useRef(save)

  useEffect(() => {
    const form = place.current?.closest('form')
    if (!form) return
    let timer: ReturnType<typeof setTimeout> | undefined
    let running: Promise<void> | null = null
    let isDirty = false

    const run = async (): Promise<void> => {
      isDirty = false
      setState('saving')
      try {
        const answer = await latest.current(new FormData(form))
        if (answer.kind === 'conflict') {
          setConflict(answer.notice)
          setNote(answer.note)
          setState('unsaved')
          return
        }
        if (answer.kind === 'refused') {
          setNote(answer.note)
          setState('unsaved')
          return
        }
        // The other device's answer was chosen: the page is drawn anew with it.
        if (answer.isDrawnAnew) return location.reload()
        const field = form.elements.namedItem('version')
        if (field instanceof HTMLInputElement) field.value = String(answer.version)
        setVersion(answer.version)
        setNote(answer.note)
        setAside(answer.aside)
        setConflict(null)
        setState('saved')
      } catch {
        isDirty = true
        setNote('')
        setState('unsaved')
      }
    }
    const start = () => {
      running = (running ?? Promise.resolve()).then(run).finally(() => {
        running = null
      })
    }
    const soon = () => {
      isDirty = true
      clearTimeout(timer)
      timer = setTimeout(start, pauseMs)
    }
    const flush = () => {
      if (!isDirty) return
      clearTimeout(timer)
      start()
    }
    const hidden = () => {
      if (document.visibilityState === 'hidden') flush()
    }
    // A form on its way while a save is on its own: first the save, then the form with the version it gave.
    const submitting = (event: SubmitEvent) => {
      clearTimeout(timer)
      if (!running) return
      event.preventDefault()
      event.stopPropagation()
      void running.then(() => form.requestSubmit(event.submitter))
    }
    form.addEventListener('input', soon)
    form.addEventListener('submit', submitting, true)
    document.addEventListener('visibilitychange', hidden)
    window.addEventListener('online', flush)
    return () => {
      clearTimeout(timer)
      form.removeEventListener('input', soon)
      form.removeEventListener('submit', submitting, true)
      document.removeEventListener('visibilitychange', hidden)
      window.removeEventListener('online', flush)
    }
  }, [])

  return (
    <div ref={place} className="space-y-4">
      <input type="hidden" name="version" value={version} readOnly />
      {conflict}
      {aside}
      <SavedNote
        state={state}
        label={state === 'saving' ? words.saving : state === 'unsaved' && note === '' ? words.unsaved : note}
      />
    </div>
  )
}
