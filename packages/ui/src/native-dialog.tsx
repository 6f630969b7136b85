'use client'

import { useRef, type ReactNode } from 'react'
import { buttonClass, type ButtonSize, type ButtonVariant } from './button-class.ts'

// The browser's own dialog: focus stays inside, Escape closes, next to no script.
export function NativeDialog({
  trigger,
  triggerVariant,
  triggerSize,
  title,
  closeLabel,
  id,
  children,
}: {
  trigger?: ReactNode
  triggerVariant?: ButtonVariant | undefined
  triggerSize?: ButtonSize | undefined
  title: ReactNode
  closeLabel: string
  id: string
  children: ReactNode
}) {
  const dialog = useRef<HTMLDialogElement>(null)
  return (
    <>
      {trigger ? (
        <button
          type="button"
          aria-haspopup="dialog"
          onClick={() => dialog.current?.showModal()}
          className={buttonClass({ variant: triggerVariant, size: triggerSize })}
        >
          {trigger}
        </button>
      ) : null}
      <dialog
        ref={dialog}
        id={id}
        aria-labelledby={`${id}-title`}
        className="m-auto w-[min(36rem,calc(100vw-2rem))] rounded-md border bg-surface text-ink shadow-lift backdrop:bg-black/45"
      >
        <h2 id={`${id}-title`} className="border-b px-5 py-3 text-lg">
          {title}
        </h2>
        <div className="px-5 py-4">{children}</div>
        <form method="dialog" className="border-t px-5 py-3 text-right">
          <button className={buttonClass({ variant: 'secondary' })}>{closeLabel}</button>
        </form>
      </dialog>
    </>
  )
}
