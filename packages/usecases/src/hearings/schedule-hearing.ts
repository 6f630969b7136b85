import type { Tx } from '@court/db/database'
import { instantAt } from '@court/procedure/docket/legal-time'
import { actInCase } from '../case/act-in-case.ts'
import { inCourt } from '../case/in-court.ts'
import { courtIdFor, openCase, type OpenCase } from '../case/open-case.ts'
import type { UseCaseContext } from '../context.ts'
import { oncePerKey } from '../idempotency.ts'
import { accepted, invalid, notAllowed, notFound, type Result } from '../refusal.ts'
import { saveHearingLines } from './hearing-lines.ts'
import { timesOf } from './hearing-texts.ts'
import type { ScheduleHearingInput } from './hearing-types.ts'
import { openLiveTasks } from './live-tasks.ts'
import { emptyNotesHash } from './notes-hash.ts'
import { openHearing } from './open-hearing.ts'
import { peopleOfHearing, type Expected } from './people-of-hearing.ts'
import { mayPlan } from './plan-hearing.ts'
import { whyNotThen } from './why-not-then.ts'

export type Scheduled = { hearingId: string; headSeq: number }

/**
 * Sets a hearing: decided by the code of the court (how long before the parties are told, the grounds against online), written to the
 * docket with the roll by ids, and told to all parties. Names stand on the roll alone, never on the docket.
 */
export async function scheduleHearing(ctx: UseCaseContext, input: ScheduleHearingInput): Promise<Result<Scheduled>> {
  const { courtSlug, caseId, key } = input
  const courtId = await courtIdFor(ctx, courtSlug)
  if (!courtId) return notFound()
  return inCourt(ctx, courtId, (tx) =>
    oncePerKey(tx, ctx, { key, request: input }, async () => {
      const open = await openCase(tx, ctx, { courtId, caseId, lock: true })
      if (!open.ok) return open
      if (!mayPlan(open.value)) return notAllowed()
      const roll = await rollOf(tx, ctx, open.value, input)
      return roll.ok ? schedule(tx, ctx, open.value, { input, roll: roll.value }) : roll
    }),
  )
}

type Rolled = Expected & { id: string; mode: string }
type Setting = { input: ScheduleHearingInput; roll: Rolled[] }

async function schedule(
  tx: Tx,
  ctx: UseCaseContext,
  open: OpenCase,
  { input, roll }: Setting,
): Promise<Result<Scheduled>> {
  const { courtId } = open.court
  const hearingId = ctx.newId()
  const done = await actInCase(tx, ctx, open, {
    action: 'schedule-hearing',
    headSeq: input.headSeq,
    input: {
      hearing: hearingId,
      kind: input.kind,
      day: input.day,
      time: input.time,
      minutes: input.minutes,
      room: input.roomId ?? '',
      seats: roll.map(({ id, role, partyId, mode }) => ({ id, role, mode, ...(partyId ? { party: partyId } : {}) })),
      exclusions: input.exclusions,
      exclusionsChecked: input.exclusionsChecked,
    },
  })
  if (!done.ok) return whyNotThen(done, open)
  await writeRows(tx, ctx, open, { hearingId, input, roll })
  const opened = await openHearing(tx, ctx, { courtId, hearingId })
  if (!opened.ok) return opened
  const online = opened.value.seats.filter(({ mode, consent }) => mode === 'online' && consent === 'none')
  const tasks = { code: open.code, due: input.day }
  await openLiveTasks(tx, ctx, { ...tasks, seats: online, task: 'choose-hearing-mode' })
  await saveHearingLines(tx, ctx, opened.value)
  return accepted({ hearingId, headSeq: done.value.headSeq })
}

async function writeRows(
  tx: Tx,
  ctx: UseCaseContext,
  { court, row, code }: OpenCase,
  { hearingId, input, roll }: Setting & { hearingId: string },
): Promise<void> {
  const ids = { courtId: court.courtId, caseId: row.id }
  const now = ctx.now()
  await tx.hearing.create({
    data: {
      ...ids,
      id: hearingId,
      kind: input.kind,
      status: 'scheduled',
      day: input.day,
      time: input.time,
      startsAt: new Date(instantAt(input.day, input.time, court.zone)),
      minutes: input.minutes,
      roomId: input.roomId,
      note: input.note,
      codeHash: code.hash,
      isOnlinePossible: input.exclusionsChecked && input.exclusions.length === 0,
      doorMinutes: timesOf(code, court.today).doorMinutes,
      scheduledById: ctx.actor.kind === 'staff' ? ctx.actor.staffId : court.courtId,
      createdAt: now,
      updatedAt: now,
    },
  })
  await tx.hearingSeat.createMany({
    data: roll.map((seat, position) => ({
      ...ids,
      id: seat.id,
      hearingId,
      position,
      role: seat.role,
      side: seat.side,
      name: seat.name,
      partyId: seat.partyId,
      representationId: seat.representationId,
      staffId: seat.staffId,
      mode: seat.mode,
      // Consent is asked for each hearing anew: an earlier one was for an earlier stage.
      consent: seat.staffId ? null : 'none',
      maySpeak: seat.staffId !== null,
    })),
  })
  await tx.hearingNotes.create({ data: { ...ids, hearingId, hash: emptyNotesHash, updatedAt: now } })
}

/** Those on the form, in the order of the list they came from. Somebody who is not on that list, or twice, is a fault of the form. */
async function rollOf(
  tx: Tx,
  ctx: UseCaseContext,
  open: OpenCase,
  { seats, kind, roomId }: ScheduleHearingInput,
): Promise<Result<Rolled[]>> {
  const people = await peopleOfHearing(tx, ctx, open, kind)
  const modes = new Map(seats.map(({ who, mode }) => [who, mode]))
  const isKnown = seats.every(({ who }) => people.some((one) => one.who === who)) && modes.size === seats.length
  if (!isKnown)
    return invalid({
      seats: {
        zh: '参加人名单已有变化，请刷新页面后重新选择。',
        en: 'The list of people has changed. Reload the page and choose again.',
      },
    })
  const roll = people.flatMap((one) => {
    const mode = modes.get(one.who)
    return mode ? [{ ...one, mode, id: ctx.newId() }] : []
  })
  if (!roll.some(({ partyId }) => partyId !== null) || !roll.some(({ role }) => role === 'judge'))
    return invalid({
      seats: { zh: '至少要有承办法官和一名当事人。', en: 'There must be the judge in charge and at least one party.' },
    })
  const room =
    roomId === null
      ? null
      : await tx.room.findFirst({ where: { courtId: open.court.courtId, id: roomId, isActive: true } })
  const needsRoom = roll.some(({ mode, partyId }) => mode === 'in-court' && partyId !== null)
  if ((roomId !== null && !room) || (needsRoom && !room))
    return invalid({
      roomId: { zh: '有当事人到法庭参加，请选择法庭。', en: 'Some parties come in person: choose a courtroom.' },
    })
  return accepted(roll)
}
