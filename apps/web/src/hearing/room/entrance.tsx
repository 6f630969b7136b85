'use client'

import { Alert } from '@court/ui/alert'
import { Button } from '@court/ui/button'
import { Checkbox } from '@court/ui/choice'
import { fill } from '@court/ui/words/fill'
import { useEffect, useState } from 'react'
import { rememberedChoices, usualChoices } from './remembered-choices.ts'
import { useRoom } from './room-context.tsx'

// The last step before the room: as whom one goes in, with which devices, and what holds inside. The press also lets the browser play sound.
export function Entrance({
  onEnter,
  onFollow,
}: {
  onEnter: (choices: { microphone: boolean; camera: boolean }) => void
  onFollow: () => void
}) {
  const { view, words, me, say } = useRoom()
  const [choices, setChoices] = useState(usualChoices)
  useEffect(() => setChoices(rememberedChoices()), []) // the server does not know what this browser chose last time
  const isBack = view.attendance.some(({ seatId }) => seatId === me?.id)
  return (
    <section aria-labelledby="entrance" className="mx-auto max-w-xl space-y-5 py-4">
      <h2 id="entrance" className="text-2xl">
        {isBack ? words.entrance.back : words.entrance.title}
      </h2>
      {me ? (
        <p>
          {fill(words.entrance.as, { role: say(me.roleTitle), name: me.name })}
          {isBack ? ` ${words.entrance.samePlace}` : ''}
        </p>
      ) : null}
      <div className="rounded-md border bg-surface px-4 py-2">
        <Checkbox
          id="with-microphone"
          label={words.entrance.microphone}
          checked={choices.microphone}
          onChange={(event) => setChoices({ ...choices, microphone: event.target.checked })}
        />
        <Checkbox
          id="with-camera"
          label={words.entrance.camera}
          checked={choices.camera}
          onChange={(event) => setChoices({ ...choices, camera: event.target.checked })}
        />
      </div>
      <Alert tone="neutral" title={words.rules.title}>
        <ul className="list-disc space-y-1 pl-5">
          <li>{view.recording.state === 'not-possible' ? words.rules.notRecorded : words.rules.recorded}</li>
          <li>{words.rules.forbiddenLong}</li>
          <li>{words.rules.quiet}</li>
        </ul>
      </Alert>
      <div className="flex flex-wrap gap-3">
        <Button
          type="button"
          variant="primary"
          size="large"
          className="w-full sm:w-auto"
          onClick={() => onEnter(choices)}
        >
          {isBack ? words.entrance.return : words.entrance.enter}
        </Button>
        {view.viewer.side === 'court' ? (
          <Button type="button" size="large" className="w-full sm:w-auto" onClick={onFollow}>
            {words.entrance.follow}
          </Button>
        ) : null}
      </div>
      {view.viewer.side === 'court' ? <p className="text-sm text-muted">{words.entrance.followNote}</p> : null}
    </section>
  )
}
