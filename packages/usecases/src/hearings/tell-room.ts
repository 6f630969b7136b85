import type { UseCaseContext } from '../context.ts'
import { roomOf } from './hearing-types.ts'

export type RoomChange =
  { kind: 'speaking'; seatId: string; maySpeak: boolean } | { kind: 'remove'; seatId: string } | { kind: 'close' }

type Hearing = { hearing: { courtId: string; id: string; revision: number } }

/**
 * Tells the media server what has just been decided, after the transaction. It waits a moment and no longer: a server that is down holds
 * nobody up, pages read the hearing anew by themselves, and the job `apply-hearing` brings the server in step when it is back.
 */
export async function tellRoom(
  ctx: UseCaseContext,
  { hearing }: Hearing,
  changes: readonly RoomChange[],
): Promise<void> {
  const { media } = ctx.ports
  const room = roomOf(hearing.courtId, hearing.id)
  const telling = async () => {
    for (const change of changes.filter((one) => one.kind === 'speaking'))
      await media.setSpeaking({ room, identity: change.seatId, maySpeak: change.maySpeak })
    for (const change of changes.filter((one) => one.kind === 'remove'))
      await media.remove({ room, identity: change.seatId })
    await media.signal({ room, revision: hearing.revision })
    if (changes.some(({ kind }) => kind === 'close')) await media.closeRoom(room)
  }
  await Promise.race([telling().catch(() => undefined), pause(waitMs)])
}

const waitMs = 800

const pause = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, ms).unref()
  })
