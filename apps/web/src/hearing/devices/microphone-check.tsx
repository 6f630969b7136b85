'use client'

import { Button } from '@court/ui/button'
import { CheckRow } from '@court/ui/hearing/check-row'
import { MicIcon } from '@court/ui/hearing/icons'
import { LevelMeter } from '@court/ui/hearing/level-meter'
import type { DeviceTest } from '@court/usecases/hearings/hearing-types'
import { useEffect, useEffectEvent, useState } from 'react'
import type { HearingWords } from '../hearing-words.ts'
import { Advice } from './advice.tsx'
import { useDevice } from './use-device.ts'
import { useLevel } from './use-level.ts'

const heardAt = 0.25
const silentAfterMs = 8000

// The microphone works when it hears something: a device that is open and silent is found here and not in the room.
export function MicrophoneCheck({
  words,
  onFound,
}: {
  words: HearingWords
  onFound: (state: DeviceTest['microphone']) => void
}) {
  const { now, track, open } = useDevice('microphone')
  const level = useLevel(track)
  const [heard, setHeard] = useState<'not-yet' | 'yes' | 'silent'>('not-yet')
  const own = words.devices.microphone
  const tell = useEffectEvent(onFound)
  const isHeard = level >= heardAt
  useEffect(() => {
    if (!isHeard) return
    setHeard('yes')
    tell('works')
  }, [isHeard])
  useEffect(() => {
    if (!track) return
    const timer = setTimeout(() => {
      setHeard((known) => {
        if (known === 'yes') return known
        return 'silent'
      })
    }, silentAfterMs)
    return () => clearTimeout(timer)
  }, [track])
  useEffect(() => {
    if (heard === 'silent') tell('silent')
  }, [heard])
  const isBad = now.state === 'refused' || now.state === 'absent' || now.state === 'broken'
  const test = async () => {
    setHeard('not-yet')
    const fault = await open()
    if (fault) onFound(fault)
  }
  const isSilent = now.state === 'on' && heard === 'silent'
  return (
    <CheckRow
      id="check-microphone"
      icon={<MicIcon />}
      title={own.name}
      state={
        isBad ? 'bad' : isSilent ? 'weak' : heard === 'yes' ? 'good' : now.state === 'untested' ? 'untested' : 'testing'
      }
      stateLabel={
        isBad
          ? own.states[now.state]
          : isSilent
            ? own.states.silent
            : heard === 'yes'
              ? own.states.works
              : now.state === 'on'
                ? own.speak
                : words.devices.states[now.state === 'opening' ? 'opening' : 'untested']
      }
      advice={isBad ? <Advice lines={own.advice[now.state]} /> : isSilent ? <Advice lines={own.advice.silent} /> : null}
    >
      {track ? (
        <>
          <LevelMeter level={level} label={words.devices.level} className="max-w-sm" />
          <p className="mt-2 text-sm text-muted">{own.read}</p>
        </>
      ) : (
        <>
          <p className="mb-3 text-muted">{own.lead}</p>
          <Button type="button" onClick={() => void test()}>
            {isBad ? words.devices.again : own.test}
          </Button>
        </>
      )}
    </CheckRow>
  )
}
