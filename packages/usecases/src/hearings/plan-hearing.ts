import type { z } from 'zod'
import { plusDays } from '@court/procedure/docket/legal-time'
import { referenceText } from '@court/procedure/code/schema/reference'
import { inCourt } from '../case/in-court.ts'
import { courtIdFor, openCase, type OpenCase } from '../case/open-case.ts'
import type { UseCaseContext } from '../context.ts'
import { accepted, notAllowed, notFound, type Result, type Words } from '../refusal.ts'
import { timesOf } from './hearing-texts.ts'
import type { HearingPlan, planHearingInput } from './hearing-types.ts'
import { peopleOfHearing } from './people-of-hearing.ts'

/** What the clerk needs before a hearing can be set: the first day the code allows and why, courtrooms, and who is expected. */
export async function planHearing(
  ctx: UseCaseContext,
  { courtSlug, caseId, kind }: z.infer<typeof planHearingInput>,
): Promise<Result<HearingPlan>> {
  const courtId = await courtIdFor(ctx, courtSlug)
  if (!courtId) return notFound()
  return inCourt(ctx, courtId, async (tx) => {
    const open = await openCase(tx, ctx, { courtId, caseId })
    if (!open.ok) return open
    if (!mayPlan(open.value)) return notAllowed()
    const rooms = await tx.room.findMany({
      where: { courtId, isActive: true },
      orderBy: { nameZh: 'asc' },
      select: { id: true, nameZh: true, nameEn: true },
    })
    const people = await peopleOfHearing(tx, ctx, open.value, kind)
    return accepted({
      today: open.value.court.today,
      ...earliestDayOf(open.value),
      headSeq: open.value.entries.at(-1)?.seq ?? 0,
      zone: open.value.court.zone,
      rooms: rooms.map(({ id, nameZh, nameEn }) => ({ id, name: { zh: nameZh, en: nameEn } })),
      exclusions: exclusionsOf(open.value),
      people: people.map(({ who, name, role, roleTitle, side, consent, isExpected }) => ({
        who,
        name,
        role,
        roleTitle,
        side,
        consent,
        isExpected,
      })),
    })
  })
}

export const mayPlan = ({ acting, code }: OpenCase): boolean =>
  acting.ref.roles.some((role) => code.actions['schedule-hearing']?.by.includes(role))

/** The parties must be told this many days before; the sentence says which rule asks for it. */
export function earliestDayOf({ code, court }: OpenCase): { earliestDay: string; earliestBecause: Words } {
  const { noticeDays } = timesOf(code, court.today)
  const earliestDay = plusDays(court.today, noticeDays)
  const rule = code.parameters['inquiryNoticeDays']
  return {
    earliestDay,
    earliestBecause: {
      zh: `最早可以安排在${earliestDay}：至少提前${noticeDays}日通知当事人（${rule?.note?.zh ?? ''}；${referenceText(rule?.reference, 'zh')}）。`,
      en: `The first day possible is ${earliestDay}: the parties are told at least ${noticeDays} days before (${rule?.note?.en ?? ''}).`,
    },
  }
}

const exclusionsOf = ({ code }: OpenCase): HearingPlan['exclusions'] =>
  Object.entries(code.reasons)
    .filter(([, { kind }]) => kind === 'not-online')
    .sort(([, a], [, b]) => (a.order ?? 0) - (b.order ?? 0))
    .map(([id, { text, reference }]) => ({
      id,
      text,
      reference: { zh: referenceText(reference, 'zh'), en: referenceText(reference, 'en') },
    }))
