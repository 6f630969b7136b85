import type { z } from 'zod'
import type { Tx } from '@court/db/database'
import { countHearingDays, listDayHearings, type DayHearingRow } from '@court/db/reads/day-hearings'
import { plusDays } from '@court/procedure/docket/legal-time'
import { inCourt } from '../case/in-court.ts'
import { codeByHash } from '../codes/load-code.ts'
import type { UseCaseContext } from '../context.ts'
import { courtBrief, type CourtBrief } from '../courts/court-brief.ts'
import { deskReach } from '../desk/desk-reach.ts'
import { accepted, notFound, type Result } from '../refusal.ts'
import { kindTitles } from './hearing-texts.ts'
import type { dayListInput, DayList, HearingKind, HearingLine } from './hearing-types.ts'

type Person = HearingLine['people'][number]

/** The hearings of a day of the actor's court, in the order of their time: those of cases within the actor's reach. */
export async function listDay(ctx: UseCaseContext, { day }: z.infer<typeof dayListInput>): Promise<Result<DayList>> {
  const allowed = deskReach(ctx)
  if (!allowed.ok) return allowed
  const { reach } = allowed
  return inCourt(ctx, reach.courtId, async (tx) => {
    const court = await courtBrief(tx, ctx, { id: reach.courtId })
    if (!court) return notFound()
    const wanted = day ?? court.today
    const rows = await listDayHearings(tx, { reach, day: wanted })
    const days = await countHearingDays(tx, { reach, from: plusDays(wanted, -7), to: plusDays(wanted, 28) })
    const lines: HearingLine[] = []
    for (const row of rows) lines.push(await lineOf(tx, row, { court, staffId: reach.staffId }))
    return accepted({ day: wanted, today: court.today, zone: court.zone, lines, days })
  })
}

async function lineOf(
  tx: Tx,
  row: DayHearingRow,
  { court, staffId }: { court: CourtBrief; staffId: string },
): Promise<HearingLine> {
  // Codes are kept in memory by their hash: the hearings of a day share one or two.
  const { roles } = await codeByHash(tx, row.codeHash)
  return {
    hearingId: row.hearingId,
    caseId: row.caseId,
    courtSlug: court.slug,
    courtName: court.name,
    zone: court.zone,
    caseNumber: row.caseNumber,
    caseTitle: row.caseTitle,
    kindTitle: kindTitles[row.kind as HearingKind],
    status: row.status as HearingLine['status'],
    startsAt: row.startsAt,
    minutes: row.minutes,
    room: row.roomZh === null ? null : { zh: row.roomZh, en: row.roomEn ?? row.roomZh },
    mode: (row.people.find((one) => one.staffId === staffId)?.mode ?? null) as HearingLine['mode'],
    people: row.people.map(({ name, role, mode, consent }) => ({
      name,
      roleTitle: roles[role]?.title ?? { zh: role, en: role },
      mode: mode as Person['mode'],
      consent: consent as Person['consent'],
    })),
  }
}
