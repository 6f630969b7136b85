import { inCourt } from '../case/in-court.ts'
import { courtIdFor } from '../case/open-case.ts'
import type { UseCaseContext } from '../context.ts'
import { accepted, notFound, type Result } from '../refusal.ts'
import { calendarText } from './calendar-text.ts'
import { kindTitles } from './hearing-texts.ts'
import type { HearingKind, HearingPlace } from './hearing-types.ts'
import { openHearing, type OpenHearing } from './open-hearing.ts'
import { isAtCourt } from './seat-kinds.ts'

/** The hearing as a file for one's own calendar (RFC 5545). Moved or cancelled, the same event is replaced or struck out. */
export async function hearingCalendar(
  ctx: UseCaseContext,
  place: HearingPlace,
): Promise<Result<{ fileName: string; text: string }>> {
  const courtId = await courtIdFor(ctx, place.courtSlug)
  if (!courtId) return notFound()
  const open = await inCourt(ctx, courtId, (tx) => openHearing(tx, ctx, { ...place, courtId }))
  if (!open.ok) return open
  return accepted({ fileName: `hearing-${open.value.hearing.day}.ics`, text: eventOf(ctx, open.value) })
}

function eventOf({ locale }: UseCaseContext, open: OpenHearing): string {
  const { hearing, court, room, mine } = open
  const isEnglish = locale === 'en'
  const say = (zh: string, en: string) => (isEnglish ? en : zh)
  const title = kindTitles[hearing.kind as HearingKind]
  const place = room ? say(room.zh, room.en) : ''
  const isInPerson = mine === null || isAtCourt(mine)
  return calendarText({
    uid: `${hearing.id}@${court.id}`,
    sequence: hearing.sequence,
    isCancelled: hearing.status === 'cancelled',
    stampedAt: hearing.updatedAt,
    startsAt: hearing.startsAt,
    endsAt: new Date(hearing.startsAt.getTime() + hearing.minutes * 60_000),
    summary: `${say(title.zh, title.en)} ${open.case.number ?? open.case.title} · ${say(court.zh, court.en)}`,
    location: isInPerson ? [say(court.zh, court.en), place].filter(Boolean).join(' ') : say('在线参加', 'Online'),
    description: say(
      '候审室在询问开始前开放；请提前测试设备。详情见案件页面。',
      'The waiting room opens before the hearing; test your devices in time. See the page of the case.',
    ),
  })
}
