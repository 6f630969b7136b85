'use client'

import { buttonClass } from '@court/ui/button-class'
import { CameraIcon, UploadIcon } from '@court/ui/icons'
import { lazy, Suspense, useRef, useState } from 'react'
import type { UploaderWords } from './material-uploader.tsx'

const CameraCapture = lazy(async () => ({ default: (await import('@court/ui/court/camera-capture')).CameraCapture }))

// Two ways in: the camera, or files of the device. Where the page may not use the camera, the phone's own camera app opens.
export function PickFiles({
  accept,
  about,
  words,
  isSmall = false,
  onFiles,
}: {
  accept: readonly string[]
  about: string
  words: UploaderWords
  isSmall?: boolean | undefined
  onFiles: (files: File[], isOneDocument: boolean) => void
}) {
  const [isCameraOpen, setCameraOpen] = useState(false)
  const camera = useRef<HTMLInputElement>(null)
  const files = useRef<HTMLInputElement>(null)
  // Pictures chosen together are the pages of one document; other files are a document each.
  const take = (input: HTMLInputElement) => {
    const chosen = [...(input.files ?? [])]
    input.value = ''
    if (chosen.length > 0)
      onFiles(
        chosen,
        chosen.every((file) => file.type.startsWith('image/')),
      )
  }
  const look = buttonClass({ variant: isSmall ? 'quiet' : 'secondary' })
  return (
    <div className="mt-3 flex flex-wrap gap-2">
      <button type="button" className={look} onClick={() => setCameraOpen(true)}>
        <CameraIcon />
        {words.photograph}
        <span className="sr-only">{about}</span>
      </button>
      <button type="button" className={look} onClick={() => files.current?.click()}>
        <UploadIcon />
        {words.choose}
        <span className="sr-only">{about}</span>
      </button>
      <input
        ref={files}
        type="file"
        multiple
        hidden
        aria-label={`${words.choose} ${about}`}
        accept={accept.join(',')}
        onChange={(event) => take(event.target)}
      />
      <input
        ref={camera}
        type="file"
        hidden
        aria-label={`${words.photograph} ${about}`}
        accept="image/*"
        capture="environment"
        onChange={(event) => take(event.target)}
      />
      {isCameraOpen ? (
        <Suspense>
          <CameraCapture
            words={words.camera}
            onCancel={() => setCameraOpen(false)}
            onDenied={() => {
              setCameraOpen(false)
              camera.current?.click()
            }}
            onDone={(taken) => {
              setCameraOpen(false)
              onFiles(taken, true)
            }}
          />
        </Suspense>
      ) : null}
    </div>
  )
}
