'use client'

import { Alert } from '@court/ui/alert'
import type { HearingView } from '@court/usecases/hearings/hearing-types'
import { DoorPanel } from '../door/door-panel.tsx'
import type { HearingWords } from '../hearing-words.ts'
import { RoomContext } from '../room/room-context.tsx'
import { MediaLink } from '../room/media-link.ts'
import { rememberedChoices } from '../room/remembered-choices.ts'
import { useHearing } from '../use-hearing.ts'
import { useState } from 'react'

// The door as the clerk sees it at the desk, without being in the room: it follows by asking every few seconds.
export function CourtDoor({ first, words, locale }: { first: HearingView; words: HearingWords; locale: string }) {
  const hearing = useHearing(first, false)
  const [link] = useState(() => new MediaLink({ ...rememberedChoices(), join: never, onSignal: () => undefined }))
  const { problem } = hearing
  return (
    <RoomContext value={{ hearing, link, media: link.snapshot(), words, locale, side: 'court' }}>
      <section aria-labelledby="door" className="min-w-0">
        <h2 id="door" className="mb-2 border-b pb-1 text-lg">
          {words.form.roll}
        </h2>
        {problem ? (
          <Alert
            tone="danger"
            isLive
            title={locale === 'en' ? problem.reason.en : problem.reason.zh}
            className="mb-3"
          />
        ) : null}
        <DoorPanel />
      </section>
    </RoomContext>
  )
}

const never = () => Promise.reject(new Error('nobody enters a room from here'))
