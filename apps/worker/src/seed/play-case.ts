import type { Actor } from '@court/usecases/actor'
import { performAction } from '@court/usecases/case/perform-action'
import { showActionForm } from '@court/usecases/case/show-action-form'
import { showCase } from '@court/usecases/case/show-case'
import type { FiledCase } from './file-case.ts'
import type { SeedPerson } from './persons.ts'
import type { SeedStaff } from './staff.ts'
import { must, type World } from './world.ts'

/** How far a case of the demo goes. The days are those before today on which each thing happened. */
export type Course = { name: string; ageDays: number; steps: Step[] }

type Who = 'party' | 'clerk' | 'filing-judge' | 'judge' | 'assistant'
type Values = Record<string, unknown>
type Given = {
  index: number
  on: string
  defendant: string
  /** What the form offers at first. */
  offered: Values
}
export type Step = {
  by: Who
  action: string
  /** Days after the filing. */
  day: number
  /** Over what the form offers; `defendant` stands for the first defendant's id. */
  values?: (given: Given) => Values
}

const onDay = ({ on }: { on: string }): Values => ({ on })
const served = ({ on, defendant }: Given): Values => ({
  party: defendant,
  servedOn: on,
  means: 'direct',
  note: '送达回证已附卷',
})

const returned: Step = {
  by: 'clerk',
  action: 'return-filing',
  day: 2,
  values: () => ({ reasons: ['defendant-unclear', 'claims-unclear'], note: '请一次补齐。', days: 7 }),
}
/** Where the province has chosen no fee the clerk writes one: here fifty yuan. */
const accepted = (day: number): Step => ({
  by: 'clerk',
  action: 'accept-filing',
  day,
  values: ({ offered }) => (offered['feeFen'] ? {} : { feeFen: 5_000 }),
})
const paid = (day: number): Step => ({
  by: 'clerk',
  action: 'record-payment',
  day,
  values: ({ on, index }) => ({ paidOn: on, voucher: `DEMO-${String(index).padStart(5, '0')}` }),
})
const service = (day: number): Step => ({ by: 'assistant', action: 'record-service', day, values: served })
const answered = (day: number): Step => ({
  by: 'assistant',
  action: 'record-answer',
  day,
  values: ({ on, defendant }) => ({ party: defendant, receivedOn: on, note: '' }),
})
const benchToldOn = (day: number): Step => ({ by: 'assistant', action: 'notify-bench', day, values: onDay })
const evidenceUntil = (day: number): Step => ({
  by: 'assistant',
  action: 'set-evidence-period',
  day,
  values: onDay,
})
const forwarded = (day: number): Step => ({
  by: 'assistant',
  action: 'forward-answer',
  day,
  values: ({ on, defendant }) => ({ party: defendant, receivedOn: on, note: '' }),
})
/** As a court that keeps its time does it: docketed, bench told, fee paid, served. */
export const underWay = (day: number): Step[] => [
  accepted(day),
  benchToldOn(day + 1),
  paid(day + 3),
  evidenceUntil(day + 4),
  service(day + 4),
]
const closed = (day: number, manner: string): Step => ({
  by: 'judge',
  action: 'close-case',
  day,
  values: (given) => ({ ...onDay(given), manner, note: '' }),
})

/** Every state of the code occurs; the shares are about those of a basic court's docket. */
export const courses: Course[] = [
  { name: 'filed', ageDays: 3, steps: [] },
  { name: 'filed', ageDays: 1, steps: [] },
  { name: 'overdue', ageDays: 12, steps: [] },
  { name: 'returned', ageDays: 5, steps: [returned] },
  { name: 'accepted', ageDays: 6, steps: [accepted(3), benchToldOn(4)] },
  { name: 'paid', ageDays: 12, steps: [accepted(3), benchToldOn(4), paid(6), service(8)] },
  { name: 'served', ageDays: 25, steps: underWay(4) },
  { name: 'answered', ageDays: 45, steps: [...underWay(4), answered(20), forwarded(22)] },
  {
    name: 'judged',
    ageDays: 100,
    steps: [...underWay(4), answered(20), forwarded(22), closed(58, 'judgment')],
  },
  { name: 'mediated', ageDays: 80, steps: [...underWay(3), closed(30, 'mediation')] },
  {
    name: 'refused',
    ageDays: 30,
    steps: [
      {
        by: 'filing-judge',
        action: 'refuse-filing',
        day: 4,
        values: () => ({ reasons: ['not-this-court'], note: '本案不属于本院管辖，请向有管辖权的人民法院起诉。' }),
      },
    ],
  },
  {
    name: 'taken back',
    ageDays: 20,
    steps: [{ by: 'party', action: 'withdraw-filing', day: 2, values: () => ({ ground: '双方已经自行和解。' }) }],
  },
  {
    name: 'stayed',
    ageDays: 70,
    steps: [
      ...underWay(4),
      {
        by: 'judge',
        action: 'stay-case',
        day: 30,
        values: (given) => ({ ...onDay(given), ground: 'other-case' }),
      },
    ],
  },
  {
    name: 'asked',
    ageDays: 8,
    steps: [
      accepted(3),
      benchToldOn(5),
      { by: 'party', action: 'ask-question', day: 6, values: () => ({ question: '请问交费以后多久会开庭？' }) },
    ],
  },
  { name: 'near the trial limit', ageDays: 50, steps: [...underWay(2), answered(14), forwarded(16)] },
]

type Play = {
  world: World
  filed: FiledCase
  filedAt: Date
  course: Course
  person: SeedPerson
  staff: readonly SeedStaff[]
  index: number
}

export async function playCase({ world, filed, filedAt, course, person, staff, index }: Play): Promise<void> {
  const { courtSlug, caseId } = filed
  for (const step of course.steps) {
    const at = new Date(filedAt.getTime() + step.day * 86_400_000)
    const place = { courtSlug, caseId }
    const judgeId = step.by === 'judge' ? await judgeOf(world, { place, staff, at }) : null
    const ctx = world.as(actorOf(step.by, { person, staff, judgeId }), at)
    const what = `${step.action} in case ${index} (${course.name})`
    const form = must(await showActionForm(ctx, { ...place, action: step.action }), what)
    const on = new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 10)
    const values = step.values?.({
      index,
      on,
      offered: form.values,
      defendant: form.options.parties['party']?.[0]?.value ?? '',
    })
    const input = { ...form.values, ...values }
    must(
      await performAction(ctx, {
        ...place,
        action: step.action,
        input: input as never,
        headSeq: form.headSeq,
        key: `seed-${index}-${step.action}-${step.day}`,
      }),
      what,
    )
  }
}

async function judgeOf(
  world: World,
  { place, staff, at }: { place: { courtSlug: string; caseId: string }; staff: readonly SeedStaff[]; at: Date },
) {
  const [clerk] = staff.filter(({ actor }) => actor.roles.includes('court-clerk'))
  if (!clerk) throw new Error(`${place.courtSlug} has no court clerk`)
  const page = must(await showCase(world.as(clerk.actor, at), place), 'the page of the case')
  return page.case.judge?.id ?? null
}

const roleOf = { clerk: 'filing-clerk', 'filing-judge': 'filing-judge', assistant: 'court-clerk' } as const

function actorOf(
  by: Who,
  { person, staff, judgeId }: { person: SeedPerson; staff: readonly SeedStaff[]; judgeId: string | null },
): Actor {
  if (by === 'party') return person.actor
  const found = staff.find(({ actor }) => {
    if (by === 'judge') return actor.staffId === judgeId
    return actor.roles.includes(roleOf[by])
  })
  if (!found) throw new Error(`nobody works as ${by} here`)
  return found.actor
}
