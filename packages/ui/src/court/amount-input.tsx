'use client'

import { useState } from 'react'
import type { FieldControl } from '../field.tsx'
import { controlClass } from '../control-class.ts'
import { amountInWords, formatYuan, parseAmount, type AmountFault } from '../words/amount.ts'

// Money as people type it, spoken back in words the way a bank form does (人民币大写). Posts the text as typed:
// the server reads it again by the same rule.
export function AmountInput({
  name,
  control,
  defaultValue = '',
  faults,
  unit,
  onFen,
}: {
  name: string
  control: FieldControl
  defaultValue?: string | undefined
  faults: Record<Exclude<AmountFault, 'empty'>, string>
  unit: string // 元 / yuan
  onFen?: ((fen: number | null) => void) | undefined
}) {
  const [text, setText] = useState(defaultValue)
  const parsed = parseAmount(text)
  const fault = !parsed.ok && parsed.fault !== 'empty' ? faults[parsed.fault] : null
  return (
    <div>
      <span className="relative block max-w-xs">
        <input
          {...control}
          name={name}
          value={text}
          inputMode="decimal"
          autoComplete="off"
          onChange={(event) => {
            setText(event.target.value)
            const read = parseAmount(event.target.value)
            onFen?.(read.ok ? read.fen : null)
          }}
          className={controlClass({ isInvalid: control['aria-invalid'] === true, className: 'pr-14 text-lg' })}
        />
        <span className="pointer-events-none absolute inset-y-0 right-3 flex items-center text-muted">{unit}</span>
      </span>
      <output htmlFor={control.id} aria-live="polite" className="mt-1.5 block min-h-6">
        {parsed.ok ? (
          <>
            <span lang="zh-CN" className="font-song font-bold">
              {amountInWords(parsed.fen)}
            </span>
            <span className="ml-3 text-sm text-muted">{formatYuan(parsed.fen)}</span>
          </>
        ) : (
          <span className="text-sm text-accent-text">{fault}</span>
        )}
      </output>
    </div>
  )
}
