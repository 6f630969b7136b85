'use client'

import { useEffect, useRef, useState } from 'react'
import { buttonClass } from '../button-class.ts'

export type CameraWords = {
  title: string
  hint: string
  shoot: string
  retake: string
  done: string // with {n} pages
  cancel: string
  page: string // page {n}
  denied: string
}

type Shot = { url: string; file: File }

// Photographs pages one after the other without leaving the page: a frame to lay the sheet into, what was taken below it,
// each to be taken again. What comes out are pictures cut to the frame.
export function CameraCapture({
  words,
  onDone,
  onCancel,
  onDenied,
}: {
  words: CameraWords
  onDone: (files: File[]) => void
  onCancel: () => void
  onDenied: () => void // no camera, or not allowed: the phone's own camera app serves instead
}) {
  const dialog = useRef<HTMLDialogElement>(null)
  const video = useRef<HTMLVideoElement>(null)
  const frame = useRef<HTMLDivElement>(null)
  const [shots, setShots] = useState<Shot[]>([])
  const [again, setAgain] = useState<number | null>(null)
  const denied = useRef(onDenied)

  useEffect(() => {
    dialog.current?.showModal()
    let stream: MediaStream | null = null
    let isGone = false
    const wanted = {
      video: { facingMode: 'environment', width: { ideal: 2560 }, height: { ideal: 1440 } },
      audio: false,
    }
    navigator.mediaDevices
      ?.getUserMedia(wanted)
      .then((given) => {
        if (isGone) return given.getTracks().forEach((track) => track.stop())
        stream = given
        if (video.current) video.current.srcObject = given
      })
      .catch(() => denied.current())
    if (!navigator.mediaDevices) denied.current()
    return () => {
      isGone = true
      stream?.getTracks().forEach((track) => track.stop())
    }
  }, [])

  const shoot = async () => {
    const file = await cutOut(video.current, frame.current, (again ?? shots.length) + 1)
    if (!file) return
    const shot = { url: URL.createObjectURL(file), file }
    setShots((taken) => (again === null ? [...taken, shot] : taken.map((old, index) => (index === again ? shot : old))))
    setAgain(null)
  }
  return (
    <dialog
      ref={dialog}
      aria-label={words.title}
      onCancel={onCancel}
      className="m-0 h-dvh max-h-none w-screen max-w-none bg-[#101114] text-white"
    >
      <div className="flex h-full flex-col">
        <p className="px-4 py-2 text-sm">{words.hint}</p>
        <div className="relative min-h-0 flex-1 overflow-hidden">
          <video ref={video} autoPlay playsInline muted className="absolute inset-0 size-full object-cover" />
          <div className="pointer-events-none absolute inset-0 flex items-center justify-center p-4">
            <div
              ref={frame}
              className="aspect-[210/297] h-full max-w-full rounded-sm border-2 border-white shadow-[0_0_0_100vmax_rgb(0_0_0/0.4)]"
            />
          </div>
        </div>
        {shots.length > 0 ? (
          <ul className="flex gap-3 overflow-x-auto px-4 py-2">
            {shots.map((shot, index) => (
              <li key={shot.url} className="shrink-0 text-center text-sm">
                <img
                  src={shot.url}
                  alt={words.page.replace('{n}', String(index + 1))}
                  className={`h-20 rounded-sm border-2 ${again === index ? 'border-[#e8c074]' : 'border-transparent'}`}
                />
                <button
                  type="button"
                  aria-pressed={again === index}
                  onClick={() => setAgain(again === index ? null : index)}
                  className="min-h-target cursor-pointer px-2 underline underline-offset-4"
                >
                  {words.retake}
                </button>
              </li>
            ))}
          </ul>
        ) : null}
        <div className="flex items-center justify-between gap-3 px-4 py-3">
          <button
            type="button"
            onClick={onCancel}
            className="min-h-target cursor-pointer px-3 underline underline-offset-4"
          >
            {words.cancel}
          </button>
          <button
            type="button"
            onClick={() => void shoot()}
            className="size-16 cursor-pointer rounded-full border-4 border-white bg-white/30 outline-offset-4 focus-visible:outline-white"
          >
            <span className="sr-only">{words.shoot}</span>
          </button>
          <button
            type="button"
            disabled={shots.length === 0}
            onClick={() => onDone(shots.map((shot) => shot.file))}
            className={buttonClass({ variant: 'primary' })}
          >
            {words.done.replace('{n}', String(shots.length))}
          </button>
        </div>
      </div>
    </dialog>
  )
}

// The part of the picture that lies in the frame, in the camera's own resolution.
async function cutOut(video: HTMLVideoElement | null, frame: HTMLElement | null, page: number): Promise<File | null> {
  if (!video || !frame || video.videoWidth === 0) return null
  const seen = video.getBoundingClientRect()
  const sheet = frame.getBoundingClientRect()
  const scale = Math.max(seen.width / video.videoWidth, seen.height / video.videoHeight)
  const offsetX = (video.videoWidth * scale - seen.width) / 2
  const offsetY = (video.videoHeight * scale - seen.height) / 2
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(sheet.width / scale)
  canvas.height = Math.round(sheet.height / scale)
  const x = (sheet.left - seen.left + offsetX) / scale
  const y = (sheet.top - seen.top + offsetY) / scale
  canvas.getContext('2d')?.drawImage(video, x, y, canvas.width, canvas.height, 0, 0, canvas.width, canvas.height)
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.9))
  return blob && new File([blob], `page-${page}-${Date.now()}.jpg`, { type: 'image/jpeg', lastModified: Date.now() })
}
