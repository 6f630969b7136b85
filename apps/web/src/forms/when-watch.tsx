'use client'

import { useEffect, useRef } from 'react'

// One per form. Hides what does not apply to the answers given so far; without script the server does it on the next page.
export function WhenWatch() {
  const mark = useRef<HTMLSpanElement>(null)
  useEffect(() => {
    const form = mark.current?.closest('form')
    if (!form) return
    const follow = () => {
      let answers = new FormData(form)
      for (const part of form.querySelectorAll<HTMLFieldSetElement>('fieldset[data-when]')) {
        const values = JSON.parse(part.dataset['whenValues'] ?? '[]') as string[]
        const given = answers.getAll(part.dataset['when'] ?? '').map(String)
        const isShown = values.some((value) => (value === '' ? given.length === 0 : given.includes(value)))
        if (part.hidden === !isShown && part.disabled === !isShown) continue
        part.hidden = part.disabled = !isShown
        // What stands inside may decide over what follows.
        answers = new FormData(form)
      }
    }
    follow()
    form.addEventListener('change', follow)
    return () => form.removeEventListener('change', follow)
  })
  return <span ref={mark} hidden />
}
