'use client'

import { Button } from '@court/ui/button'
import { Field } from '@court/ui/field'
import { Input } from '@court/ui/input'
import { Select } from '@court/ui/select'
import { useState } from 'react'
import { Disclosure } from '@court/ui/disclosure'
import { useRoom } from './room-context.tsx'

// The clerk notes for somebody who does not answer: that the notes were confirmed on paper in the courtroom, or that they were refused and why.
export function AnswerFor() {
  const { view, hearing, words, say } = useRoom()
  const [seatId, setSeatId] = useState('')
  const [answer, setAnswer] = useState<'confirmed' | 'refused'>('refused')
  const [remark, setRemark] = useState('')
  const [fault, setFault] = useState('')
  const open = view.seats.filter((seat) => !seat.isMe && !seat.notesAnswer)
  if (open.length === 0) return <p className="text-sm">{words.answerFor.all}</p>
  const send = async () => {
    if (!seatId || remark.trim() === '') return setFault(words.answerFor.missing)
    setFault('')
    const isDone = await hearing.act('answerNotes', {
      key: crypto.randomUUID(),
      answer,
      notesHash: view.notes.hash,
      remark,
      seatId,
    })
    if (isDone) {
      setSeatId('')
      setRemark('')
    }
  }
  return (
    <Disclosure summary={words.answerFor.title}>
      <div className="space-y-3">
        <Field id="for-seat" label={words.answerFor.who}>
          {(control) => (
            <Select
              placeholder={words.answerFor.choose}
              value={seatId}
              onChange={(event) => setSeatId(event.target.value)}
              options={open.map((seat) => ({ value: seat.id, label: `${say(seat.roleTitle)} ${seat.name}` }))}
              {...control}
            />
          )}
        </Field>
        <Field id="for-answer" label={words.answerFor.what}>
          {(control) => (
            <Select
              value={answer}
              onChange={(event) => setAnswer(event.target.value === 'confirmed' ? 'confirmed' : 'refused')}
              options={[
                { value: 'refused', label: words.answerFor.refused },
                { value: 'confirmed', label: words.answerFor.confirmed },
              ]}
              {...control}
            />
          )}
        </Field>
        <Field id="for-remark" label={words.answerFor.remark} error={fault || undefined}>
          {(control) => <Input value={remark} onChange={(event) => setRemark(event.target.value)} {...control} />}
        </Field>
        <Button type="button" onClick={() => void send()}>
          {words.answerFor.send}
        </Button>
      </div>
    </Disclosure>
  )
}
