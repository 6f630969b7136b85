'use client'

import { useEffect, useRef } from 'react'

// The marks above make suggestions for the notice below. A new mark adds its reason, one taken back removes it; what the clerk ticked
// or wrote stays.
export function SuggestFollow({ formId, reasons, note }: { formId: string; reasons: string[]; note: string }) {
  const before = useRef({ reasons, note })
  const wanted = reasons.join(' ')
  useEffect(() => {
    const form = document.getElementById(formId)
    const earlier = before.current
    const now = wanted === '' ? [] : wanted.split(' ')
    before.current = { reasons: now, note }
    if (!(form instanceof HTMLFormElement)) return
    let isChanged = false
    for (const box of form.querySelectorAll<HTMLInputElement>('input[name=reasons]')) {
      const [was, is] = [earlier.reasons.includes(box.value), now.includes(box.value)]
      if (was === is || box.checked === is) continue
      box.checked = is
      isChanged = true
    }
    const text = form.querySelector<HTMLTextAreaElement>('textarea[name=note]')
    if (text && earlier.note !== note && (text.value === '' || text.value === earlier.note)) {
      text.value = note
      isChanged = true
    }
    if (isChanged) form.dispatchEvent(new Event('input', { bubbles: true }))
  }, [formId, wanted, note])
  return null
}
