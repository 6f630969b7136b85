import type { CaseState } from '@court/procedure/docket/case-state'
import { mayReadMaterial } from '@court/procedure/docket/view'
import { referenceText } from '@court/procedure/code/schema/reference'
import type { MediaState } from '../ports/media.ts'
import type { Words } from '../refusal.ts'
import { actsOf, whatIsMissing } from './hearing-acts.ts'
import { consentOf, dutiesOf, kindTitles } from './hearing-texts.ts'
import type {
  DeviceTest,
  HearingKind,
  HearingMode,
  HearingStatus,
  HearingView,
  RecordingView,
  SeatSide,
  SeatView,
} from './hearing-types.ts'
import type { OpenHearing, Seat } from './open-hearing.ts'

/** The hearing as this actor may see it. Devices and how somebody was identified are the court's and their own business. */
export function hearingView(open: OpenHearing, { now, media }: { now: Date; media: MediaState }): HearingView {
  const { hearing, court, room, mine, code, notes } = open
  const duties = dutiesOf(code)
  return {
    court: { id: court.id, slug: court.slug, name: { zh: court.zh, en: court.en }, zone: court.zone },
    case: { id: open.case.id, number: open.case.number, title: open.case.title, headSeq: open.case.headSeq },
    hearing: {
      id: hearing.id,
      kind: hearing.kind as HearingKind,
      kindTitle: kindTitles[hearing.kind as HearingKind],
      status: hearing.status as HearingStatus,
      startsAt: hearing.startsAt,
      minutes: hearing.minutes,
      room: room as Words | null,
      note: hearing.note,
      openedAt: hearing.openedAt,
      closedAt: hearing.closedAt,
      cancelledWhy: hearing.cancelledWhy,
      revision: hearing.revision,
    },
    viewer: {
      side: open.acting.ref.kind === 'staff' ? 'court' : 'party',
      seatId: mine?.id ?? null,
      may: actsOf(open, now),
      before: whatIsMissing(open, now),
    },
    seats: open.seats.map((seat) => seatView(seat, open)),
    duties: { version: duties.version, text: duties.text, reference: wordsOfReference(duties.reference) },
    consent: consentOf(code),
    media,
    doorOpensAt: open.doorOpensAt,
    notes: { text: notes.text, version: notes.version, hash: notes.hash, isClosed: notes.closedAt !== null },
    ...materialsAndShown(open),
    attendance: open.attendance,
    recording: recordingView(open, { now, media }),
    nowAt: now,
  }
}

function seatView(seat: Seat, { mine, code, attendance, acting }: OpenHearing): SeatView {
  const isMe = seat.id === mine?.id
  const isCourt = acting.ref.kind === 'staff'
  return {
    id: seat.id,
    name: seat.name,
    role: seat.role,
    roleTitle: code.roles[seat.role]?.title ?? { zh: seat.role, en: seat.role },
    side: seat.side as SeatSide,
    mode: seat.mode as HearingMode,
    consent: seat.consent as SeatView['consent'],
    isMe,
    devicesTestedAt: seat.devicesTestedAt,
    devices: isMe || isCourt ? (seat.devices as DeviceTest | null) : null,
    dutiesConfirmedAt: seat.dutiesConfirmedAt,
    waitingSince: seat.waitingSince,
    admittedAt: seat.admittedAt,
    sentOutAt: seat.sentOutAt,
    isPresent: attendance.some(({ seatId, leftAt }) => seatId === seat.id && leftAt === null),
    maySpeak: seat.maySpeak,
    handRaisedAt: seat.handRaisedAt,
    notesAnswer: seat.notesAnswer as SeatView['notesAnswer'],
    notesRemark: isMe || isCourt ? seat.notesRemark : null,
  }
}

function materialsAndShown({ materials, hearing, acting, code, parties, ...open }: OpenHearing) {
  // Rights ask for the state of the case and the sides of its parties, and for nothing else of what a docket folds to.
  const state = {
    state: open.case.state,
    parties: parties.map(({ id, side }) => ({ id, role: side, kind: 'person', abroad: false, missing: false })),
  } as unknown as CaseState
  const shown = hearing.shown as { materialId: string; fileId: string; page: number } | null
  const of = materials.find(({ id }) => id === shown?.materialId)
  const file = of?.files.find(({ id }) => id === shown?.fileId)
  return {
    shown: shown && of && file ? { ...shown, title: of.title, pages: file.pages } : null,
    materials: materials
      .filter(({ kind, partyId, files }) => {
        const material = { type: kind, subject: partyId ?? undefined }
        return files.length > 0 && mayReadMaterial(material, state, code, acting)
      })
      .map(({ id, title, files }) => ({ id, title, files })),
  }
}

function recordingView(
  { slices, gaps, recorder, hearing }: OpenHearing,
  { now, media }: { now: Date; media: MediaState },
): RecordingView {
  const isRunning = recorder !== null && recorder.leaseUntil > now
  const isOver = hearing.status === 'held' || hearing.status === 'cancelled'
  const isPossible = media.state !== 'not-configured' && recorder?.isPossible !== false
  return {
    state:
      isOver || hearing.status === 'reading'
        ? 'stopped'
        : !isPossible
          ? 'not-possible'
          : isRunning
            ? 'running'
            : 'waiting',
    slices: slices.map(({ index, startedAt, endedAt, sizeBytes, hash, chainHash }) => ({
      index,
      startedAt,
      endedAt,
      sizeBytes,
      hash,
      chainHash,
    })),
    gaps: gaps.map(({ fromAt, toAt, why }) => ({ fromAt, toAt, why })),
  }
}

const wordsOfReference = (reference: Parameters<typeof referenceText>[0]): Words => ({
  zh: referenceText(reference, 'zh'),
  en: referenceText(reference, 'en'),
})
