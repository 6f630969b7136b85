'use client'

import { Button } from '@court/ui/button'
import { CheckRow } from '@court/ui/hearing/check-row'
import { VideoIcon } from '@court/ui/hearing/icons'
import { LivePicture } from '@court/ui/hearing/live-picture'
import type { DeviceTest } from '@court/usecases/hearings/hearing-types'
import type { HearingWords } from '../hearing-words.ts'
import { Advice } from './advice.tsx'
import { useDevice } from './use-device.ts'

export function CameraCheck({
  words,
  onFound,
}: {
  words: HearingWords
  onFound: (state: DeviceTest['camera']) => void
}) {
  const { now, track, open } = useDevice('camera')
  const own = words.devices.camera
  const isBad = now.state === 'refused' || now.state === 'absent' || now.state === 'broken'
  const test = async () => onFound((await open()) ?? 'works')
  return (
    <CheckRow
      id="check-camera"
      icon={<VideoIcon />}
      title={own.name}
      state={now.state === 'on' ? 'good' : isBad ? 'bad' : now.state === 'opening' ? 'testing' : 'untested'}
      stateLabel={
        now.state === 'on'
          ? own.states.works
          : isBad
            ? own.states[now.state]
            : words.devices.states[now.state === 'opening' ? 'opening' : 'untested']
      }
      advice={isBad ? <Advice lines={own.advice[now.state]} /> : null}
    >
      {track ? (
        <div className="relative aspect-video max-w-sm overflow-hidden rounded-md bg-[#15161a]">
          <LivePicture track={track} label={own.preview} isMirrored />
        </div>
      ) : (
        <p className="mb-3 text-muted">{own.lead}</p>
      )}
      {track ? (
        <p className="mt-2 text-sm text-muted">{own.good}</p>
      ) : (
        <Button type="button" onClick={() => void test()}>
          {isBad ? words.devices.again : own.test}
        </Button>
      )}
    </CheckRow>
  )
}
