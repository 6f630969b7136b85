'use client'

import { useEffect, useRef, useState } from 'react'
import type Pad from 'signature_pad'
import { buttonClass } from '../button-class.ts'
import { StrokePicture, type Strokes } from './stroke-picture.tsx'

export type SignatureWords = {
  label: string
  open: string
  again: string
  clear: string
  undo: string
  done: string
  cancel: string
  hint: string
  empty: string
  preview: string
}

type Value = { width: number; height: number; strokes: [number, number, number][][] }

// A sheet as large as the screen to sign on. What is kept are the strokes with their times; they post as JSON.
export function SignaturePad({
  id,
  name,
  value: given,
  words,
}: {
  id: string
  name: string
  value?: Value | undefined
  words: SignatureWords
}) {
  const [value, setValue] = useState<Strokes | undefined>(given)
  const [isOpen, setOpen] = useState(false)
  const dialog = useRef<HTMLDialogElement>(null)
  const field = useRef<HTMLInputElement>(null)

  const open = () => {
    setOpen(true)
    dialog.current?.showModal()
  }
  const close = (signed?: Strokes) => {
    if (signed) setValue(signed)
    dialog.current?.close()
  }
  // Whoever watches the form (to save it) hears of the new signature as of any other answer.
  useEffect(() => {
    field.current?.dispatchEvent(new Event('input', { bubbles: true }))
  }, [value])

  return (
    <div>
      <p className="mb-1 font-semibold">{words.label}</p>
      <input ref={field} type="hidden" name={name} value={value ? JSON.stringify(value) : ''} />
      {value ? (
        <div className="mb-3 max-w-md rounded-md border border-line-strong bg-white px-4 py-2 text-[#1d1f23]">
          <StrokePicture value={value} label={words.preview} className="h-28 w-full" />
        </div>
      ) : null}
      <button
        id={id}
        type="button"
        onClick={open}
        aria-haspopup="dialog"
        className={buttonClass({ variant: 'secondary' })}
      >
        {value ? words.again : words.open}
      </button>
      <dialog
        ref={dialog}
        aria-label={words.label}
        onClose={() => setOpen(false)}
        className="m-0 h-dvh max-h-none w-screen max-w-none bg-surface text-ink"
      >
        {isOpen ? <Sheet words={words} onDone={close} /> : null}
      </dialog>
    </div>
  )
}

function Sheet({ words, onDone }: { words: SignatureWords; onDone: (signed?: Strokes) => void }) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const pad = useRef<Pad | null>(null)
  const [isEmptyToldOf, setEmptyToldOf] = useState(false)

  useEffect(() => {
    let isGone = false
    const sheet = canvas.current
    if (!sheet) return
    const size = () => {
      const kept = pad.current?.toData() ?? []
      const ratio = Math.max(1, window.devicePixelRatio)
      sheet.width = sheet.clientWidth * ratio
      sheet.height = sheet.clientHeight * ratio
      sheet.getContext('2d')?.scale(ratio, ratio)
      pad.current?.clear()
      pad.current?.fromData(kept)
    }
    void import('signature_pad').then(({ default: SignaturePadClass }) => {
      if (isGone) return
      pad.current = new SignaturePadClass(sheet, { penColor: '#1d1f23', minWidth: 1.2, maxWidth: 3.4 })
      size()
    })
    window.addEventListener('resize', size)
    return () => {
      isGone = true
      window.removeEventListener('resize', size)
      pad.current?.off()
    }
  }, [])

  const finish = () => {
    const drawn = pad.current
    if (!drawn || drawn.isEmpty() || !canvas.current) return setEmptyToldOf(true)
    onDone(strokesOf(drawn, canvas.current))
  }
  return (
    <div className="flex h-full flex-col">
      <p className="px-4 pt-3 text-sm text-muted">{words.hint}</p>
      <p role="alert" className="px-4 font-semibold text-accent-text">
        {isEmptyToldOf ? words.empty : ''}
      </p>
      <div className="relative mx-3 my-2 min-h-0 flex-1 rounded-md border border-line-strong bg-white">
        <canvas ref={canvas} className="absolute inset-0 size-full touch-none" />
        <span
          aria-hidden="true"
          className="pointer-events-none absolute inset-x-8 bottom-[22%] border-b-2 border-dashed border-[#b9b4aa]"
        />
      </div>
      <div className="flex flex-wrap justify-between gap-2 px-3 pb-3">
        <span className="flex gap-2">
          <button type="button" onClick={() => onDone()} className={buttonClass({ variant: 'quiet' })}>
            {words.cancel}
          </button>
          <button type="button" onClick={() => undo(pad.current)} className={buttonClass({})}>
            {words.undo}
          </button>
          <button type="button" onClick={() => pad.current?.clear()} className={buttonClass({})}>
            {words.clear}
          </button>
        </span>
        <button type="button" onClick={finish} className={buttonClass({ variant: 'primary', className: 'ml-auto' })}>
          {words.done}
        </button>
      </div>
    </div>
  )
}

function undo(pad: Pad | null): void {
  if (!pad) return
  const strokes = pad.toData()
  pad.fromData(strokes.slice(0, -1))
}

// No smaller than a court can read.
const sideMin = 60

// Cut to what was drawn, with a margin, so that it shows the same from any screen.
function strokesOf(pad: Pad, canvas: HTMLCanvasElement): Value {
  const groups = pad.toData().map((group) => group.points)
  const points = groups.flat()
  const margin = 12
  const left = Math.max(0, Math.min(...points.map((point) => point.x)) - margin)
  const top = Math.max(0, Math.min(...points.map((point) => point.y)) - margin)
  const right = Math.min(canvas.clientWidth, Math.max(...points.map((point) => point.x)) + margin)
  const bottom = Math.min(canvas.clientHeight, Math.max(...points.map((point) => point.y)) + margin)
  const began = Math.min(...points.map((point) => point.time))
  const whole = (value: number) => Math.round(value * 10) / 10
  return {
    width: Math.max(sideMin, Math.round(right - left)),
    height: Math.max(sideMin, Math.round(bottom - top)),
    strokes: groups.map((group) =>
      group.map((point) => [whole(point.x - left), whole(point.y - top), Math.round(point.time - began)]),
    ),
  }
}
