import { Prisma } from '@court/db/generated/client'
import { question } from '@court/db/question'
import { caseFile, type CaseFile } from '@court/db/reads/case-file'
import type { UseCaseContext } from '../../context.ts'
import type { CasePlace } from '../case-inputs.ts'

export type { CaseFile }

/** All rows of a case in one round trip; null where whoever asks has no such case. */
export async function askCase(ctx: UseCaseContext, { courtSlug, caseId }: CasePlace): Promise<CaseFile | null> {
  const { actor } = ctx
  // For a member of staff every other court is absent.
  if (actor.kind === 'staff') return askIn(ctx, { courtId: actor.courtId, courtSlug, caseId })
  const likely = courtIds.get(courtSlug)
  const file = likely && (await askIn(ctx, { courtId: likely, courtSlug, caseId }))
  if (file) return file
  const courtId = await findCourt(ctx, courtSlug)
  if (!courtId || courtId === likely) return null
  remember(courtSlug, courtId)
  return askIn(ctx, { courtId, courtSlug, caseId })
}

async function askIn(
  ctx: UseCaseContext,
  { courtId, courtSlug, caseId }: CasePlace & { courtId: string },
): Promise<CaseFile | null> {
  const personId = ctx.actor.kind === 'person' ? ctx.actor.personId : null
  const file = await ctx.db.askCourt({ courtId, actor: ctx.actor }, caseFile({ courtId, caseId, personId }))
  return file.court[0]?.slug === courtSlug && file.rows.length > 0 ? file : null
}

async function findCourt(ctx: UseCaseContext, slug: string): Promise<string | null> {
  const { courts } = await ctx.db.askNation(ctx.actor, {
    courts: question<{ id: string }>(Prisma.sql`select id from court where slug = ${slug}`),
  })
  return courts[0]?.id ?? null
}

// Which court lives under an address name hardly ever changes. What is remembered is not believed: the rows say again whose they are.
const courtIds = new Map<string, string>()
const courtIdsMax = 10_000

function remember(slug: string, courtId: string): void {
  const oldest = courtIds.size >= courtIdsMax ? courtIds.keys().next().value : undefined
  if (oldest !== undefined) courtIds.delete(oldest)
  courtIds.set(slug, courtId)
}
