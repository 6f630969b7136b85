import type { Answers, Questions } from '@court/db/question'
import { courtWithCodes, type CourtWithCodes } from '@court/db/reads/court-with-codes'
import { localDate } from '@court/procedure/docket/legal-time'
import { codeWithoutAsking, loadCode } from '../codes/load-code.ts'
import type { UseCaseContext } from '../context.ts'
import { briefOf, type CourtBrief } from '../courts/court-brief.ts'
import type { ResolvedCode } from '@court/procedure/code/resolved-code'

type Day = Pick<CourtBrief, 'today' | 'zone'>
type Desk<Q extends Questions> = { court: CourtBrief; row: CourtWithCodes; answers: Answers<Q> }

/**
 * What a page of the desk asks, together with the court, in one round trip; null when there is no such court. The questions may depend on
 * the court's day: the zone of nearly all is taken first, and a court of another one is asked again.
 */
export async function askDesk<Q extends Questions>(
  ctx: UseCaseContext,
  courtId: string,
  questionsOn: (day: Day) => Q,
): Promise<Desk<Q> | null> {
  const scope = { courtId, actor: ctx.actor }
  const usual: Day = { zone: usualZone, today: localDate(ctx.now().toISOString(), usualZone) }
  const { desk_court: courts, ...answers } = await ctx.db.askCourt(scope, {
    desk_court: courtWithCodes(courtId),
    ...questionsOn(usual),
  })
  const [row] = courts as CourtWithCodes[]
  if (!row) return null
  const court = briefOf(row, ctx)
  if (court.zone === usual.zone) return { court, row, answers: answers as unknown as Answers<Q> }
  return { court, row, answers: await ctx.db.askCourt(scope, questionsOn(court)) }
}

const usualZone = 'Asia/Shanghai'

/** The code of the court today; read from its rows only when this process meets it for the first time. */
export async function codeAtDesk(
  ctx: UseCaseContext,
  { court, row }: Pick<Desk<Questions>, 'court' | 'row'>,
): Promise<ResolvedCode | null> {
  const asked = { courtId: court.courtId, on: court.today }
  const known = codeWithoutAsking({ code: court.code, packs: row.packs }, asked)
  if (known !== undefined) return known
  return ctx.db.withCourt({ courtId: court.courtId, actor: ctx.actor }, (tx) => loadCode(tx, ctx, asked))
}
