'use client'

import { buttonClass } from '@court/ui/button-class'
import { PrinterIcon } from '@court/ui/icons'

export function PrintButton({ label }: { label: string }) {
  return (
    <button type="button" onClick={() => window.print()} className={buttonClass({})}>
      <PrinterIcon />
      {label}
    </button>
  )
}
