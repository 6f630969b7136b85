import type { Tx } from '@court/db/database'
import { readHearingRoom, type HearingRoom } from '@court/db/reads/hearing-room'
import type { ResolvedCode } from '@court/procedure/code/resolved-code'
import type { Acting } from '@court/procedure/docket/acting'
import { localDate } from '@court/procedure/docket/legal-time'
import { actingIn } from '../case/acting-in.ts'
import { codeByHash, loadCode } from '../codes/load-code.ts'
import type { UseCaseContext } from '../context.ts'
import { accepted, notFound, type Result } from '../refusal.ts'
import { seatOf } from './seat-of.ts'

export type Seat = HearingRoom['seats'][number]

/** A hearing as one actor meets it. */
export type OpenHearing = HearingRoom & {
  code: ResolvedCode
  acting: Acting
  /** The seat of whoever acts; null for those of the court who watch over it without a place on the roll. */
  mine: Seat | null
  today: string
  doorOpensAt: Date
}

/** `lock`: nobody else changes this hearing until the transaction ends. What the actor may not see at all is absent. */
export async function openHearing(
  tx: Tx,
  ctx: UseCaseContext,
  { courtId, caseId, hearingId, lock = false }: { courtId: string; caseId?: string; hearingId: string; lock?: boolean },
): Promise<Result<OpenHearing>> {
  if (lock)
    await tx.$queryRaw`select 1 from hearing where court_id = ${courtId}::uuid and id = ${hearingId}::uuid for update`
  const room = await readHearingRoom(tx, courtId, hearingId)
  if (!room || (caseId !== undefined && room.case.id !== caseId)) return notFound()
  return meetHearing(ctx, room, await codeOf(tx, ctx, room))
}

/** How the actor meets a room that was read: what it is to them, or that it is not there. */
export function meetHearing(ctx: UseCaseContext, room: HearingRoom, code: ResolvedCode): Result<OpenHearing> {
  const today = localDate(ctx.now().toISOString(), room.court.zone)
  const acting = actingIn(ctx, { row: room.case, people: room, code, today })
  if (!mayMeet(ctx, acting, code)) return notFound()
  const { startsAt, doorMinutes } = room.hearing
  return accepted({
    ...room,
    code,
    acting,
    mine: seatOf(room, ctx.actor, acting.partyId),
    today,
    doorOpensAt: new Date(startsAt.getTime() - doorMinutes * 60_000),
  })
}

/** Parties by their side in the case; of the court those to whom the rights of the code give the docket, so no administrator. */
function mayMeet({ actor }: UseCaseContext, { partyId, ref }: Acting, code: ResolvedCode): boolean {
  if (actor.kind === 'system') return true
  if (actor.kind === 'person') return partyId !== undefined
  return Object.values(code.rights).some(({ who }) => who.some((role) => ref.roles.includes(role)))
}

/** Until it begins, the code of today; from then on the one under which it was set. */
async function codeOf(tx: Tx, ctx: UseCaseContext, { hearing, court }: HearingRoom): Promise<ResolvedCode> {
  const on = localDate(ctx.now().toISOString(), court.zone)
  const ofToday = hearing.status === 'scheduled' ? await loadCode(tx, ctx, { courtId: court.id, on }) : null
  return ofToday ?? codeByHash(tx, hearing.codeHash)
}
