'use client'

import { Badge } from '@court/ui/badge'
import { Button } from '@court/ui/button'
import { Disclosure } from '@court/ui/disclosure'
import { Field } from '@court/ui/field'
import { Input } from '@court/ui/input'
import { Select } from '@court/ui/select'
import { fill } from '@court/ui/words/fill'
import type { SeatView } from '@court/usecases/hearings/hearing-types'
import { useState } from 'react'
import { useRoom } from '../room/room-context.tsx'
import { SeatReadiness } from './seat-readiness.tsx'

const ways = ['account', 'document', 'face', 'known'] as const
type Way = (typeof ways)[number]

// The court's side of the door: who waits, how each prepared, and letting in one by one once it is clear who it is.
export function DoorPanel() {
  const { view, words } = useRoom()
  const guests = view.seats.filter((seat) => !seat.isMe)
  const sorted = [...guests].sort((a, b) => Number(isWaiting(b)) - Number(isWaiting(a)))
  if (guests.length === 0) return <p className="text-muted">{words.door.nobody}</p>
  return (
    <ul className="divide-y">
      {sorted.map((seat) => (
        <li key={seat.id} data-door={seat.id} className="space-y-2 py-3 first:pt-0 last:pb-0">
          <Guest seat={seat} />
        </li>
      ))}
    </ul>
  )
}

// Online from the waiting room; who comes to the courtroom stands before the clerk.
const canBeAdmitted = (seat: SeatView) =>
  seat.admittedAt === null && (isWaiting(seat) || seat.mode === 'in-court' || seat.consent !== 'given')
const isWaiting = (seat: SeatView) => seat.waitingSince !== null && seat.admittedAt === null

function Guest({ seat }: { seat: SeatView }) {
  const { view, words, say, time, may } = useRoom()
  const isDoorOpen = view.nowAt >= view.doorOpensAt
  return (
    <>
      <p className="flex flex-wrap items-baseline justify-between gap-x-3">
        <span>
          <span className="font-semibold">{seat.name}</span>{' '}
          <span className="text-sm text-muted">
            {say(seat.roleTitle)} · {words.modes[seat.mode]}
          </span>
        </span>
        {isWaiting(seat) && seat.waitingSince ? (
          <Badge tone="warning">{fill(words.door.waitingSince, { time: time(seat.waitingSince) })}</Badge>
        ) : seat.isPresent ? (
          <Badge tone="success">{words.door.inside}</Badge>
        ) : seat.admittedAt ? (
          <Badge tone="info">{fill(words.door.admittedAt, { time: time(seat.admittedAt) })}</Badge>
        ) : isDoorOpen ? (
          <Badge>{words.door.notHere}</Badge>
        ) : null}
      </p>
      <SeatReadiness seat={seat} />
      {may('admit') && seat.side !== 'court' && canBeAdmitted(seat) ? <Admit seat={seat} /> : null}
      {may('send-out') && seat.admittedAt && seat.side !== 'court' ? <SendOut seat={seat} /> : null}
    </>
  )
}

function Admit({ seat }: { seat: SeatView }) {
  const { hearing, words } = useRoom()
  const [identityBy, setIdentityBy] = useState<Way>(seat.mode === 'in-court' ? 'document' : 'account')
  return (
    <div className="flex flex-wrap items-end gap-2">
      <Field id={`by-${seat.id}`} label={words.door.identityBy} className="min-w-40 flex-1">
        {(control) => (
          <Select
            value={identityBy}
            onChange={(event) => setIdentityBy(ways.find((way) => way === event.target.value) ?? 'account')}
            options={ways.map((way) => ({ value: way, label: words.door.ways[way] }))}
            {...control}
          />
        )}
      </Field>
      <Button
        type="button"
        variant={isWaiting(seat) ? 'primary' : 'secondary'}
        onClick={() => void hearing.act('admit', { seatId: seat.id, identityBy, note: '' })}
      >
        {words.door.admit}
        <span className="sr-only">{seat.name}</span>
      </Button>
    </div>
  )
}

function SendOut({ seat }: { seat: SeatView }) {
  const { hearing, words } = useRoom()
  const [why, setWhy] = useState('')
  return (
    <Disclosure summary={words.door.sendOut}>
      <div className="flex flex-wrap items-end gap-2">
        <Field id={`why-${seat.id}`} label={words.door.why} className="min-w-40 flex-1">
          {(control) => <Input value={why} onChange={(event) => setWhy(event.target.value)} {...control} />}
        </Field>
        <Button
          type="button"
          variant="danger"
          onClick={() => void hearing.act('sendOut', { seatId: seat.id, why }).then((isDone) => isDone && setWhy(''))}
        >
          {words.door.sendOutNow}
        </Button>
      </div>
    </Disclosure>
  )
}
