'use client'

import { Alert } from '@court/ui/alert'
import { Button } from '@court/ui/button'
import { buttonClass } from '@court/ui/button-class'
import { fill } from '@court/ui/words/fill'
import type { HearingView, SeatView } from '@court/usecases/hearings/hearing-types'
import { useEffect } from 'react'
import { hearingPath } from '../hearing-path.ts'
import type { HearingWords } from '../hearing-words.ts'
import { useHearing } from '../use-hearing.ts'
import { useAwake } from '../use-awake.ts'

// Who is here, who is not, what one waits for; and the way in as soon as the clerk opens. The page asks by itself and never ends nowhere.
export function WaitingRoom({
  first,
  words,
  locale,
  phone,
}: {
  first: HearingView
  words: HearingWords
  locale: string
  phone: string
}) {
  const hearing = useHearing(first, false)
  const { view, place } = hearing
  const say = (text: { zh: string; en: string }) => (locale === 'en' ? text.en : text.zh)
  const me = view.seats.find((seat) => seat.isMe)
  const isWaiting = Boolean(me?.waitingSince && !me.admittedAt)
  const mayEnter = view.viewer.before === null && view.viewer.may.includes('join')
  const room = hearingPath('party', place, '/room')
  const isElsewhere = view.viewer.before !== null && view.viewer.before !== 'wait'
  useAwake(isWaiting)
  useEffect(() => {
    if (mayEnter && first.viewer.before === 'wait') location.assign(room)
  }, [mayEnter, room, first.viewer.before])
  useEffect(() => {
    if (isElsewhere) location.reload() // cancelled, moved, over: the page itself says what is next
  }, [isElsewhere])
  const time = (at: Date) =>
    new Intl.DateTimeFormat(locale, {
      timeZone: view.court.zone,
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    }).format(at)
  const isLate = isWaiting && view.nowAt.getTime() > view.hearing.startsAt.getTime() + 15 * 60_000
  const isCourtHere = view.seats.some((seat) => seat.side === 'court' && seat.role === 'judge' && seat.isPresent)
  return (
    <section
      aria-labelledby="waiting"
      className="rounded-md border border-t-4 border-t-accent-text bg-surface px-4 py-4 sm:px-6 sm:py-5"
    >
      <p className="text-sm font-semibold text-accent-text">{words.waiting.title}</p>
      <h2 id="waiting" className="mt-0.5 text-xl" aria-live="polite">
        {mayEnter
          ? words.doorPage.nextOpen
          : isWaiting
            ? words.waiting.isWaiting
            : me?.sentOutAt
              ? words.waiting.sentOut
              : words.doorPage.step.wait}
      </h2>
      <div className="mt-2 space-y-3">
        {hearing.problem ? <Alert tone="danger" isLive title={say(hearing.problem.reason)} /> : null}
        {hearing.isOffline ? <Alert tone="warning" title={words.room.offline} /> : null}
        {mayEnter ? (
          <a href={room} className={buttonClass({ variant: 'primary', size: 'large' })}>
            {words.doorPage.enter}
          </a>
        ) : isWaiting && me?.waitingSince ? (
          <>
            <p className="text-sm text-muted">{fill(words.waiting.since, { time: time(me.waitingSince) })}</p>
            <p>{words.waiting.for.clerk}</p>
            {isCourtHere ? null : <p>{words.waiting.for.judge}</p>}
            {isLate ? (
              <p className="font-semibold text-warning">
                {phone ? fill(words.waiting.late, { phone }) : words.waiting.lateNoPhone}
              </p>
            ) : null}
            <Button type="button" onClick={() => void hearing.act('wait', { isWaiting: false })}>
              {words.waiting.leave}
            </Button>
          </>
        ) : (
          <>
            {me?.sentOutAt ? <p>{words.waiting.sentOutText}</p> : null}
            <Button
              type="button"
              variant="primary"
              size="large"
              aria-disabled={hearing.isBusy || undefined}
              onClick={() => void hearing.act('wait', { isWaiting: true })}
            >
              {words.waiting.enter}
            </Button>
          </>
        )}
        <div>
          <h3 className="text-sm font-semibold text-muted">{words.waiting.others}</h3>
          <ul>
            {view.seats.map((seat) => (
              <li key={seat.id} className="flex flex-wrap justify-between gap-x-4 border-b py-1.5 last:border-b-0">
                <span>
                  {say(seat.roleTitle)} {seat.name}
                  {seat.isMe ? <span className="ml-1 text-muted">{words.seat.you}</span> : null}
                </span>
                <span className="text-sm text-muted">{words.waiting[whereIs(seat)]}</span>
              </li>
            ))}
          </ul>
        </div>
      </div>
    </section>
  )
}

function whereIs(seat: SeatView): 'here' | 'admitted' | 'inCourt' | 'notHere' {
  if (seat.admittedAt || seat.isPresent) return 'admitted'
  if (seat.waitingSince) return 'here'
  return seat.mode === 'in-court' ? 'inCourt' : 'notHere'
}
