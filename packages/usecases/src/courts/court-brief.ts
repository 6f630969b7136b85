import type { Tx } from '@court/db/database'
import { localDate } from '@court/procedure/docket/legal-time'
import type { UseCaseContext } from '../context.ts'
import type { Words } from '../refusal.ts'

/** A court as every page names it, on the day its own clocks show. */
export type CourtBrief = {
  courtId: string
  slug: string
  level: string
  name: Words
  zone: string
  status: 'preparing' | 'open' | 'closed'
  /** The code in case numbers today (浙0212); null when none is valid. */
  code: string | null
  /** The day in the court's zone, YYYY-MM-DD. */
  today: string
}

const columns = {
  id: true,
  slug: true,
  level: true,
  nameZh: true,
  nameEn: true,
  zone: true,
  status: true,
  codes: { select: { code: true, validFrom: true, validTo: true } },
} as const

type CourtRow = {
  id: string
  slug: string
  level: string
  nameZh: string
  nameEn: string
  zone: string
  status: string
  codes: { code: string; validFrom: string; validTo: string | null }[]
}

export async function courtBrief(
  tx: Tx,
  ctx: UseCaseContext,
  where: { slug: string } | { id: string },
): Promise<CourtBrief | null> {
  const court = await tx.court.findUnique({ where, select: columns })
  return court ? briefOf(court, ctx) : null
}

export function briefOf(court: CourtRow, ctx: UseCaseContext): CourtBrief {
  const today = localDate(ctx.now().toISOString(), court.zone)
  return {
    courtId: court.id,
    slug: court.slug,
    level: court.level,
    name: { zh: court.nameZh, en: court.nameEn },
    zone: court.zone,
    status: statusOf(court.status),
    code: court.codes.find((one) => isInForce(one, today))?.code ?? null,
    today,
  }
}

export const isInForce = (one: { validFrom: string; validTo: string | null }, day: string): boolean =>
  one.validFrom <= day && (one.validTo === null || day <= one.validTo)

const statusOf = (status: string): CourtBrief['status'] =>
  status === 'open' || status === 'closed' ? status : 'preparing'
