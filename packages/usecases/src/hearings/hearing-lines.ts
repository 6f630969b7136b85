import type { Tx } from '@court/db/database'
import type { HearingRoom } from '@court/db/reads/hearing-room'
import type { ResolvedCode } from '@court/procedure/code/resolved-code'
import type { JsonObject } from '@court/procedure/docket/entry'
import { localDate } from '@court/procedure/docket/legal-time'
import { isInForce } from '../courts/court-brief.ts'
import type { UseCaseContext } from '../context.ts'
import type { Words } from '../refusal.ts'
import { kindTitles } from './hearing-texts.ts'
import type { HearingKind, HearingLine, HearingMode, HearingStatus, SeatView } from './hearing-types.ts'
import { seatOfPerson } from './seat-of.ts'

type Lined = HearingRoom & { code: ResolvedCode }
type Seat = HearingRoom['seats'][number]

/** One line of a list, for whoever sits on `mine`. */
export function hearingLine(room: Lined, mine: Seat | null): HearingLine {
  const { hearing, court, seats, code } = room
  return {
    hearingId: hearing.id,
    caseId: room.case.id,
    courtSlug: court.slug,
    courtName: { zh: court.zh, en: court.en },
    zone: court.zone,
    caseNumber: room.case.number,
    caseTitle: room.case.title,
    kindTitle: kindTitles[hearing.kind as HearingKind],
    status: hearing.status as HearingStatus,
    startsAt: hearing.startsAt,
    minutes: hearing.minutes,
    room: room.room as Words | null,
    mode: mine ? (mine.mode as HearingMode) : null,
    people: seats.map((seat) => ({
      name: seat.name,
      roleTitle: code.roles[seat.role]?.title ?? { zh: seat.role, en: seat.role },
      mode: seat.mode as HearingMode,
      consent: seat.consent as SeatView['consent'],
    })),
  }
}

/** Keeps the national directory "my hearings" of everybody who stands in the case, so that no list ever goes through the courts. */
export async function saveHearingLines(tx: Tx, ctx: UseCaseContext, room: Lined): Promise<void> {
  const { courtId, id: hearingId, caseId, startsAt } = room.hearing
  const people = await tx.personCase.findMany({
    where: { courtId, caseId, toAt: null },
    select: { personId: true, role: true },
  })
  const today = localDate(ctx.now().toISOString(), room.court.zone)
  for (const { personId, role } of people.filter((one) => !isMandateOver(room, one, today))) {
    const line = hearingLine(room, seatOfPerson(room, personId, partyOf(room, personId, role)))
    await tx.$executeRaw`
      insert into person_hearing as p (person_id, court_id, hearing_id, case_id, starts_at, line, updated_at)
      values (${personId}::uuid, ${courtId}::uuid, ${hearingId}::uuid, ${caseId}::uuid, ${startsAt}, ${JSON.stringify(storedLine(line))}::jsonb, ${ctx.now()})
      on conflict (person_id, court_id, hearing_id) do update set starts_at = excluded.starts_at, line = excluded.line,
        updated_at = excluded.updated_at`
  }
}

/** A mandate that ran out ends what it gave, whoever still has to be swept up. */
function isMandateOver(
  { representations }: HearingRoom,
  { personId, role }: { personId: string; role: string },
  today: string,
) {
  const mandates = representations.filter((one) => one.personId === personId)
  return role === 'agent' && mandates.length > 0 && !mandates.some((one) => isInForce(one, today))
}

function partyOf({ parties, representations }: HearingRoom, personId: string, role: string): string | undefined {
  const own = parties.find((party) => party.personId === personId)
  const mandate = representations.find((one) => one.personId === personId)
  const side = role === 'agent' ? 'plaintiff' : role
  return own?.id ?? mandate?.partyId ?? parties.find((party) => party.side === side)?.id
}

/** The court and where the hearing lies are columns of the directory. */
const storedLine = ({
  status,
  minutes,
  room,
  mode,
  kindTitle,
  people,
  caseTitle,
  caseNumber,
}: HearingLine): JsonObject =>
  JSON.parse(JSON.stringify({ status, minutes, room, mode, kindTitle, people, caseTitle, caseNumber })) as JsonObject
