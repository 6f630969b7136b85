'use client'

import type { HearingView } from '@court/usecases/hearings/hearing-types'
import { CourtBand } from '@court/ui/hearing/court-band'
import { useEffect, useState, type ReactNode } from 'react'
import { callHearing } from '../call-hearing.ts'
import { FreshDocument } from '../fresh-document.tsx'
import { hearingPath } from '../hearing-path.ts'
import type { HearingWords } from '../hearing-words.ts'
import { placeOf } from '../place-of.ts'
import { useHearing } from '../use-hearing.ts'
import { Banners } from './banners.tsx'
import { Controls } from './controls.tsx'
import { Entrance } from './entrance.tsx'
import { RoomContext, type Room } from './room-context.tsx'
import { RoomStatus } from './room-status.tsx'
import { Seats } from './seats.tsx'
import { ShownPage } from './shown-page.tsx'
import { SidePanels } from './side-panels.tsx'
import { rememberChoices, rememberedChoices } from './remembered-choices.ts'
import { useAwake } from '../use-awake.ts'
import { useMediaLink } from './use-media-link.ts'

// One hearing, live. What the court knows (who sits where, who may speak, notes, the page that is shown) comes from the court's site and
// works without the media server; sound and picture come and go without anything else being lost.
export function HearingRoom({
  first,
  side,
  words,
  locale,
  caseLine,
}: {
  first: HearingView
  side: 'party' | 'court'
  words: HearingWords
  locale: string
  caseLine: ReactNode
}) {
  const [entered, setEntered] = useState<'no' | 'seen-and-heard' | 'following'>('no')
  const hasEntered = entered === 'seen-and-heard'
  const [mayJoin, setMayJoin] = useState(first.viewer.may.includes('join'))
  const [isSignalled, setSignalled] = useState(false)
  const hearing = useHearing(first, isSignalled)
  const { view } = hearing
  const { link, view: media } = useMediaLink(
    () => ({
      join: () => callHearing('join', placeOf(first)),
      onSignal: () => hearing.reread(),
      ...rememberedChoices(),
    }),
    hasEntered && mayJoin,
  )
  useEffect(() => setSignalled(media.state === 'connected'), [media.state])
  useEffect(() => setMayJoin(view.viewer.may.includes('join')), [view.viewer.may])
  useEffect(() => {
    if (!hasEntered) return
    const onLeave = (event: BeforeUnloadEvent) => event.preventDefault()
    addEventListener('beforeunload', onLeave)
    return () => removeEventListener('beforeunload', onLeave)
  }, [hasEntered])

  useAwake(hasEntered)

  const room: Room = { hearing, link, media, words, locale, side }
  const say = (text: { zh: string; en: string }) => (locale === 'en' ? text.en : text.zh)
  const isOver = view.hearing.status === 'held' || view.hearing.status === 'cancelled'
  const enter = (choices: { microphone: boolean; camera: boolean }) => {
    rememberChoices({ ...choices, picture: media.picture })
    link.want('microphone', choices.microphone)
    link.want('camera', choices.camera)
    setEntered('seen-and-heard')
  }
  return (
    <RoomContext value={room}>
      <FreshDocument />
      <div className="flex min-h-dvh flex-1 flex-col" data-link={media.state} data-revision={view.hearing.revision}>
        <CourtBand
          court={say(view.court.name)}
          room={`${words.room.name} · ${say(view.hearing.kindTitle)}`}
          caseLine={caseLine}
          status={<RoomStatus />}
        />
        <main id="main" tabIndex={-1} className="flex-1 outline-none">
          <div className="desk-width space-y-3 py-3">
            <Banners onReturn={() => link.enter()} />
            {entered !== 'no' || !mayJoin || isOver ? (
              <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_minmax(20rem,26rem)]">
                <div className="min-w-0 space-y-4">
                  <ShownPage />
                  <Seats />
                </div>
                <SidePanels />
              </div>
            ) : (
              <Entrance onEnter={enter} onFollow={() => setEntered('following')} />
            )}
          </div>
        </main>
        {isOver ? null : (
          <Controls
            isIn={hasEntered && mayJoin}
            onLeave={() => setEntered('no')}
            onEnter={entered === 'following' ? () => setEntered('no') : undefined}
            doorHref={hearingPath(side, placeOf(view))}
          />
        )}
      </div>
    </RoomContext>
  )
}
