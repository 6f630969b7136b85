'use client'

import { useEffect, useRef } from 'react'

// A moving picture from a track of the browser. `attach` is how a media library wants to do it itself; it gives back how to let go.
export function LivePicture({
  track,
  attach,
  label,
  isMirrored = false,
  className = 'absolute inset-0 size-full object-cover',
}: {
  track?: MediaStreamTrack | undefined
  attach?: ((video: HTMLVideoElement) => () => void) | undefined
  label: string
  isMirrored?: boolean | undefined
  className?: string | undefined
}) {
  const element = useRef<HTMLVideoElement>(null)
  useEffect(() => {
    const video = element.current
    if (!video) return
    if (attach) return attach(video)
    if (!track) return
    video.srcObject = new MediaStream([track])
    return () => {
      video.srcObject = null
    }
  }, [track, attach])
  return (
    <video
      ref={element}
      autoPlay
      playsInline
      muted
      aria-label={label}
      className={`${className} ${isMirrored ? '-scale-x-100' : ''}`}
    />
  )
}
