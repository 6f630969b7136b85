import { Prisma } from '../generated/client.ts'
import type {
  Hearing,
  HearingAttendance,
  HearingGap,
  HearingNotes,
  HearingRecorder,
  HearingSeat,
  HearingSlice,
} from '../generated/client.ts'
import type { Tx } from '../database.ts'
import { question, type Question } from '../question.ts'

/** Everything that stands in one hearing, and who stands in its case; as far as whoever asks may see it. */
export type HearingRoom = {
  hearing: Hearing
  case: {
    id: string
    number: string | null
    title: string
    state: string
    headSeq: number
    judgeId: string | null
    clerkId: string | null
    visibility: string
  }
  court: { id: string; slug: string; zh: string; en: string; zone: string }
  room: { zh: string; en: string } | null
  seats: HearingSeat[]
  notes: HearingNotes
  attendance: Pick<HearingAttendance, 'seatId' | 'joinedAt' | 'leftAt'>[]
  slices: HearingSlice[]
  gaps: HearingGap[]
  recorder: HearingRecorder | null
  parties: { id: string; side: string; personId: string | null }[]
  representations: { id: string; partyId: string; personId: string | null; validFrom: string; validTo: string | null }[]
  /** A person sees only their own line. */
  standing: { personId: string; role: string }[]
  materials: {
    id: string
    kind: string
    title: string
    partyId: string | null
    files: { id: string; pages: number }[]
  }[]
}

export type HearingRoomRow = { room: Json | null }

/** The whole room in one statement, to be asked alone or within a transaction. */
export const hearingRoom = (courtId: string, hearingId: string): Question<HearingRoomRow> =>
  question(Prisma.sql`select hearing_room(${courtId}::uuid, ${hearingId}::uuid) as room`)

/** Null when it is not there or whoever asks may not see it. */
export const roomOfRow = (row: HearingRoomRow | undefined): HearingRoom | null =>
  // The function builds exactly this; rows of tables come as they are stored.
  row?.room ? (fromRow(row.room) as HearingRoom) : null

export async function readHearingRoom(tx: Tx, courtId: string, hearingId: string): Promise<HearingRoom | null> {
  const [row] = await tx.$queryRaw<HearingRoomRow[]>(hearingRoom(courtId, hearingId).sql)
  return roomOfRow(row)
}

type Json = string | number | boolean | null | Json[] | { [key: string]: Json }

/** Columns as the models name them, and instants as instants. What a column holds as JSON stays as it is. */
function fromRow(value: Json): unknown {
  if (Array.isArray(value)) return value.map(fromRow)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([column, inner]) => {
      const name = column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())
      if (isJson.has(name)) return [name, inner]
      return [name, typeof inner === 'string' && /(At|Since|Until)$/.test(name) ? new Date(inner) : fromRow(inner)]
    }),
  )
}

const isJson = new Set(['devices', 'shown'])
