'use client'

import { Radio } from '@court/ui/choice'
import { Input } from '@court/ui/input'
import { Button } from '@court/ui/button'
import { useEffect, useRef, useState, useTransition } from 'react'
import type { CauseOption } from '../drawing.ts'

export type CauseWords = { label: string; help: string; search: string; results: string; none: string; first: string }

// Type a few characters or the first letters of their pinyin; what is found stands below as rows to press.
// Without script the search button posts the form and the page comes back with what was found.
export function CauseSearch({
  name,
  id,
  chosen,
  shown,
  search,
  words,
}: {
  name: string
  id: string
  chosen: string
  shown: CauseOption[]
  search: ((text: string) => Promise<CauseOption[]>) | undefined
  words: CauseWords
}) {
  const [text, setText] = useState('')
  const [found, setFound] = useState(shown)
  const [picked, setPicked] = useState(chosen)
  const [isPending, startTransition] = useTransition()
  const asked = useRef('')

  useEffect(() => {
    const query = text.trim()
    if (query === '' || !search) return
    const timer = setTimeout(() => {
      asked.current = query
      startTransition(async () => {
        const results = await search(query)
        if (asked.current === query) setFound(results)
      })
    }, 250)
    return () => clearTimeout(timer)
  }, [text, search])

  return (
    <div className="space-y-4">
      <div>
        <label htmlFor={id} className="mb-1 block font-semibold">
          {words.label}
        </label>
        <p id={`${id}-help`} className="mb-2 text-sm text-muted">
          {words.help}
        </p>
        <div className="flex max-w-xl gap-2">
          <Input
            id={id}
            name={`${name}.search`}
            type="search"
            aria-describedby={`${id}-help`}
            autoComplete="off"
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
          <Button name="_act" value={`search:${name}`} formNoValidate className="shrink-0">
            {words.search}
          </Button>
        </div>
      </div>
      <fieldset aria-busy={isPending}>
        <legend className="mb-2 text-sm text-muted" aria-live="polite">
          {found.length === 0
            ? text.trim() === ''
              ? words.first
              : words.none
            : words.results.replace('{n}', String(found.length))}
        </legend>
        <div className="grid max-w-xl gap-2">
          {found.map((cause) => (
            <Radio
              key={cause.code}
              id={`${id}-${cause.code.replaceAll('.', '-')}`}
              name={name}
              value={cause.code}
              checked={picked === cause.code}
              onChange={() => setPicked(cause.code)}
              label={cause.title}
              help={cause.path}
              isFramed
            />
          ))}
          {picked !== '' && !found.some((cause) => cause.code === picked) ? (
            <input type="hidden" name={name} value={picked} />
          ) : null}
        </div>
      </fieldset>
    </div>
  )
}
