import { localDate, plusDays } from '@court/procedure/docket/legal-time'
import { chooseMode } from '@court/usecases/hearings/choose-mode'
import type { HearingMode, HearingPlace } from '@court/usecases/hearings/hearing-types'
import { planHearing } from '@court/usecases/hearings/plan-hearing'
import { scheduleHearing } from '@court/usecases/hearings/schedule-hearing'
import { showHearing } from '@court/usecases/hearings/show-hearing'
import { showCase } from '@court/usecases/case/show-case'
import { matterOf } from './data/matters.ts'
import { fileCase, type FiledCase } from './file-case.ts'
import { playHeldHearing } from './held-hearing.ts'
import type { SeedPerson } from './persons.ts'
import { playCase, underWay } from './play-case.ts'
import type { SeedStaff } from './staff.ts'
import { must, type World } from './world.ts'

/** Who meets whom: shown on the page of sign-ins, and what the journeys in a browser go by. */
export type HearingPeople = {
  plaintiff: SeedPerson
  defendant: SeedPerson
  /** The sign-in of the judge in charge. */
  judge: string
  /** The inquiry of today, whose door is open. */
  today: HearingPlace
}

type Seed = { world: World; now: Date; persons: readonly SeedPerson[]; staff: readonly SeedStaff[] }

const courtSlug = 'yinzhou'
const zone = 'Asia/Shanghai'
const day = 86_400_000

/** Two parties with accounts: an inquiry today, one in the coming week that the plaintiff agreed to take part in online, and one held yesterday. */
export async function holdHearings(seed: Seed): Promise<HearingPeople> {
  const { world, now, persons, staff } = seed
  const [plaintiff, defendant] = persons.slice(-2)
  const ofCourt = staff.filter(({ court }) => court.slug === courtSlug)
  const clerk = ofCourt.find(({ login }) => login === `${courtSlug}.assistant`)
  if (!plaintiff || !defendant || !clerk) throw new Error('nobody to hold a hearing with')
  const parties = { plaintiff, defendant }
  const open = await caseOfJudge({ ...seed, staff: ofCourt }, { ...parties, from: 900 })
  const over = await caseOfJudge({ ...seed, staff: ofCourt }, { ...parties, from: 950 })
  const today = localDate(now.toISOString(), zone)
  const before = (days: number) => new Date(now.getTime() - days * day)
  const ofToday = await setHearing(world, {
    filed: open.filed,
    clerk,
    at: before(5),
    on: today,
    time: timeOfToday(now),
  })
  const next = await setHearing(world, {
    filed: open.filed,
    clerk,
    at: before(1),
    on: plusDays(today, 6),
    time: '09:30',
  })
  const asPlaintiff = world.as(plaintiff.actor, before(0.5))
  const { consent } = must(await showHearing(asPlaintiff, next), 'the door of a hearing')
  must(
    await chooseMode(asPlaintiff, {
      ...next,
      key: 'seed-hearing-next-plaintiff',
      mode: 'online',
      consentVersion: consent.version,
      why: '',
    }),
    'the consent to a hearing',
  )
  const past = { filed: over.filed, clerk, at: before(7), on: plusDays(today, -1), time: '09:30' }
  const held = await setHearing(world, past)
  await playHeldHearing(world, { place: held, ...parties, clerk, judge: over.judge })
  return { ...parties, judge: open.judge.login, today: ofToday }
}

type Parties = { plaintiff: SeedPerson; defendant: SeedPerson; from: number }
type Drawn = { filed: FiledCase; judge: SeedStaff }

/** A docketed case of the first judge of the court. The draw is a draw: what falls to another judge is one more case of the demo. */
async function caseOfJudge({ world, now, staff }: Seed, { plaintiff, defendant, from }: Parties): Promise<Drawn> {
  const filedAt = new Date(now.getTime() - 20 * day)
  const course = { name: 'heard', ageDays: 20, steps: underWay(3) }
  let last: Drawn | undefined
  for (let index = from; index < from + 6; index += 1) {
    const filing = { world, person: plaintiff, defendant, courtSlug, index, matter: matterOf(0), at: filedAt }
    const filed = await fileCase(filing)
    await playCase({ world, filed, filedAt, course, person: plaintiff, staff, index })
    const [anybody] = staff.filter(({ actor }) => actor.roles.includes('court-clerk'))
    if (!anybody) throw new Error('the court has no clerk')
    const page = must(await showCase(world.as(anybody.actor, now), filed), 'the page of a case')
    const judge = staff.find(({ actor }) => actor.staffId === page.case.judge?.id)
    if (!judge) throw new Error('nobody was drawn')
    last = { filed, judge }
    if (judge.login === `${courtSlug}.judge`) return last
  }
  if (!last) throw new Error('no case was filed')
  return last
}

type Setting = {
  filed: FiledCase
  clerk: SeedStaff
  at: Date
  on: string
  time: string
  modes?: Record<string, HearingMode>
}

async function setHearing(world: World, { filed, clerk, at, on, time, modes = {} }: Setting): Promise<HearingPlace> {
  const { caseId } = filed
  const ctx = world.as(clerk.actor, at)
  const plan = must(await planHearing(ctx, { courtSlug, caseId, kind: 'inquiry' }), 'the plan of a hearing')
  const { hearingId } = must(
    await scheduleHearing(ctx, {
      courtSlug,
      caseId,
      key: `seed-hearing-${caseId}-${on}`,
      headSeq: plan.headSeq,
      kind: 'inquiry',
      day: on,
      time,
      minutes: 60,
      roomId: plan.rooms[0]?.id ?? null,
      seats: plan.people
        .filter(({ isExpected }) => isExpected)
        .map(({ who, side }) => ({ who, mode: side === 'court' ? 'in-court' : (modes[side] ?? 'online') })),
      exclusions: [],
      exclusionsChecked: true,
      note: '请准备借条原件和转账记录。',
    }),
    'the setting of a hearing',
  )
  return { courtSlug, caseId, hearingId }
}

/** The door is open whenever the demo is made: half past eight, or the full hour that has begun. */
function timeOfToday(now: Date): string {
  const [hour = '00'] = new Date(now.getTime() + 8 * 3_600_000).toISOString().slice(11, 16).split(':')
  return Number(hour) >= 9 ? '08:30' : `${hour}:00`
}
