'use client'

import { Alert } from '@court/ui/alert'
import { Button } from '@court/ui/button'
import { Radio } from '@court/ui/choice'
import { Field } from '@court/ui/field'
import { Textarea } from '@court/ui/textarea'
import { fill } from '@court/ui/words/fill'
import { useRef, useState } from 'react'
import { useRoom } from './room-context.tsx'
import { AnswerFor } from './answer-for.tsx'

type Answer = 'confirmed' | 'refused'

// The notes are closed: each reads them and says whether they are right. A refusal stands in the record with its reason.
export function ConfirmNotes() {
  const { view, hearing, words, may, me } = useRoom()
  const [answer, setAnswer] = useState<Answer | ''>('')
  const [remark, setRemark] = useState('')
  const [fault, setFault] = useState('')
  const key = useRef('')
  if (view.hearing.status !== 'reading') return null
  const send = async () => {
    if (!answer) return setFault(words.confirm.choose)
    if (answer === 'refused' && remark.trim() === '') return setFault(words.confirm.sayWhy)
    setFault('')
    key.current ||= crypto.randomUUID()
    await hearing.act('answerNotes', { key: key.current, answer, notesHash: view.notes.hash, remark })
  }
  return (
    <section aria-labelledby="confirm-notes" className="space-y-3 rounded-md border bg-surface px-3 py-3 sm:px-4">
      <h2 id="confirm-notes" className="text-lg">
        {words.confirm.title}
      </h2>
      {me?.notesAnswer ? (
        <Alert tone={me.notesAnswer === 'confirmed' ? 'success' : 'warning'} title={words.confirm.done[me.notesAnswer]}>
          {me.notesRemark ? <p>{me.notesRemark}</p> : null}
        </Alert>
      ) : may('answer-notes') ? (
        <fieldset className="space-y-2">
          <legend className="mb-1">{words.confirm.lead}</legend>
          {(['confirmed', 'refused'] as const).map((one) => (
            <Radio
              key={one}
              id={`answer-${one}`}
              name="answer"
              value={one}
              isFramed
              checked={answer === one}
              onChange={() => setAnswer(one)}
              label={words.confirm.answers[one]}
            />
          ))}
          <Field
            id="remark"
            label={answer === 'refused' ? words.confirm.why : words.confirm.remark}
            error={fault || undefined}
          >
            {(control) => (
              <Textarea rows={2} value={remark} onChange={(event) => setRemark(event.target.value)} {...control} />
            )}
          </Field>
          <Button type="button" variant="primary" size="large" onClick={() => void send()}>
            {words.confirm.send}
          </Button>
        </fieldset>
      ) : null}
      <p className="text-sm break-all text-muted">{fill(words.confirm.hash, { hash: view.notes.hash })}</p>
      {may('answer-notes-for') ? <AnswerFor /> : null}
    </section>
  )
}
