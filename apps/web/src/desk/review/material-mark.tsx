'use client'

import { buttonClass } from '@court/ui/button-class'
import { classNames } from '@court/ui/class-names'
import { Input } from '@court/ui/input'
import { useActionState, useState } from 'react'
import { markMaterial } from './mark-material.ts'

type Status = 'pending' | 'passed' | 'returned' | 'original-required'

export type MarkWords = {
  show: string
  marks: Record<Exclude<Status, 'pending'>, string>
  reasons: string
  note: string
  save: string
}

// One material: look at it, then 1 passed, 2 returned, 3 original required. Returned ones say why, in the words of the code.
export function MaterialMark({
  caseId,
  material,
  reasons,
  usualReason,
  words,
}: {
  caseId: string
  material: { id: string; title: string; kind: string; pages: string; status: Status; reasons: string[]; note: string }
  reasons: { value: string; label: string }[]
  usualReason: string // stands until another one is chosen: a paper is returned for something
  words: MarkWords
}) {
  const [answer, send, isSending] = useActionState(markMaterial, null)
  // What was pressed shows at once; what the court has on record shows as soon as it says so.
  const [pressed, setPressed] = useState<Status>(material.status)
  const status = isSending ? pressed : material.status
  const isKept = status === 'returned' || status === 'original-required'
  return (
    <li
      data-material={material.id}
      className="border-b border-l-3 border-l-transparent py-1.5 pl-2 data-current:border-l-info data-current:bg-info-soft"
    >
      <form action={send} aria-busy={isSending} className="space-y-1.5">
        <input type="hidden" name="caseId" value={caseId} />
        <input type="hidden" name="materialId" value={material.id} />
        <input type="hidden" name="usualReason" value={usualReason} />
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <button
            type="button"
            data-show-material={material.id}
            className="min-h-target-dense min-w-0 flex-1 cursor-pointer text-left text-sm"
          >
            <span className="font-semibold underline underline-offset-4">{material.title}</span>
            <span className="ml-2 text-muted">
              {material.kind === material.title ? '' : `${material.kind} · `}
              {material.pages}
            </span>
            <span className="sr-only"> {words.show}</span>
          </button>
          <span className="flex gap-1" role="group" aria-label={material.title}>
            {(['passed', 'returned', 'original-required'] as const).map((mark, index) => (
              <button
                key={mark}
                name="status"
                value={status === mark ? 'pending' : mark}
                onClick={() => setPressed(status === mark ? 'pending' : mark)}
                data-mark={index + 1}
                aria-pressed={status === mark}
                className={buttonClass({
                  size: 'dense',
                  variant: 'secondary',
                  className: classNames(status === mark && looks[mark]),
                })}
              >
                {words.marks[mark]}
              </button>
            ))}
          </span>
        </div>
        {isKept ? (
          <fieldset className="rounded-md border bg-surface px-3 py-2 text-sm">
            <legend className="px-1 font-semibold">{words.reasons}</legend>
            <div className="grid gap-x-4 @lg:grid-cols-2">
              {reasons.map((reason) => (
                <label key={reason.value} className="flex min-h-8 items-start gap-2 py-1">
                  <input
                    type="checkbox"
                    name="reasons"
                    value={reason.value}
                    key={String(material.reasons.includes(reason.value))}
                    defaultChecked={material.reasons.includes(reason.value)}
                    className="mt-1 size-4 accent-accent"
                  />
                  {reason.label}
                </label>
              ))}
            </div>
            <div className="mt-1 flex flex-wrap items-end gap-2">
              <label className="min-w-40 flex-1">
                {words.note}
                <Input
                  name="note"
                  defaultValue={material.note}
                  maxLength={500}
                  controlSize="dense"
                  autoComplete="off"
                />
              </label>
              <button
                name="status"
                value={status}
                onClick={() => setPressed(status)}
                className={buttonClass({ size: 'dense' })}
              >
                {words.save}
              </button>
            </div>
          </fieldset>
        ) : null}
        {answer ? (
          <p role="alert" className="text-sm font-semibold text-accent-text">
            {answer.reason}
          </p>
        ) : null}
      </form>
    </li>
  )
}

const looks: Record<Exclude<Status, 'pending'>, string> = {
  passed: 'border-success! bg-success-soft! text-success!',
  returned: 'border-warning! bg-warning-soft! text-warning!',
  'original-required': 'border-warning! bg-warning-soft! text-warning!',
}
