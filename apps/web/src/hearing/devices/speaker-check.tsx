'use client'

import { Button } from '@court/ui/button'
import { CheckRow } from '@court/ui/hearing/check-row'
import { VolumeIcon } from '@court/ui/hearing/icons'
import type { DeviceTest } from '@court/usecases/hearings/hearing-types'
import { useState } from 'react'
import type { HearingWords } from '../hearing-words.ts'
import { Advice } from './advice.tsx'
import { playTone } from './play-tone.ts'

// Whether a tone is heard only the person can say.
export function SpeakerCheck({
  words,
  onFound,
}: {
  words: HearingWords
  onFound: (state: DeviceTest['speaker']) => void
}) {
  const [state, setState] = useState<'untested' | 'played' | DeviceTest['speaker']>('untested')
  const own = words.devices.speaker
  const say = (found: DeviceTest['speaker']) => {
    setState(found)
    onFound(found)
  }
  const play = async () => {
    await playTone()
    setState((known) => (known === 'heard' ? known : 'played'))
  }
  return (
    <CheckRow
      id="check-speaker"
      icon={<VolumeIcon />}
      title={own.name}
      state={
        state === 'heard'
          ? 'good'
          : state === 'not-heard'
            ? 'bad'
            : state === 'skipped'
              ? 'weak'
              : state === 'played'
                ? 'testing'
                : 'untested'
      }
      stateLabel={state === 'untested' || state === 'played' ? words.devices.states.untested : own.states[state]}
      advice={state === 'not-heard' ? <Advice lines={own.advice} /> : null}
    >
      <p className="mb-3 text-muted">{own.lead}</p>
      <div className="flex flex-wrap gap-2">
        <Button type="button" onClick={() => void play()}>
          {state === 'untested' ? own.play : own.playAgain}
        </Button>
        {state === 'untested' ? (
          <Button type="button" variant="quiet" onClick={() => say('skipped')}>
            {own.skip}
          </Button>
        ) : (
          <>
            <Button type="button" aria-pressed={state === 'heard'} onClick={() => say('heard')}>
              {own.heard}
            </Button>
            <Button type="button" aria-pressed={state === 'not-heard'} onClick={() => say('not-heard')}>
              {own.notHeard}
            </Button>
          </>
        )}
      </div>
    </CheckRow>
  )
}
