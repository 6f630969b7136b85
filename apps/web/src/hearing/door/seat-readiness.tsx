'use client'

import { CheckIcon, CircleIcon, TriangleAlertIcon } from '@court/ui/icons'
import type { SeatView } from '@court/usecases/hearings/hearing-types'
import { useRoom } from '../room/room-context.tsx'

// Consent, devices, duties: done or not, in words. What went wrong with a device helps whoever phones that person.
export function SeatReadiness({ seat }: { seat: SeatView }) {
  const { words } = useRoom()
  if (seat.side === 'court') return null
  const { devices } = seat
  const isTrouble =
    devices !== null && (devices.camera !== 'works' || devices.microphone !== 'works' || devices.connection !== 'good')
  const facts = [
    ...(seat.mode === 'online'
      ? [
          { id: 'consent', text: words.ready.consent[seat.consent ?? 'none'], isDone: seat.consent === 'given' },
          {
            id: 'devices',
            text: seat.devicesTestedAt
              ? isTrouble
                ? words.ready.devicesTrouble
                : words.ready.devicesDone
              : words.ready.devicesOpen,
            isDone: seat.devicesTestedAt !== null && !isTrouble,
            isTrouble,
          },
        ]
      : []),
    {
      id: 'duties',
      text: seat.dutiesConfirmedAt ? words.ready.dutiesDone : words.ready.dutiesOpen,
      isDone: seat.dutiesConfirmedAt !== null,
    },
  ]
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1 text-sm">
      {facts.map((fact) => (
        <li key={fact.id} className="inline-flex items-center gap-1">
          {fact.isDone ? (
            <CheckIcon className="size-4 text-success" />
          ) : 'isTrouble' in fact && fact.isTrouble ? (
            <TriangleAlertIcon className="size-4 text-warning" />
          ) : (
            <CircleIcon className="size-4 text-muted" />
          )}
          {fact.text}
        </li>
      ))}
      {isTrouble && devices ? (
        <li className="w-full text-muted">
          {[
            `${words.devices.camera.name} ${words.devices.camera.states[devices.camera]}`,
            `${words.devices.microphone.name} ${words.devices.microphone.states[devices.microphone]}`,
            `${words.devices.line.name} ${words.devices.line.states[devices.connection]}`,
          ].join(' · ')}
        </li>
      ) : null}
    </ul>
  )
}
