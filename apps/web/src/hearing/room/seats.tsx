'use client'

import { LivePicture } from '@court/ui/hearing/live-picture'
import { HandIcon, MicIcon, MicOffIcon } from '@court/ui/hearing/icons'
import { SeatLayout } from '@court/ui/hearing/seat-layout'
import { SeatTile, type SeatMark } from '@court/ui/hearing/seat-tile'
import type { SeatSide, SeatView } from '@court/usecases/hearings/hearing-types'
import { useRoom } from './room-context.tsx'
import { SeatTools } from './seat-tools.tsx'

// Everybody on the roll has a seat, also who is not there: an empty chair says more than a missing one.
export function Seats() {
  const { view, words } = useRoom()
  const of = (side: SeatSide) => view.seats.filter((seat) => seat.side === side)
  const group = (side: SeatSide) => ({
    id: side,
    label: words.sides[side],
    seats: of(side).map((seat) => <Seat key={seat.id} seat={seat} />),
  })
  return (
    <SeatLayout
      bench={group('court')}
      left={group('plaintiff')}
      right={group('defendant')}
      others={of('other').length > 0 ? group('other') : undefined}
    />
  )
}

function Seat({ seat }: { seat: SeatView }) {
  const { media, words, say } = useRoom()
  const person = media.people.get(seat.id)
  const label = `${say(seat.roleTitle)} ${seat.name}`
  const picture = seat.isMe ? (
    media.cameraTrack ? (
      <LivePicture track={media.cameraTrack} label={label} isMirrored />
    ) : null
  ) : person?.showVideo ? (
    <LivePicture attach={person.showVideo} label={label} />
  ) : null
  return (
    <SeatTile
      id={seat.id}
      role={say(seat.roleTitle)}
      name={seat.name}
      picture={picture}
      noPicture={useNoPicture(seat)}
      isSpeaking={person?.isSpeaking && person.hasSound}
      speakingLabel={words.seat.speaking}
      isMine={seat.isMe}
      mineLabel={words.seat.you}
      marks={useMarks(seat)}
      tools={<SeatTools seat={seat} />}
    />
  )
}

function useNoPicture(seat: SeatView): string {
  const { media, words } = useRoom()
  if (seat.mode === 'in-court' && !seat.isPresent) return words.seat.inCourt
  if (seat.isMe) return media.picture === 'sound' ? words.seat.soundOnly : words.seat.ownCameraOff
  if (seat.isPresent || media.people.has(seat.id))
    return media.picture === 'sound' ? words.seat.soundOnly : words.seat.cameraOff
  if (seat.sentOutAt && !seat.admittedAt) return words.seat.sentOut
  if (seat.waitingSince && !seat.admittedAt) return words.seat.waiting
  return words.seat.absent
}

function useMarks(seat: SeatView): SeatMark[] {
  const { media, words } = useRoom()
  const icon = 'size-3.5'
  const hasSound = media.people.get(seat.id)?.hasSound ?? false
  const isThere = seat.isPresent || media.people.has(seat.id)
  return [
    ...(seat.handRaisedAt
      ? [{ id: 'hand', label: words.seat.hand, icon: <HandIcon className={icon} />, tone: 'warning' as const }]
      : []),
    ...(isThere && !seat.maySpeak
      ? [{ id: 'floor', label: words.seat.listening, icon: <MicOffIcon className={icon} />, tone: 'neutral' as const }]
      : []),
    ...(isThere && seat.maySpeak
      ? [
          hasSound
            ? {
                id: 'sound',
                label: words.seat.mayBeHeard,
                icon: <MicIcon className={icon} />,
                tone: 'success' as const,
              }
            : { id: 'sound', label: words.seat.muted, icon: <MicOffIcon className={icon} />, tone: 'neutral' as const },
        ]
      : []),
    ...(seat.notesAnswer
      ? [
          {
            id: 'notes',
            label: words.notesAnswer[seat.notesAnswer],
            tone: seat.notesAnswer === 'confirmed' ? ('success' as const) : ('warning' as const),
          },
        ]
      : []),
  ]
}
