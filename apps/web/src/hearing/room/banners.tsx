'use client'

import { Alert } from '@court/ui/alert'
import { Button } from '@court/ui/button'
import { fill } from '@court/ui/words/fill'
import { useEffect, useState } from 'react'
import { useRoom } from './room-context.tsx'

const weakSeconds = 6

// What is not as it should be, and what to do. One place, announced when it changes; everything that can go on goes on below.
export function Banners({ onReturn }: { onReturn: () => void }) {
  const { view, hearing, media, link, words, say, time, side } = useRoom()
  const { problem, isOffline } = hearing
  const isWeakLong = useHeld(media.isWeak && media.picture === 'clear', weakSeconds)
  const { status } = view.hearing
  return (
    <div aria-live="polite" className="space-y-2">
      {problem ? (
        <Alert tone="danger" title={say(problem.reason)}>
          <Button type="button" size="dense" className="mt-1" onClick={hearing.forget}>
            {words.common.understood}
          </Button>
        </Alert>
      ) : null}
      {isOffline ? <Alert tone="warning" title={words.room.offline} /> : null}
      {view.media.state === 'not-configured' ? (
        <Alert tone="warning" title={words.room.noServer}>
          {side === 'court' ? words.room.noServerCourt : words.room.noServerParty}
        </Alert>
      ) : null}
      {media.state === 'lost' && view.media.state !== 'not-configured' ? (
        <Alert tone="warning" title={words.room.lost}>
          {words.room.lostNote}
        </Alert>
      ) : null}
      {media.state === 'resuming' ? <Alert tone="warning" title={words.room.resuming} /> : null}
      {media.state === 'unsupported' ? (
        <Alert tone="warning" title={words.room.unsupported}>
          {words.room.unsupportedNote}
        </Alert>
      ) : null}
      {media.state === 'elsewhere' ? (
        <Alert tone="warning" title={words.room.elsewhere}>
          <Button type="button" variant="primary" className="mt-2" onClick={onReturn}>
            {words.room.comeBackHere}
          </Button>
        </Alert>
      ) : null}
      {media.state === 'shut' ? (
        <Alert tone="warning" title={media.refusal ? say(media.refusal.reason) : words.room.shut}>
          <Button type="button" className="mt-2" onClick={onReturn}>
            {words.room.tryAgain}
          </Button>
        </Alert>
      ) : null}
      {media.needsTouch ? (
        <Alert tone="info" title={words.room.needsTouch}>
          <Button type="button" variant="primary" className="mt-2" onClick={() => link.touch()}>
            {words.room.playSound}
          </Button>
        </Alert>
      ) : null}
      {isWeakLong ? (
        <Alert tone="info" title={words.room.weak}>
          <Button type="button" className="mt-2" onClick={() => link.setPicture('sound')}>
            {words.room.soundFirst}
          </Button>
        </Alert>
      ) : null}
      {status === 'scheduled' ? (
        <Alert tone="info" title={fill(words.room.notOpen, { time: time(view.hearing.startsAt) })}>
          {words.room.notOpenNote}
        </Alert>
      ) : null}
      {status === 'paused' ? <Alert tone="info" title={words.room.paused} /> : null}
    </div>
  )
}

function useHeld(isTrue: boolean, seconds: number): boolean {
  const [isHeld, setHeld] = useState(false)
  useEffect(() => {
    if (!isTrue) return setHeld(false)
    const timer = setTimeout(() => setHeld(true), seconds * 1000)
    return () => clearTimeout(timer)
  }, [isTrue, seconds])
  return isHeld
}
