import type { Prisma } from '@court/db/generated/client'
import { notesHashOf } from '@court/usecases/hearings/notes-hash'
import type { MediaPort } from '@court/usecases/ports/media'
import {
  aboutCase,
  aboutNothing,
  caseOf,
  casePlace,
  mayRead,
  nobody,
  readerOr,
  sameAnswer,
  type Again,
  type Attempt,
  type Declared,
  type Outcome,
} from '../declare.ts'
import { hearingDay, seated, type HearingCase } from '../hearings.ts'
import type { Who } from '../people.ts'
import { deskProcedures } from './desk.ts'

const isHearing = (object: string): object is HearingCase => object in seated
const aboutHearing = { ...aboutCase, objects: aboutCase.objects.filter((object) => object !== 'filed') }

/** The case of the object and its hearing; ids of one court under the name of another too. */
function hearingPlace(attempt: Attempt) {
  const { hearings } = attempt.world
  const { name } = caseOf(attempt)
  const hearingId = attempt.object === 'absent' ? nobody : isHearing(name) ? hearings[name] : nobody
  return { ...casePlace(attempt), hearingId }
}

type Stage = {
  status?: string
  /** Of every party: what it has done and what was done with it. */
  party?: Prisma.HearingSeatUncheckedUpdateManyInput
  everybody?: Prisma.HearingSeatUncheckedUpdateManyInput
  notes?: string
}

/** Puts the hearing where a procedure finds it possible; each try is undone, so this is how it stood for that try alone. */
async function staged(attempt: Attempt, { status = 'open', party, everybody, notes }: Stage) {
  const place = hearingPlace(attempt)
  const where = { hearingId: place.hearingId }
  const now = attempt.world.clock.now()
  await attempt.inner.all(async (tx) => {
    await tx.hearing.updateMany({ where: { id: place.hearingId }, data: { status, startsAt: now } })
    if (everybody) await tx.hearingSeat.updateMany({ where, data: everybody })
    if (party) await tx.hearingSeat.updateMany({ where: { ...where, staffId: null }, data: party })
    if (notes)
      await tx.hearingNotes.updateMany({
        where,
        data: { text: notes, version: 1, hash: notesHashOf(notes), closedAt: now },
      })
  })
  return place
}

const at = ({ world }: Attempt) => world.clock.now()
const ready = (attempt: Attempt) => ({
  mode: 'online',
  consent: 'given',
  devicesTestedAt: at(attempt),
  dutiesConfirmedAt: at(attempt),
})
const inside = (attempt: Attempt) => ({ ...ready(attempt), admittedAt: at(attempt) })

const seatId = async (attempt: Attempt): Promise<string> => {
  const { hearingId } = hearingPlace(attempt)
  const seat = await attempt.inner.all((tx) =>
    tx.hearingSeat.findFirst({ where: { hearingId, staffId: null }, orderBy: { position: 'asc' } }),
  )
  return seat?.id ?? nobody
}
const headSeq = async (attempt: Attempt): Promise<number> =>
  attempt.inner.all(async (tx) => (await tx.case.findFirstOrThrow({ where: { id: caseOf(attempt).caseId } })).headSeq)

const sits = (who: Who, object: string, side: 'parties' | 'court') => {
  const of = isHearing(object) ? seated[object][side] : []
  return (of as readonly string[]).includes(who.name)
}
/** For those who sit there; who may see the hearing and does not is told that it is not theirs. */
const seatedOr =
  (...sides: ('parties' | 'court')[]) =>
  (who: Who, object: string): Outcome =>
    sides.some((side) => sits(who, object, side)) ? 'ok' : mayRead(who, object) ? 'refused' : 'not-found'

/** Done again it stands as it was: the hearing is told once more that it changed, and the audit that it was asked. */
const doneAgain: Again = { answer: 'fresh', writes: ['hearing', 'audit', 'rate_limit'] }
const toldAgain: Again = { answer: 'fresh', writes: ['hearing', 'audit', 'outbox'] }
const badInput = (more: object): Declared['refused'] => ({
  by: 'invalid',
  input: (attempt) => ({ ...hearingPlace(attempt), ...more }),
})

const setting = (day: string) => async (attempt: Attempt) => {
  const { parties, name } = caseOf(attempt)
  const judge = isHearing(name) ? seated[name].court[0] : undefined
  const staffId = judge ? attempt.world.people.staff[judge as 'judge'].staffId : nobody
  return {
    ...casePlace(attempt),
    key: `matrix-${attempt.object}`,
    headSeq: await headSeq(attempt),
    kind: 'inquiry',
    day,
    time: '10:00',
    minutes: 30,
    roomId: null,
    seats: [
      { who: `judge:${staffId}`, mode: 'in-court' },
      { who: `party:${parties.plaintiff}`, mode: 'online' },
    ],
    exclusionsChecked: true,
  }
}
const moving = (day: string) => async (attempt: Attempt) => ({
  ...hearingPlace(attempt),
  key: `matrix-${attempt.object}`,
  headSeq: await headSeq(attempt),
  day,
  time: '14:00',
  why: '法官另有安排',
})
const ending = (answered: boolean) => async (attempt: Attempt) => ({
  ...(await staged(attempt, {
    status: 'reading',
    notes: '笔录',
    everybody: answered ? { notesAnswer: 'confirmed', notesAnsweredHash: notesHashOf('笔录') } : {},
  })),
  key: `matrix-${attempt.object}`,
  headSeq: await headSeq(attempt),
})

/** A media server that answers: what it is asked for is tried on a real one elsewhere. */
const answers = (media: MediaPort): MediaPort => ({
  ...media,
  state: () => Promise.resolve({ state: 'ready', address: 'ws://127.0.0.1' }),
  openRoom: () => Promise.resolve(),
  issueToken: () => Promise.resolve('key'),
})

export const hearings: Record<string, Declared> = {
  'hearings.plan': {
    ...aboutHearing,
    input: (attempt) => ({ ...casePlace(attempt), kind: 'inquiry' }),
    expect: readerOr('ok'),
    as: ['court-clerk', 'own'],
    refused: { by: 'not-found', object: 'absent', input: (attempt) => ({ ...casePlace(attempt), kind: 'inquiry' }) },
    again: sameAnswer,
  },
  'hearings.schedule': {
    ...aboutHearing,
    input: setting('2026-03-25'),
    expect: readerOr('ok'),
    as: ['court-clerk', 'own'],
    refused: { by: 'schedule-hearing.told-in-time', input: setting('2026-03-13') },
    again: sameAnswer,
  },
  'hearings.move': {
    ...aboutHearing,
    input: moving('2026-03-26'),
    expect: readerOr('ok'),
    as: ['court-clerk', 'own'],
    refused: { by: 'move-hearing.told-in-time', input: moving('2026-03-13') },
    again: sameAnswer,
  },
  'hearings.cancel': {
    ...aboutHearing,
    input: async (attempt) => ({
      ...hearingPlace(attempt),
      key: `matrix-${attempt.object}`,
      headSeq: await headSeq(attempt),
      why: '双方正在调解',
    }),
    expect: readerOr('ok'),
    as: ['court-clerk', 'own'],
    refused: badInput({ key: 'matrix-key', headSeq: 1, why: '' }),
    again: sameAnswer,
  },
  'hearings.view': {
    ...aboutHearing,
    input: hearingPlace,
    expect: readerOr('ok'),
    as: ['plaintiff', 'own'],
    refused: { by: 'not-found', object: 'absent', input: hearingPlace },
    again: sameAnswer,
  },
  'hearings.mine': { ...aboutNothing, expect: () => 'ok', as: ['plaintiff'], refused: 'byForm', again: sameAnswer },
  'hearings.dayList': {
    ...aboutNothing,
    input: () => ({ day: hearingDay }),
    expect: deskProcedures['desk.inbox']?.expect ?? (() => 'ok'),
    as: ['court-clerk'],
    refused: { by: 'invalid', input: () => ({ day: 'some day' }) },
    again: sameAnswer,
  },
  'hearings.ofCase': {
    ...aboutCase,
    input: casePlace,
    expect: readerOr('ok'),
    as: ['plaintiff', 'own'],
    refused: { by: 'not-found', object: 'absent', input: casePlace },
    again: sameAnswer,
  },
  'hearings.verify': {
    ...aboutHearing,
    input: hearingPlace,
    expect: readerOr('ok'),
    as: ['plaintiff', 'own'],
    refused: { by: 'not-found', object: 'absent', input: hearingPlace },
    again: sameAnswer,
  },
  'hearings.chooseMode': {
    ...aboutHearing,
    input: (attempt) => ({ ...hearingPlace(attempt), key: `matrix-${attempt.object}`, mode: 'in-court' }),
    expect: seatedOr('parties'),
    as: ['plaintiff', 'own'],
    refused: {
      by: 'hearing.text-changed',
      input: (attempt) => ({ ...hearingPlace(attempt), key: 'matrix-key', mode: 'online', consentVersion: '0' }),
    },
    again: sameAnswer,
  },
  'hearings.testDevices': {
    ...aboutHearing,
    input: (attempt) => ({
      ...hearingPlace(attempt),
      camera: 'works',
      microphone: 'works',
      speaker: 'heard',
      connection: 'good',
      upKbps: 4000,
    }),
    expect: seatedOr('parties', 'court'),
    as: ['plaintiff', 'own'],
    refused: badInput({ camera: 'blue', microphone: 'works', speaker: 'heard', connection: 'good', upKbps: 1 }),
    again: doneAgain,
  },
  'hearings.confirmDuties': {
    ...aboutHearing,
    input: (attempt) => ({ ...hearingPlace(attempt), version: '2026.1' }),
    expect: seatedOr('parties'),
    as: ['plaintiff', 'own'],
    refused: { by: 'hearing.text-changed', input: (attempt) => ({ ...hearingPlace(attempt), version: '0' }) },
    again: doneAgain,
  },
  'hearings.wait': {
    ...aboutHearing,
    input: async (attempt) => ({ ...(await staged(attempt, { party: ready(attempt) })), isWaiting: true }),
    expect: seatedOr('parties'),
    as: ['plaintiff', 'own'],
    refused: { by: 'hearing.wait', input: (attempt) => ({ ...hearingPlace(attempt), isWaiting: true }) },
    again: doneAgain,
  },
  'hearings.admit': {
    ...aboutHearing,
    input: async (attempt) => ({
      ...(await staged(attempt, { party: { ...ready(attempt), waitingSince: at(attempt) } })),
      seatId: await seatId(attempt),
      identityBy: 'document',
    }),
    expect: readerOr('ok'),
    as: ['court-clerk', 'own'],
    refused: {
      by: 'hearing.not-waiting',
      input: async (attempt) => ({
        ...(await staged(attempt, { party: ready(attempt) })),
        seatId: await seatId(attempt),
        identityBy: 'document',
      }),
    },
    again: { answer: 'refused: hearing.not-waiting' },
  },
  'hearings.sendOut': {
    ...aboutHearing,
    input: async (attempt) => ({
      ...(await staged(attempt, { party: inside(attempt) })),
      seatId: await seatId(attempt),
      why: '扰乱秩序',
    }),
    expect: readerOr('ok'),
    as: ['court-clerk', 'own'],
    refused: badInput({ seatId: nobody, why: '' }),
    again: toldAgain,
  },
  'hearings.join': {
    ...aboutHearing,
    input: async (attempt) => {
      attempt.ctx.ports = { ...attempt.ctx.ports, media: answers(attempt.ctx.ports.media) }
      return staged(attempt, { party: inside(attempt) })
    },
    expect: seatedOr('parties', 'court'),
    as: ['plaintiff', 'own'],
    refused: { by: 'hearing.join.choose-mode', input: hearingPlace },
    again: { answer: 'fresh', writes: ['hearing_seat', 'audit', 'rate_limit'] },
  },
  'hearings.setStatus': {
    ...aboutHearing,
    input: async (attempt) => ({ ...(await staged(attempt, { status: 'scheduled' })), status: 'open' }),
    expect: readerOr('ok'),
    as: ['judge', 'own'],
    refused: {
      by: 'hearing.notes-empty',
      input: async (attempt) => ({ ...(await staged(attempt, {})), status: 'reading' }),
    },
    again: { answer: 'refused: hearing.open' },
  },
  'hearings.speaking': {
    ...aboutHearing,
    input: async (attempt) => ({
      ...(await staged(attempt, { party: inside(attempt) })),
      seatId: await seatId(attempt),
      maySpeak: true,
    }),
    expect: readerOr('ok'),
    as: ['judge', 'own'],
    refused: {
      by: 'not-found',
      input: async (attempt) => ({ ...(await staged(attempt, {})), seatId: nobody, maySpeak: true }),
    },
    again: toldAgain,
  },
  'hearings.raiseHand': {
    ...aboutHearing,
    input: async (attempt) => ({ ...(await staged(attempt, { party: inside(attempt) })), isRaised: true }),
    expect: seatedOr('parties'),
    as: ['plaintiff', 'own'],
    refused: { by: 'hearing.raise-hand', input: (attempt) => ({ ...hearingPlace(attempt), isRaised: true }) },
    again: doneAgain,
  },
  'hearings.showPage': {
    ...aboutHearing,
    input: async (attempt) => ({ ...(await staged(attempt, {})), shown: null }),
    expect: readerOr('ok'),
    as: ['judge', 'own'],
    refused: {
      by: 'not-found',
      input: async (attempt) => ({
        ...(await staged(attempt, {})),
        shown: { materialId: nobody, fileId: nobody, page: 1 },
      }),
    },
    again: doneAgain,
  },
  'hearings.writeNotes': {
    ...aboutHearing,
    input: async (attempt) => ({ ...(await staged(attempt, {})), text: '笔录', baseVersion: 0 }),
    expect: readerOr('ok'),
    as: ['court-clerk', 'own'],
    refused: {
      by: 'hearing.notes-version',
      input: async (attempt) => ({ ...(await staged(attempt, {})), text: '笔录', baseVersion: 9 }),
    },
    again: { answer: 'same', writes: ['hearing'] },
  },
  'hearings.answerNotes': {
    ...aboutHearing,
    input: async (attempt) => ({
      ...(await staged(attempt, { status: 'reading', notes: '笔录' })),
      key: 'matrix-key',
      answer: 'confirmed',
      notesHash: notesHashOf('笔录'),
    }),
    expect: seatedOr('parties', 'court'),
    as: ['plaintiff', 'own'],
    refused: {
      by: 'hearing.notes-changed',
      input: async (attempt) => ({
        ...(await staged(attempt, { status: 'reading', notes: '笔录' })),
        key: 'matrix-key',
        answer: 'confirmed',
        notesHash: '0'.repeat(64),
      }),
    },
    again: { answer: 'refused: hearing.answer-notes' },
  },
  'hearings.close': {
    ...aboutHearing,
    input: ending(true),
    expect: readerOr('ok'),
    as: ['court-clerk', 'own'],
    refused: { by: 'hearing.notes-unanswered', input: ending(false) },
    again: sameAnswer,
  },
}
