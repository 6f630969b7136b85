'use client'

import { Button } from '@court/ui/button'
import { useRouter } from 'next/navigation'
import { useRef, useState } from 'react'
import type { HearingStatus } from '@court/usecases/hearings/hearing-types'
import { callHearing } from '../call-hearing.ts'
import { hearingPath } from '../hearing-path.ts'
import { useRoom } from './room-context.tsx'

// Opening, a recess, reading the notes, closing: each in its time, by whom it belongs to.
export function SittingPanel() {
  const { view, hearing, words, may, say } = useRoom()
  const [fault, setFault] = useState('')
  const [isClosing, setClosing] = useState(false)
  const key = useRef('')
  const router = useRouter()
  const { status } = view.hearing
  const set = (next: Extract<HearingStatus, 'open' | 'paused' | 'reading'>) =>
    hearing.act('setStatus', { status: next })
  const close = async () => {
    key.current ||= crypto.randomUUID()
    setClosing(true)
    const answer = await callHearing('close', { ...hearing.place, key: key.current, headSeq: view.case.headSeq })
    setClosing(false)
    if (answer.ok) router.push(hearingPath('court', hearing.place, '/record'))
    else {
      setFault(say(answer.reason))
      hearing.reread()
    }
  }
  const steps = [
    ...(may('open')
      ? [
          {
            id: 'open',
            label: status === 'scheduled' ? words.sitting.open : words.sitting.resume,
            act: () => set('open'),
          },
        ]
      : []),
    ...(may('pause') ? [{ id: 'pause', label: words.sitting.pause, act: () => set('paused') }] : []),
    ...(may('read-notes') ? [{ id: 'reading', label: words.sitting.reading, act: () => set('reading') }] : []),
    ...(may('close') ? [{ id: 'close', label: words.sitting.close, act: close }] : []),
  ]
  if (steps.length === 0) return null
  return (
    <section aria-label={words.sitting.title} className="rounded-md border bg-surface px-3 py-3 sm:px-4">
      {fault ? (
        <p role="alert" className="mb-2 font-semibold text-accent-text">
          {fault}
        </p>
      ) : null}
      <div className="flex flex-wrap gap-2">
        {steps.map((step) => (
          <Button
            key={step.id}
            type="button"
            data-step={step.id}
            variant={step.id === 'close' || (step.id === 'open' && status !== 'reading') ? 'primary' : 'secondary'}
            aria-disabled={hearing.isBusy || isClosing || undefined}
            onClick={() => void step.act()}
          >
            {step.label}
          </Button>
        ))}
      </div>
      {status === 'reading' ? <p className="mt-2 text-sm text-muted">{words.sitting.readingNote}</p> : null}
    </section>
  )
}
