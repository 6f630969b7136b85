'use client'

import { fill } from '@court/ui/words/fill'
import { formatDay } from '@court/ui/words/dates'
import { useEffect, useState } from 'react'
import type { HearingWords } from '../hearing-words.ts'

type Person = {
  who: string
  name: string
  role: string
  isCourt: boolean
  consent: 'given' | 'refused' | 'none' | null
  isExpected: boolean
}
type Drawn = { day: string; time: string; chosen: { person: Person; mode: 'online' | 'in-court' }[] }

// Who will be told what, drawn anew with every change of the form, before anything is saved.
export function ToldPreview({
  formId,
  people,
  first,
  words,
  locale,
}: {
  formId: string
  people: Person[]
  first: { day: string; time: string } // as the form stands when it is opened
  words: HearingWords
  locale: string
}) {
  const [drawn, setDrawn] = useState<Drawn>(() => ({
    ...first,
    chosen: people
      .filter(({ isExpected }) => isExpected)
      .map((person) => ({ person, mode: person.consent === 'refused' ? 'in-court' : 'online' })),
  }))
  useEffect(() => {
    const form = document.getElementById(formId)?.querySelector('form')
    if (!form) return
    const draw = () => {
      const data = new FormData(form)
      const who = data.getAll('who')
      setDrawn({
        day: String(data.get('day') ?? ''),
        time: String(data.get('time') ?? ''),
        chosen: people
          .filter((person) => who.includes(person.who))
          .map((person) => ({ person, mode: data.get(`mode ${person.who}`) === 'in-court' ? 'in-court' : 'online' })),
      })
    }
    draw()
    form.addEventListener('input', draw)
    return () => form.removeEventListener('input', draw)
  }, [formId, people])
  const told = drawn.chosen.filter(({ person }) => !person.isCourt)
  const asks = told.some(({ person, mode }) => mode === 'online' && person.consent !== 'given')
  const day = /^\d{4}-\d\d-\d\d$/.test(drawn.day) ? formatDay(drawn.day, locale) : '—'
  return (
    <section aria-live="polite" aria-labelledby="told" className="rounded-md border bg-surface px-4 py-3">
      <h2 id="told" className="mb-2 text-base font-semibold">
        {words.form.told}
      </h2>
      {told.length === 0 ? (
        <p className="text-muted">{words.form.toldNobody}</p>
      ) : (
        <>
          <ul className="list-disc space-y-1 pl-5">
            {told.map(({ person, mode }) => (
              <li key={person.who}>
                {fill(words.form.toldOne, {
                  name: person.name,
                  role: person.role,
                  day,
                  time: drawn.time,
                  mode: words.modes[mode],
                })}
              </li>
            ))}
          </ul>
          <p className="mt-2 text-sm text-muted">{words.form.toldHow}</p>
          {asks ? <p className="mt-2 text-sm font-semibold text-warning">{words.form.asks}</p> : null}
        </>
      )}
    </section>
  )
}
