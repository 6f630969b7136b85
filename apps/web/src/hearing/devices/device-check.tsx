'use client'

import { Alert } from '@court/ui/alert'
import { Button } from '@court/ui/button'
import { buttonClass } from '@court/ui/button-class'
import type { DeviceTest, HearingPlace } from '@court/usecases/hearings/hearing-types'
import { useState } from 'react'
import { browserName } from './browser-name.ts'
import { CameraCheck } from './camera-check.tsx'
import { LineCheck } from './line-check.tsx'
import { MicrophoneCheck } from './microphone-check.tsx'
import { SpeakerCheck } from './speaker-check.tsx'
import { hasWebRtc } from './open-device.ts'
import { callHearing } from '../call-hearing.ts'
import { FreshDocument } from '../fresh-document.tsx'
import type { HearingWords } from '../hearing-words.ts'

type Found = {
  camera: DeviceTest['camera'] | null
  microphone: DeviceTest['microphone'] | null
  speaker: DeviceTest['speaker'] | null
  connection: DeviceTest['connection'] | null
  upKbps: number | null
}

// Tried on any day before: the picture one gives, the bars one's voice moves, a tone one hears, the line measured against this court.
// Each that does not work says what to do; and whoever cannot get it to work can still choose the courtroom.
export function DeviceCheck({
  place,
  words,
  locale,
  doorHref,
}: {
  place: HearingPlace
  words: HearingWords
  locale: string
  doorHref: string
}) {
  const [found, setFound] = useState<Found>({
    camera: null,
    microphone: null,
    speaker: null,
    connection: null,
    upKbps: null,
  })
  const [fault, setFault] = useState('')
  const [isSending, setSending] = useState(false)
  const put = (change: Partial<Found>) => setFound((known) => ({ ...known, ...change }))
  const { camera, microphone, speaker, connection, upKbps } = found
  const left = [
    ...(camera ? [] : [words.devices.camera.name]),
    ...(microphone ? [] : [words.devices.microphone.name]),
    ...(speaker ? [] : [words.devices.speaker.name]),
    ...(connection ? [] : [words.devices.line.name]),
  ]
  const send = async () => {
    if (!camera || !microphone || !speaker || !connection) {
      setFault(words.devices.left.replace('{what}', left.join(words.common.comma)))
      return
    }
    setSending(true)
    const browser = browserName(navigator.userAgent)
    const answer = await callHearing('testDevices', {
      ...place,
      camera,
      microphone,
      speaker,
      connection,
      upKbps,
      browser,
    })
    setSending(false)
    if (answer.ok) location.assign(`${doorHref}?done=devices`)
    else setFault(locale === 'en' ? answer.reason.en : answer.reason.zh)
  }
  return (
    <div className="space-y-4">
      <FreshDocument />
      <NoWebRtc words={words} />
      <CameraCheck words={words} onFound={(state) => put({ camera: state })} />
      <MicrophoneCheck words={words} onFound={(state) => put({ microphone: state })} />
      <SpeakerCheck words={words} onFound={(state) => put({ speaker: state })} />
      <LineCheck words={words} onFound={(line) => put({ connection: line.connection, upKbps: line.upKbps })} />
      {fault ? <Alert tone="danger" isLive title={fault} /> : null}
      <div className="flex flex-wrap gap-3">
        <Button
          type="button"
          variant="primary"
          size="large"
          aria-disabled={isSending || undefined}
          onClick={() => void send()}
        >
          {isSending ? words.devices.saving : words.devices.save}
        </Button>
        <a href={doorHref} className={buttonClass({ size: 'large' })}>
          {words.devices.later}
        </a>
      </div>
    </div>
  )
}

function NoWebRtc({ words }: { words: HearingWords }) {
  const [isAbsent, setAbsent] = useState(false)
  return (
    <span ref={() => setAbsent(!hasWebRtc())} className="contents">
      {isAbsent ? (
        <Alert tone="warning" isLive title={words.room.unsupported}>
          {words.room.unsupportedNote}
        </Alert>
      ) : null}
    </span>
  )
}
