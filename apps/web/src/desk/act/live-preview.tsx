'use client'

import { useEffect, useRef, useState, type ReactNode } from 'react'
import { previewNow } from './preview-now.tsx'

// Follows the form it belongs to: a moment after the last change it asks anew what would happen. At first, and without script, it
// stands as the server drew it.
export function LivePreview({
  formId,
  children,
  busyLabel,
}: {
  formId: string
  children: ReactNode
  busyLabel: string
}) {
  const [drawn, setDrawn] = useState<ReactNode>(null)
  const [isBusy, setBusy] = useState(false)
  const round = useRef(0)
  useEffect(() => {
    const form = document.getElementById(formId)
    if (!(form instanceof HTMLFormElement)) return
    let timer: ReturnType<typeof setTimeout> | undefined
    const onInput = () => {
      clearTimeout(timer)
      timer = setTimeout(() => {
        const mine = ++round.current
        setBusy(true)
        previewNow(new FormData(form))
          .then((next) => {
            if (mine === round.current) setDrawn(next)
          })
          .catch(() => undefined) // the act itself says what is wrong
          .finally(() => {
            if (mine === round.current) setBusy(false)
          })
      }, 450)
    }
    form.addEventListener('input', onInput)
    return () => {
      clearTimeout(timer)
      form.removeEventListener('input', onInput)
    }
  }, [formId])
  return (
    <div aria-live="polite" aria-busy={isBusy} className={isBusy ? 'opacity-60' : undefined}>
      {isBusy ? <span className="sr-only">{busyLabel}</span> : null}
      {drawn ?? children}
    </div>
  )
}
