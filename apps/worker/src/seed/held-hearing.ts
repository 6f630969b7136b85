import { admitSeat } from '@court/usecases/hearings/admit-seat'
import { answerNotes } from '@court/usecases/hearings/answer-notes'
import { chooseMode } from '@court/usecases/hearings/choose-mode'
import { closeHearing } from '@court/usecases/hearings/close-hearing'
import { confirmDuties } from '@court/usecases/hearings/confirm-duties'
import { giveFloor } from '@court/usecases/hearings/give-floor'
import { handleMediaEvent } from '@court/usecases/hearings/handle-media-event'
import { roomOf, type HearingPlace } from '@court/usecases/hearings/hearing-types'
import { joinHearing } from '@court/usecases/hearings/join-hearing'
import { receiveMediaEvent } from '@court/usecases/hearings/receive-media-event'
import { setStatus } from '@court/usecases/hearings/set-status'
import { showHearing } from '@court/usecases/hearings/show-hearing'
import { testDevices } from '@court/usecases/hearings/test-devices'
import { waitAtDoor } from '@court/usecases/hearings/wait-at-door'
import { writeNotes } from '@court/usecases/hearings/write-notes'
import type { Actor } from '@court/usecases/actor'
import type { UseCaseContext } from '@court/usecases/context'
import type { MediaPort } from '@court/usecases/ports/media'
import type { SeedPerson } from './persons.ts'
import type { SeedStaff } from './staff.ts'
import { must, type World } from './world.ts'

type Held = { place: HearingPlace; plaintiff: SeedPerson; defendant: SeedPerson; clerk: SeedStaff; judge: SeedStaff }

/** A hearing as it goes: the plaintiff online, the defendant in the courtroom, notes that one confirms and the other will not sign. */
export async function playHeldHearing(
  world: World,
  { place, plaintiff, defendant, clerk, judge }: Held,
): Promise<void> {
  const { tickets, media } = demoMedia()
  const view = must(await showHearing(world.as(clerk.actor, new Date()), place), 'a hearing')
  const startsAt = view.hearing.startsAt.getTime()
  const as = (actor: Actor, minutes: number): UseCaseContext => {
    const ctx = world.as(actor, new Date(startsAt + minutes * 60_000))
    return { ...ctx, ports: { ...ctx.ports, media } }
  }
  const seatOf = (role: string) => view.seats.find((seat) => seat.role === role)?.id ?? ''
  const hour = 60
  const online = {
    ...place,
    key: `seed-held-${plaintiff.index}`,
    mode: 'online' as const,
    consentVersion: view.consent.version,
    why: '',
  }
  must(await chooseMode(as(plaintiff.actor, -100 * hour), online), 'a consent')
  const inCourt = { ...place, key: `seed-held-${defendant.index}`, mode: 'in-court' as const, why: '没有安静的场所。' }
  must(await chooseMode(as(defendant.actor, -90 * hour), inCourt), 'a choice')
  must(await testDevices(as(plaintiff.actor, -20 * hour), { ...place, ...devices }), 'a test of devices')
  must(await confirmDuties(as(plaintiff.actor, -19 * hour), { ...place, version: view.duties.version }), 'duties')
  must(await waitAtDoor(as(plaintiff.actor, -12), { ...place, isWaiting: true }), 'the waiting room')
  for (const role of ['plaintiff', 'defendant'])
    must(
      await admitSeat(as(clerk.actor, -6), { ...place, seatId: seatOf(role), identityBy: 'document', note: '' }),
      'admission',
    )

  const { courtId } = clerk.actor
  const report = async (kind: string, role: string, minutes: number) => {
    const seatId = seatOf(role)
    const id = `EV_demo_${kind}_${role}_${minutes}`
    const event = { id, kind, room: roomOf(courtId, place.hearingId), at: new Date(startsAt + minutes * 60_000) }
    const system = as({ kind: 'system', job: 'handle-media-event' }, minutes)
    must(
      await receiveMediaEvent(system, {
        ...event,
        identity: seatId,
        ticket: tickets.get(seatId) ?? null,
        session: `PA_demo_${role}`,
        track: null,
      }),
      'a report',
    )
    await handleMediaEvent(system, { courtId, eventId: id })
  }
  const people = [
    { role: 'judge', actor: judge.actor, from: -4, to: 52 },
    { role: 'court-clerk', actor: clerk.actor, from: -9, to: 53 },
    { role: 'plaintiff', actor: plaintiff.actor, from: -5, to: 51 },
  ]
  for (const { role, actor, from } of people) {
    must(await joinHearing(as(actor, from), place), 'a key')
    await report('participant_joined', role, from)
  }
  must(await setStatus(as(judge.actor, 1), { ...place, status: 'open' }), 'the opening')
  must(await giveFloor(as(judge.actor, 4), { ...place, seatId: seatOf('plaintiff'), maySpeak: true }), 'the floor')
  let text = ''
  for (const [index, paragraph] of notesOf({ plaintiff, defendant, judge, clerk }).entries()) {
    text = index === 0 ? paragraph : `${text}\n${paragraph}`
    must(await writeNotes(as(clerk.actor, 2 + index * 5), { ...place, text, baseVersion: index }), 'the notes')
  }
  must(await setStatus(as(judge.actor, 42), { ...place, status: 'reading' }), 'the reading')
  const { notes } = must(await showHearing(as(clerk.actor, 43), place), 'the notes')
  const answer = { ...place, notesHash: notes.hash, answer: 'confirmed' as const, remark: '' }
  for (const { role, actor } of people)
    must(await answerNotes(as(actor, 46), { ...answer, key: `seed-held-notes-${role}` }), 'an answer to the notes')
  must(
    await answerNotes(as(clerk.actor, 49), {
      ...answer,
      key: 'seed-held-notes-noted',
      answer: 'refused',
      seatId: seatOf('defendant'),
      remark: '被告阅读后拒绝签名，未说明理由。',
    }),
    'a refusal noted',
  )
  for (const { role, to } of people) await report('participant_left', role, to)
  const { headSeq } = must(await showHearing(as(clerk.actor, 54), place), 'a hearing').case
  must(await closeHearing(as(clerk.actor, 55), { ...place, key: 'seed-held-close', headSeq }), 'the end of a hearing')
}

const devices = {
  camera: 'works',
  microphone: 'works',
  speaker: 'heard',
  connection: 'good',
  upKbps: 3_800,
  browser: 'Chrome 140 · Android',
} as const

const notesOf = ({ plaintiff, defendant, judge, clerk }: Omit<Held, 'place'>) => [
  `询问笔录\n审判员：${judge.name}\n书记员：${clerk.name}\n原告：${plaintiff.name}（在线参加）\n被告：${defendant.name}（到庭参加）`,
  '审：现在核对当事人身份，宣布法庭纪律和诉讼权利义务。双方是否申请回避？\n原：不申请。\n被：不申请。',
  '审：请原告说明借款的经过和交付方式。\n原：借条是被告当面写的，当天通过银行转账交付，有转账记录。',
  '审：被告对借条和转账记录的真实性有无异议？\n被：借条是我写的，转账也收到了，已经还过一部分。',
  '审：还款有无凭证？\n被：是现金，没有凭证。\n原：没有收到过。',
  '审：被告可以在举证期限内补充提交还款的证据。今天的询问到此结束，请阅读笔录。',
]

/** Stands in for the media server of yesterday, which the demo does not have: keys are given, and the tickets in them are known here. */
function demoMedia(): { media: MediaPort; tickets: Map<string, string> } {
  const tickets = new Map<string, string>()
  const done = () => Promise.resolve()
  return {
    tickets,
    media: {
      state: () => Promise.resolve({ state: 'ready', address: 'ws://127.0.0.1' }),
      openRoom: done,
      closeRoom: done,
      setSpeaking: done,
      remove: done,
      signal: done,
      listPresent: () => Promise.resolve([]),
      readEvent: () => Promise.resolve(null),
      issueToken: ({ identity, ticket }) => {
        tickets.set(identity, ticket)
        return Promise.resolve('')
      },
    },
  }
}
