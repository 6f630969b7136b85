'use client'

import { Button } from '@court/ui/button'
import { HandIcon, MicIcon, MicOffIcon } from '@court/ui/hearing/icons'
import { fill } from '@court/ui/words/fill'
import type { SeatView } from '@court/usecases/hearings/hearing-types'
import { useRoom } from './room-context.tsx'

// The floor is the judge's to give and to take. The media server keeps it: a page that would speak without it is not heard.
export function SeatTools({ seat }: { seat: SeatView }) {
  const { may, hearing, media, words } = useRoom()
  if (!may('give-floor') || seat.isMe || !(seat.isPresent || media.people.has(seat.id))) return null
  const about = <span className="sr-only">{fill(words.seat.about, { name: seat.name })}</span>
  return seat.maySpeak ? (
    <Button
      type="button"
      size="dense"
      onClick={() => void hearing.act('speaking', { seatId: seat.id, maySpeak: false })}
    >
      <MicOffIcon className="size-4" />
      {words.seat.takeFloor}
      {about}
    </Button>
  ) : (
    <Button
      type="button"
      size="dense"
      variant={seat.handRaisedAt ? 'primary' : 'secondary'}
      onClick={() => void hearing.act('speaking', { seatId: seat.id, maySpeak: true })}
    >
      {seat.handRaisedAt ? <HandIcon className="size-4" /> : <MicIcon className="size-4" />}
      {words.seat.giveFloor}
      {about}
    </Button>
  )
}
