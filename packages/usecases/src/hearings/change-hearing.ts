import type { Tx } from '@court/db/database'
import type { Prisma } from '@court/db/generated/client'
import { audit } from '../audit.ts'
import { inCourt } from '../case/in-court.ts'
import { courtIdFor } from '../case/open-case.ts'
import type { UseCaseContext } from '../context.ts'
import { owe } from '../owe.ts'
import { spend, type Limit } from '../rate-limit.ts'
import { accepted, notFound, refuse, type Refusal, type Result } from '../refusal.ts'
import type { Json } from '../json.ts'
import { hearingView } from './hearing-view.ts'
import { mayDo } from './hearing-acts.ts'
import type { HearingAct, HearingPlace, HearingView } from './hearing-types.ts'
import { mediaNow } from './media-now.ts'
import { openHearing, type OpenHearing, type Seat } from './open-hearing.ts'
import { tellRoom, type RoomChange } from './tell-room.ts'

export type Changed = {
  /** Stands in the audit: ids and choices, never names or what was said. Without it nothing is audited, as for notes being typed. */
  deed?: { action: string; seatId?: string; data?: Record<string, Json> }
  /** What the media server has to be told; owed to the queue as well when it must not be lost. */
  room?: RoomChange[]
}

type Changing<C extends Changed> = {
  act: HearingAct
  change: (tx: Tx, open: OpenHearing) => Promise<Result<C>>
}

/**
 * A change of the live state of a hearing: the hearing is locked, what the actor may do is asked anew, the change and its audit stand in
 * one transaction, and only then is the media server told. When it is silent the job `apply-hearing` tells it later; what stands in
 * PostgreSQL is what holds.
 */
export async function changeHearing<C extends Changed>(
  ctx: UseCaseContext,
  place: HearingPlace,
  { act, change }: Changing<C>,
): Promise<Result<{ open: OpenHearing; changed: C }>> {
  const courtId = await courtIdFor(ctx, place.courtSlug)
  if (!courtId) return notFound()
  const ids = { courtId, caseId: place.caseId, hearingId: place.hearingId }
  const done = await inCourt(ctx, courtId, async (tx) => {
    const open = await openHearing(tx, ctx, { ...ids, lock: true })
    if (!open.ok) return open
    if (!mayDo(open.value, ctx.now(), act)) return notNow(open.value, act)
    const tooMany = await spend(tx, ctx, limitsOf(ctx))
    if (tooMany) return tooMany
    const changed = await change(tx, open.value)
    if (!changed.ok) return changed
    await moveRevision(tx, ctx, ids)
    const { deed, room } = changed.value
    if (deed)
      await audit(tx, ctx, {
        action: deed.action,
        courtId,
        caseId: place.caseId,
        subject: deed.seatId ? { kind: 'hearing-seat', id: deed.seatId } : { kind: 'hearing', id: place.hearingId },
        data: { hearing: place.hearingId, ...deed.data },
      })
    if (room && room.length > 0)
      await owe(tx, ctx, { courtId, caseId: place.caseId, job: 'apply-hearing', payload: ids })
    const after = await openHearing(tx, ctx, ids)
    return after.ok ? accepted({ open: after.value, changed: changed.value }) : after
  })
  if (done.ok) await tellRoom(ctx, done.value.open, done.value.changed.room ?? [])
  return done
}

/** The same, answered with the hearing as it then stands: one round trip less for the page. */
export async function changeAndShow(
  ctx: UseCaseContext,
  place: HearingPlace,
  changing: Changing<Changed>,
): Promise<Result<HearingView>> {
  const [media, done] = await Promise.all([mediaNow(ctx), changeHearing(ctx, place, changing)])
  return done.ok ? accepted(hearingView(done.value.open, { now: ctx.now(), media })) : done
}

/** A party at the door or in the room; nobody raises a hand more often than this but to fill the record. */
const limitsOf = ({ actor }: UseCaseContext): Limit[] =>
  actor.kind === 'person' ? [{ name: 'hearing-act.person', subject: actor.personId, max: 240, windowSeconds: 600 }] : []

export const moveRevision = (
  tx: Tx,
  ctx: UseCaseContext,
  { courtId, hearingId }: { courtId: string; hearingId: string },
) =>
  tx.hearing.updateMany({
    where: { courtId, id: hearingId },
    data: { revision: { increment: 1 }, updatedAt: ctx.now() },
  })

export const saveSeat = (
  tx: Tx,
  { courtId, id }: Pick<Seat, 'courtId' | 'id'>,
  data: Prisma.HearingSeatUpdateManyMutationInput,
) => tx.hearingSeat.updateMany({ where: { courtId, id }, data })

/** The seat of whoever acts; `mayDo` has seen to it that there is one. */
export function ownSeat({ mine }: OpenHearing): Seat {
  if (!mine) throw new Error('an act of a seat was allowed to somebody who has none')
  return mine
}

function notNow({ hearing, acting }: OpenHearing, act: HearingAct): Refusal {
  const status = statusWords[hearing.status] ?? statusWords['scheduled']
  return refuse({
    ruleId: `hearing.${act}`,
    reason: {
      zh: `现在不能办理：${status?.zh ?? ''}，或者您在本次询问中的身份不能办理。请刷新页面，看看现在可以做什么。`,
      en: `This is not possible now: ${status?.en ?? ''}, or it is not for your role in this hearing. Reload the page to see what can be done.`,
    },
    facts: { act, status: hearing.status, roles: acting.ref.roles },
  })
}

const statusWords: Record<string, { zh: string; en: string }> = {
  scheduled: { zh: '询问还没有开始', en: 'the hearing has not begun' },
  open: { zh: '询问正在进行', en: 'the hearing is in session' },
  paused: { zh: '询问正在休庭', en: 'the hearing is paused' },
  reading: { zh: '正在阅读笔录', en: 'the notes are being read' },
  held: { zh: '询问已经结束', en: 'the hearing is over' },
  cancelled: { zh: '询问已经取消', en: 'the hearing is cancelled' },
}
