'use client'

import { useEffect } from 'react'

// Another procedure has another fee: the amount follows the choice as long as it is still one the rules gave.
export function FeeFollow({ formId, fees }: { formId: string; fees: Record<string, number> }) {
  useEffect(() => {
    const form = document.getElementById(formId)
    if (!(form instanceof HTMLFormElement)) return
    const offered = new Set(Object.values(fees).map(yuan))
    const onChange = (event: Event) => {
      const control = event.target
      if (!(control instanceof HTMLInputElement || control instanceof HTMLSelectElement)) return
      const fee = control.name === 'procedure' ? fees[control.value] : undefined
      const amount = form.querySelector<HTMLInputElement>('input[name=feeFen]')
      if (fee === undefined || !amount) return
      if (amount.value !== '' && !offered.has(amount.value.replaceAll(',', '').replace(/\.0+$/, ''))) return
      // The field keeps its text in state: it must hear of the change as if it had been typed.
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(amount, yuan(fee))
      amount.dispatchEvent(new Event('input', { bubbles: true }))
    }
    form.addEventListener('change', onChange)
    return () => form.removeEventListener('change', onChange)
  }, [formId, fees])
  return null
}

function yuan(fen: number): string {
  return fen % 100 === 0 ? String(fen / 100) : (fen / 100).toFixed(2)
}
