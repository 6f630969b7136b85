'use client'

import { Badge, type Tone } from '@court/ui/badge'
import type { HearingStatus } from '@court/usecases/hearings/hearing-types'
import type { LinkState } from './link-types.ts'
import { useRoom } from './room-context.tsx'

const statusTones: Record<HearingStatus, Tone> = {
  scheduled: 'neutral',
  open: 'success',
  paused: 'warning',
  reading: 'info',
  held: 'neutral',
  cancelled: 'neutral',
}
const linkTones: Record<LinkState, Tone> = {
  idle: 'neutral',
  unsupported: 'warning',
  connecting: 'info',
  connected: 'success',
  resuming: 'warning',
  lost: 'danger',
  elsewhere: 'warning',
  shut: 'neutral',
}

// Where the session stands, and where one's own line does. Each change is said aloud.
export function RoomStatus() {
  const { view, media, words } = useRoom()
  const { recording } = view
  return (
    <p role="status" className="flex flex-wrap items-center gap-1.5">
      <Badge tone={statusTones[view.hearing.status]}>{words.status[view.hearing.status]}</Badge>
      {media.state === 'idle' ? null : <Badge tone={linkTones[media.state]}>{words.link[media.state]}</Badge>}
      {view.hearing.status === 'held' ? null : (
        <Badge tone={recording.state === 'running' ? 'danger' : 'neutral'}>
          {recording.state === 'running' ? (
            <span aria-hidden="true" className="size-2 rounded-full bg-current" />
          ) : null}
          {words.recording[recording.state]}
        </Badge>
      )}
    </p>
  )
}
