import { must } from '@court/testkit/filings'
import { planHearing } from '@court/usecases/hearings/plan-hearing'
import { scheduleHearing } from '@court/usecases/hearings/schedule-hearing'
import type { WorldCase, CaseName } from './cases.ts'
import type { ActorName, People, Scene, StaffName } from './people.ts'

/** Docketed cases that have an inquiry, with whoever set it. */
export const hearingCases = {
  own: 'court-clerk',
  other: 'court-clerk',
  sealed: 'sealed-judge',
  foreign: 'foreign-court-clerk',
} as const satisfies Partial<Record<CaseName, StaffName>>
export type HearingCase = keyof typeof hearingCases

/** Who sits in which hearing: parties and agents, then the court's own people. */
export const seated: Record<HearingCase, { parties: readonly ActorName[]; court: readonly ActorName[] }> = {
  own: { parties: ['plaintiff', 'defendant', 'agent'], court: ['judge', 'court-clerk'] },
  other: { parties: ['other-party'], court: ['other-judge', 'court-clerk'] },
  sealed: { parties: ['sealed-party'], court: ['sealed-judge'] },
  foreign: { parties: ['foreign-party'], court: ['foreign-judge', 'foreign-court-clerk'] },
}

export const hearingDay = '2026-03-20'

/** One inquiry in each of these cases, everybody of the case on its roll, nobody at the door yet. */
export async function buildHearings({ all, as, headOf }: Scene, people: People, cases: Record<CaseName, WorldCase>) {
  const hearings = {} as Record<HearingCase, string>
  for (const [name, by] of Object.entries(hearingCases) as [HearingCase, StaffName][]) {
    const ctx = as(people.staff[by])
    const { courtSlug, caseId, courtId } = cases[name]
    const room = await all.room.create({
      data: { courtId, kind: 'courtroom', nameZh: `法庭${name}`, nameEn: `Room ${name}` },
    })
    const plan = must(await planHearing(ctx, { courtSlug, caseId, kind: 'inquiry' }))
    const { hearingId } = must(
      await scheduleHearing(ctx, {
        courtSlug,
        caseId,
        key: `world-hearing-${name}`,
        headSeq: plan.headSeq,
        kind: 'inquiry',
        day: hearingDay,
        time: '09:30',
        minutes: 30,
        roomId: room.id,
        seats: plan.people.map(({ who, side }) => ({ who, mode: side === 'court' ? 'in-court' : 'online' })),
        exclusions: [],
        exclusionsChecked: true,
        note: '',
      }),
    )
    hearings[name] = hearingId
    cases[name].headSeq = await headOf(caseId)
  }
  return hearings
}
