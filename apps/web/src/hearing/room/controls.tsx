'use client'

import { ControlButton } from '@court/ui/hearing/control-button'
import {
  HandIcon,
  HeadphonesIcon,
  LogOutIcon,
  MicIcon,
  MicOffIcon,
  MonitorIcon,
  VideoIcon,
  VideoOffIcon,
} from '@court/ui/hearing/icons'
import { LevelMeter } from '@court/ui/hearing/level-meter'
import type { Device } from '../devices/open-device.ts'
import { useLevel } from '../devices/use-level.ts'
import type { PictureMode } from './link-types.ts'
import { rememberChoices } from './remembered-choices.ts'
import { useRoom } from './room-context.tsx'

const nextPicture: Record<PictureMode, PictureMode> = { clear: 'small', small: 'sound', sound: 'clear' }

// What one does oneself: be heard, be seen, how much picture the line carries, ask for the floor, leave.
export function Controls({
  isIn,
  onLeave,
  onEnter,
  doorHref,
}: {
  isIn: boolean
  onLeave: () => void
  onEnter?: (() => void) | undefined // back to the entrance, for whoever only followed so far
  doorHref: string
}) {
  const { view, hearing, media, link, words, may, me } = useRoom()
  const level = useLevel(isIn ? media.microphoneTrack : undefined)
  const remember = (change: object) =>
    rememberChoices({
      microphone: media.microphone === 'on',
      camera: media.camera === 'on',
      picture: media.picture,
      ...change,
    })
  const press = (device: Device) => {
    const isWanted = media[device] !== 'on'
    link.want(device, isWanted)
    remember({ [device]: isWanted })
  }
  const picture = nextPicture[media.picture]
  const isMuted = isIn && media.state === 'connected' && !media.maySend
  const isRaised = Boolean(me?.handRaisedAt)
  return (
    <footer className="sticky bottom-0 [@media(max-height:26rem)]:static z-30 border-t bg-surface pb-[env(safe-area-inset-bottom)]">
      <div className="desk-width space-y-1.5 py-2">
        {isIn ? (
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
            <span role="status" className={isMuted ? 'font-semibold text-warning' : 'text-muted'}>
              {media.state !== 'connected'
                ? words.controls.notConnected
                : isMuted
                  ? words.controls.noFloor
                  : media.microphone === 'on'
                    ? words.controls.heard
                    : words.controls.notHeard}
            </span>
            {media.microphone === 'on' ? (
              <LevelMeter level={level} label={words.devices.level} className="h-4! w-28" />
            ) : null}
            <DeviceFault device="microphone" />
            <DeviceFault device="camera" />
          </div>
        ) : null}
        <div role="group" aria-label={words.controls.title} className="flex justify-center gap-1.5">
          {isIn ? (
            <>
              <ControlButton
                icon={media.microphone === 'on' ? <MicIcon /> : <MicOffIcon />}
                label={media.microphone === 'on' ? words.controls.microphoneOn : words.controls.microphoneOff}
                isPressed={media.microphone === 'on'}
                tone={media.microphone === 'on' ? 'plain' : 'warn'}
                onPress={() => press('microphone')}
              />
              <ControlButton
                icon={media.camera === 'on' ? <VideoIcon /> : <VideoOffIcon />}
                label={media.camera === 'on' ? words.controls.cameraOn : words.controls.cameraOff}
                isPressed={media.camera === 'on'}
                isOff={media.picture === 'sound'}
                hint={media.picture === 'sound' ? words.seat.soundOnly : undefined}
                tone={media.camera === 'on' || media.picture === 'sound' ? 'plain' : 'warn'}
                onPress={() => press('camera')}
              />
              <ControlButton
                icon={media.picture === 'sound' ? <HeadphonesIcon /> : <MonitorIcon />}
                label={words.pictures[media.picture]}
                hint={words.pictureNext[picture]}
                onPress={() => {
                  link.setPicture(picture)
                  remember({ picture })
                }}
              />
            </>
          ) : null}
          {may('raise-hand') ? (
            <ControlButton
              icon={<HandIcon />}
              label={isRaised ? words.controls.lowerHand : words.controls.raiseHand}
              isPressed={isRaised}
              tone={isRaised ? 'warn' : 'plain'}
              onPress={() => void hearing.act('raiseHand', { isRaised: !isRaised })}
            />
          ) : null}
          {onEnter ? <ControlButton icon={<VideoIcon />} label={words.controls.connect} onPress={onEnter} /> : null}
          {isIn ? (
            <ControlButton icon={<LogOutIcon />} label={words.controls.leave} tone="leave" onPress={onLeave} />
          ) : (
            <a
              href={doorHref}
              className="inline-flex min-h-14 items-center rounded-md px-4 font-semibold text-ink underline underline-offset-4"
            >
              {words.controls.toDoor}
            </a>
          )}
        </div>
        <p className="text-center text-xs text-muted">
          {view.recording.state === 'not-possible' ? words.rules.forbiddenOnly : words.rules.forbidden}
        </p>
      </div>
    </footer>
  )
}

function DeviceFault({ device }: { device: Device }) {
  const { media, words } = useRoom()
  const state = media[device]
  if (state !== 'refused' && state !== 'absent' && state !== 'broken') return null
  return <span className="font-semibold text-warning">{words.deviceFaults[device][state]}</span>
}
