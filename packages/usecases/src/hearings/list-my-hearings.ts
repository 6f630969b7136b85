import { listPersonHearings } from '@court/db/reads/person-hearings'
import { authorisePerson } from '../authorise.ts'
import type { UseCaseContext } from '../context.ts'
import { inNation } from '../nation.ts'
import { accepted, type Result } from '../refusal.ts'
import type { HearingLine } from './hearing-types.ts'

const day = 86_400_000

/** Coming hearings of the person over all courts, and those of the last ninety days, from the directory; no court is asked. */
export async function listMyHearings(ctx: UseCaseContext): Promise<Result<HearingLine[]>> {
  const person = authorisePerson(ctx)
  if (!person.ok) return person
  const rows = await inNation(ctx, (tx) =>
    listPersonHearings(tx, {
      personId: person.actor.personId,
      after: new Date(ctx.now().getTime() - 90 * day),
      limit: 100,
    }),
  )
  return accepted(
    rows.map((row) => ({
      // Written by `saveHearingLines`.
      ...(row.line as Omit<HearingLine, 'hearingId' | 'caseId' | 'courtSlug' | 'courtName' | 'zone' | 'startsAt'>),
      hearingId: row.hearingId,
      caseId: row.caseId,
      courtSlug: row.courtSlug,
      courtName: { zh: row.courtNameZh, en: row.courtNameEn },
      zone: row.zone,
      startsAt: row.startsAt,
    })),
  )
}
