'use client'

import { Button } from '@court/ui/button'
import { Field } from '@court/ui/field'
import { Input } from '@court/ui/input'
import { useEffect, useRef, useState } from 'react'

type Words = { choose: string; computing: string; unable: string; label: string; help: string; compare: string }

// The hash of a file is computed here, on the reader's own device; only the hash is asked about. It can also be pasted.
export function HashForm({ sha256 = '', words }: { sha256?: string | undefined; words: Words }) {
  const [hash, setHash] = useState(sha256)
  const [state, setState] = useState<'idle' | 'computing' | 'computed' | 'unable'>('idle')
  const form = useRef<HTMLFormElement>(null)

  const compute = async (file: File | undefined) => {
    if (!file) return
    setState('computing')
    try {
      const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer())
      setHash([...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join(''))
      setState('computed')
    } catch {
      setState('unable')
    }
  }
  // By now the field holds the hash.
  useEffect(() => {
    if (state === 'computed') form.current?.requestSubmit()
  }, [state])
  return (
    <form ref={form} action="#file" method="get" className="space-y-5">
      <div>
        <label htmlFor="hash-file" className="mb-1 block font-semibold">
          {words.choose}
        </label>
        <input
          id="hash-file"
          type="file"
          onChange={(event) => void compute(event.target.files?.[0])}
          className="block min-h-target w-full max-w-xl rounded-md border border-line-strong bg-surface file:mr-4 file:min-h-target file:cursor-pointer file:border-0 file:bg-sunken file:px-5 file:font-semibold file:text-ink"
        />
        <p role="status" className="mt-1 min-h-6 text-sm text-muted">
          {state === 'computing' ? words.computing : state === 'unable' ? words.unable : ''}
        </p>
      </div>
      <Field id="hash" label={words.label} help={words.help}>
        {(control) => (
          <Input
            {...control}
            name="sha256"
            value={hash}
            onChange={(event) => setHash(event.target.value)}
            autoComplete="off"
            spellCheck={false}
            maxLength={100}
            className="font-mono"
          />
        )}
      </Field>
      <Button>{words.compare}</Button>
    </form>
  )
}
