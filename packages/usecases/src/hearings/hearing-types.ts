import { z } from 'zod'
import { courtSlug, rowId } from '../case/case-inputs.ts'
import type { MediaState } from '../ports/media.ts'
import type { Words } from '../refusal.ts'

/** The name of the room on the media server, and who somebody is in it: the seat. */
export const roomOf = (courtId: string, hearingId: string): string => `${courtId}.${hearingId}`
export const recorderPrefix = 'recorder.'

export const hearingKinds = ['inquiry'] as const
export const hearingModes = ['online', 'in-court'] as const
export type HearingKind = (typeof hearingKinds)[number]
export type HearingMode = (typeof hearingModes)[number]
/** `open`: in session. `reading`: the notes are closed and everybody confirms them. */
export type HearingStatus = 'scheduled' | 'open' | 'paused' | 'reading' | 'held' | 'cancelled'

const key = z.string().min(8).max(100)
export const hearingPlace = z.strictObject({ courtSlug, caseId: rowId, hearingId: rowId })
export type HearingPlace = z.infer<typeof hearingPlace>
export const seatPlace = hearingPlace.extend({ seatId: rowId })
export type SeatPlace = z.infer<typeof seatPlace>

export const scheduleHearingInput = z.strictObject({
  courtSlug,
  caseId: rowId,
  key,
  headSeq: z.number().int().min(1),
  kind: z.enum(hearingKinds),
  /** Day and time on the wall of the court. */
  day: z.iso.date(),
  time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
  minutes: z.number().int().min(10).max(600),
  /** The courtroom of those who come in person. */
  roomId: rowId.nullable(),
  seats: z
    .array(
      z.strictObject({
        /** Whom the seat is for, from the list that `planHearing` gave. */
        who: z.string().max(100),
        mode: z.enum(hearingModes),
      }),
    )
    .min(1)
    .max(40),
  /** Grounds against an online hearing that were found (article 21 of the online rules), and that the list was gone through. */
  exclusions: z.array(z.string().max(80)).max(20).default([]),
  exclusionsChecked: z.boolean().default(false),
  note: z.string().trim().max(1000).default(''),
})
export type ScheduleHearingInput = z.infer<typeof scheduleHearingInput>

export const moveHearingInput = hearingPlace.extend({
  key,
  headSeq: z.number().int().min(1),
  day: z.iso.date(),
  time: scheduleHearingInput.shape.time,
  why: z.string().trim().min(2).max(500),
})
export const cancelHearingInput = hearingPlace.extend({
  key,
  headSeq: z.number().int().min(1),
  why: z.string().trim().min(2).max(500),
})

/** What the clerk needs before a hearing can be set. */
export type HearingPlan = {
  /** The day in the court's zone, and the first day that the code allows with the rule that says so. */
  today: string
  earliestDay: string
  earliestBecause: Words
  headSeq: number
  zone: string
  rooms: { id: string; name: Words }[]
  /** Gone through when a party is to take part online: any one that holds keeps every party in the courtroom. */
  exclusions: { id: string; text: Words; reference: Words }[]
  people: {
    who: string
    name: string
    role: string
    roleTitle: Words
    side: SeatSide
    /** The consent to take part online in this stage, as recorded; `null` for the court's own people. */
    consent: 'given' | 'refused' | 'none' | null
    /** Preselected: the judge, the clerk, every party. */
    isExpected: boolean
  }[]
}

/** A party's own choice for this hearing: consent to online is per stage and per party. */
export const chooseModeInput = hearingPlace.extend({
  key,
  mode: z.enum(hearingModes),
  /** Version of the consent text that was shown; needed for `online`. */
  consentVersion: z.string().max(40).optional(),
  why: z.string().trim().max(500).default(''),
})

export const deviceTestInput = hearingPlace.extend({
  camera: z.enum(['works', 'refused', 'absent', 'broken']),
  microphone: z.enum(['works', 'silent', 'refused', 'absent', 'broken']),
  speaker: z.enum(['heard', 'not-heard', 'skipped']),
  connection: z.enum(['good', 'weak', 'none']),
  upKbps: z.number().int().min(0).max(10_000_000).nullable(),
  browser: z.string().trim().max(120).default(''),
})
export type DeviceTest = Omit<z.infer<typeof deviceTestInput>, keyof HearingPlace>

export const confirmDutiesInput = hearingPlace.extend({ version: z.string().max(40) })
export const admitInput = seatPlace.extend({
  /** How the clerk made sure who it is. */
  identityBy: z.enum(['account', 'document', 'face', 'known']),
  note: z.string().trim().max(300).default(''),
})
export const sendOutInput = seatPlace.extend({ why: z.string().trim().min(2).max(300) })
export const speakingInput = seatPlace.extend({ maySpeak: z.boolean() })
export const raiseHandInput = hearingPlace.extend({ isRaised: z.boolean() })
export const showPageInput = hearingPlace.extend({
  /** `null`: nothing is shown any more. */
  shown: z.strictObject({ materialId: rowId, fileId: rowId, page: z.number().int().min(1).max(2000) }).nullable(),
})
export const setStatusInput = hearingPlace.extend({ status: z.enum(['open', 'paused', 'reading']) })
export const writeNotesInput = hearingPlace.extend({
  text: z.string().max(200_000),
  /** The version this text grew out of; another writer in between is a conflict and nothing is lost. */
  baseVersion: z.number().int().min(0),
})
export const answerNotesInput = hearingPlace.extend({
  key,
  answer: z.enum(['confirmed', 'refused']),
  /** Hash of the text that was read: what is confirmed is that text and no other. */
  notesHash: z.string().regex(/^[0-9a-f]{64}$/),
  remark: z.string().trim().max(2000).default(''),
  /** The clerk notes a refusal for somebody else. */
  seatId: rowId.optional(),
})
export const closeHearingInput = hearingPlace.extend({ key, headSeq: z.number().int().min(1) })

export type SeatSide = 'court' | 'plaintiff' | 'defendant' | 'other'

export type SeatView = {
  id: string
  name: string
  role: string
  roleTitle: Words
  side: SeatSide
  mode: HearingMode
  consent: 'given' | 'refused' | 'none' | null
  isMe: boolean
  devicesTestedAt: Date | null
  /** Only for the clerk, the judge and the one whose devices they are. */
  devices: DeviceTest | null
  dutiesConfirmedAt: Date | null
  waitingSince: Date | null
  admittedAt: Date | null
  sentOutAt: Date | null
  /** As the media server reported it. */
  isPresent: boolean
  maySpeak: boolean
  handRaisedAt: Date | null
  notesAnswer: 'confirmed' | 'refused' | null
  notesRemark: string | null
}

/** Everything a page of one hearing shows to this viewer; also what the room reads anew whenever it is signalled. */
export type HearingView = {
  court: { id: string; slug: string; name: Words; zone: string }
  case: { id: string; number: string | null; title: string; headSeq: number }
  hearing: {
    id: string
    kind: HearingKind
    kindTitle: Words
    status: HearingStatus
    startsAt: Date
    minutes: number
    room: Words | null
    note: string
    openedAt: Date | null
    closedAt: Date | null
    cancelledWhy: string | null
    /** Grows with every change of what stands here. */
    revision: number
  }
  viewer: {
    side: 'party' | 'court'
    seatId: string | null
    /** What this viewer may do now; the room draws its buttons from it. */
    may: HearingAct[]
    /** Why the door is still shut to this viewer, as the next thing to do; null when it is open. */
    before: 'choose-mode' | 'test-devices' | 'confirm-duties' | 'wait' | 'in-court' | 'not-yet' | 'over' | null
  }
  seats: SeatView[]
  duties: { version: string; text: Words; reference: Words }
  consent: { version: string; text: Words }
  media: MediaState
  /** The door opens this many minutes before. */
  doorOpensAt: Date
  notes: { text: string; version: number; hash: string; isClosed: boolean }
  shown: { materialId: string; fileId: string; page: number; title: string; pages: number } | null
  /** What may be shown: the papers of the file that this viewer may read. */
  materials: { id: string; title: string; files: { id: string; pages: number }[] }[]
  attendance: AttendanceLine[]
  recording: RecordingView
  nowAt: Date
}

export type HearingAct =
  | 'move'
  | 'cancel'
  | 'choose-mode'
  | 'test-devices'
  | 'confirm-duties'
  | 'wait'
  | 'admit'
  | 'send-out'
  | 'join'
  | 'open'
  | 'pause'
  | 'read-notes'
  | 'close'
  | 'give-floor'
  | 'raise-hand'
  | 'show'
  | 'write-notes'
  | 'answer-notes'
  | 'answer-notes-for'
  | 'play'

export type AttendanceLine = { seatId: string; joinedAt: Date; leftAt: Date | null }

export type RecordingView = {
  state: 'not-possible' | 'waiting' | 'running' | 'stopped'
  slices: { index: number; startedAt: Date; endedAt: Date; sizeBytes: number; hash: string; chainHash: string }[]
  gaps: { fromAt: Date; toAt: Date | null; why: string }[]
}

/** The key to the room; the page connects with it and forgets it. */
export type HearingKey = { address: string; token: string; expiresAt: Date; seatId: string }

export type HearingLine = {
  hearingId: string
  caseId: string
  courtSlug: string
  courtName: Words
  zone: string
  caseNumber: string | null
  caseTitle: string
  kindTitle: Words
  status: HearingStatus
  startsAt: Date
  minutes: number
  room: Words | null
  mode: HearingMode | null
  people: { name: string; roleTitle: Words; mode: HearingMode; consent: SeatView['consent'] }[]
}

export const dayListInput = z.strictObject({ day: z.iso.date().optional() })
export type DayList = {
  day: string
  today: string
  zone: string
  lines: HearingLine[]
  /** Days with hearings, from a week before the day to four weeks after. */
  days: { day: string; count: number }[]
}
export const planHearingInput = z.strictObject({ courtSlug, caseId: rowId, kind: z.enum(hearingKinds) })
export const waitInput = hearingPlace.extend({ isWaiting: z.boolean() })

const roomName = /^([0-9a-f-]{36})\.([0-9a-f-]{36})$/

/** Which hearing a room of the media server belongs to; null when it is none of ours. */
export function placeOfRoom(room: string): { courtId: string; hearingId: string } | null {
  const [, courtId, hearingId] = roomName.exec(room) ?? []
  return courtId && hearingId && rowId.safeParse(courtId).success && rowId.safeParse(hearingId).success
    ? { courtId, hearingId }
    : null
}
