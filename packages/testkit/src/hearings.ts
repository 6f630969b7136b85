import type { PersonActor, StaffActor } from '@court/usecases/actor'
import { admitSeat } from '@court/usecases/hearings/admit-seat'
import { chooseMode } from '@court/usecases/hearings/choose-mode'
import { confirmDuties } from '@court/usecases/hearings/confirm-duties'
import type { HearingMode, HearingPlace, HearingView } from '@court/usecases/hearings/hearing-types'
import { planHearing } from '@court/usecases/hearings/plan-hearing'
import { scheduleHearing } from '@court/usecases/hearings/schedule-hearing'
import { setStatus } from '@court/usecases/hearings/set-status'
import { showHearing } from '@court/usecases/hearings/show-hearing'
import { testDevices } from '@court/usecases/hearings/test-devices'
import { waitAtDoor } from '@court/usecases/hearings/wait-at-door'
import { newId } from '@court/usecases/new-id'
import type { As, courtAtWork, FiledCase } from './court-at-work.ts'
import { residentNumber } from './resident-number.ts'

type Scene = Awaited<ReturnType<typeof courtAtWork>>

export const goodDevices = {
  camera: 'works',
  microphone: 'works',
  speaker: 'heard',
  connection: 'good',
  upKbps: 4000,
  browser: 'Chromium',
} as const

/** A court with one judge and one clerk, two parties with accounts, and hearings of their case at any point of their life. */
export async function hearingScene(scene: Scene) {
  const { all, court, act, must, headOf } = scene
  const clerk = await scene.staff(['court-clerk', 'filing-clerk'], '吴书记')
  const judge = await scene.staff(['judge'], '王法官')
  const idNumber = residentNumber()
  const plaintiff = await scene.person({ name: '张三' })
  const defendant = await scene.person({ idNumber, name: '李四' })
  const room = await all.room.create({
    data: { courtId: court.id, kind: 'courtroom', nameZh: '第三法庭', nameEn: 'Courtroom 3' },
  })

  const accepted = async (): Promise<FiledCase> => {
    const filed = await scene.fileAgainst(plaintiff, idNumber)
    must(await act(clerk, filed, 'accept-filing', { procedure: 'summary', feeFen: 52_500 }))
    return filed
  }

  type Setting = { day: string; time?: string; modes?: Record<string, HearingMode>; by?: As<StaffActor> }
  /** Sets an inquiry; everybody expected is on the roll, parties online unless `modes` says otherwise by side. */
  const schedule = async (one: FiledCase, { day, time = '09:30', modes = {}, by = clerk }: Setting) => {
    const plan = must(await planHearing(by, { ...one, kind: 'inquiry' }))
    return scheduleHearing(by, {
      ...one,
      key: newId(),
      headSeq: await headOf(one.caseId),
      kind: 'inquiry',
      day,
      time,
      minutes: 45,
      roomId: room.id,
      seats: plan.people
        .filter(({ isExpected }) => isExpected)
        .map(({ who, side }) => ({ who, mode: side === 'court' ? 'in-court' : (modes[side] ?? 'online') })),
      exclusions: [],
      exclusionsChecked: true,
      note: '',
    })
  }

  /** A case with an inquiry set for a day. */
  const scheduled = async (setting: Setting, one?: FiledCase): Promise<HearingPlace> => {
    const filed = one ?? (await accepted())
    const { hearingId } = must(await schedule(filed, setting))
    return { ...filed, hearingId }
  }

  const seatOf = async (place: HearingPlace, side: string): Promise<string> =>
    (await all.hearingSeat.findFirstOrThrow({ where: { hearingId: place.hearingId, OR: [{ side }, { role: side }] } }))
      .id

  /** All that is the party's to do before the door opens. */
  const ready = async (who: As<PersonActor>, place: HearingPlace): Promise<HearingView> => {
    const { consent, duties } = must(await showHearing(who, place))
    must(await chooseMode(who, { ...place, key: newId(), mode: 'online', consentVersion: consent.version, why: '' }))
    must(await testDevices(who, { ...place, ...goodDevices }))
    return must(await confirmDuties(who, { ...place, version: duties.version }))
  }

  /** Waiting, identified and let in. */
  const admitted = async (who: As<PersonActor>, place: HearingPlace): Promise<HearingView> => {
    const view = must(await waitAtDoor(who, { ...place, isWaiting: true }))
    const seatId = view.viewer.seatId ?? ''
    must(await admitSeat(clerk, { ...place, seatId, identityBy: 'document', note: '' }))
    return must(await showHearing(who, place))
  }

  /** In session at its own time, both parties inside. */
  const inSession = async (day: string): Promise<HearingPlace> => {
    const place = await scheduled({ day })
    for (const who of [plaintiff, defendant]) await ready(who, place)
    const { startsAt } = await all.hearing.findFirstOrThrow({ where: { id: place.hearingId } })
    scene.clock.set(new Date(startsAt.getTime() - 600_000).toISOString())
    for (const who of [plaintiff, defendant]) await admitted(who, place)
    scene.clock.set(startsAt.toISOString())
    must(await setStatus(judge, { ...place, status: 'open' }))
    return place
  }

  return {
    ...scene,
    clerk,
    judge,
    plaintiff,
    defendant,
    idNumber,
    room,
    accepted,
    schedule,
    scheduled,
    seatOf,
    ready,
    admitted,
    inSession,
  }
}
