import { Prisma } from '../generated/client.ts'

/** Conditions joined by "and"; what is null or false falls away. */
export const allOf = (...conditions: readonly (Prisma.Sql | null | false | undefined)[]): Prisma.Sql => {
  const kept = conditions.filter((condition): condition is Prisma.Sql => Boolean(condition))
  return kept.length === 0 ? Prisma.sql`true` : Prisma.join(kept, ' and ')
}

/** A legal day, YYYY-MM-DD, moved by whole days. */
export function addDays(day: string, days: number): string {
  const at = new Date(`${day}T00:00:00Z`)
  at.setUTCDate(at.getUTCDate() + days)
  return at.toISOString().slice(0, 10)
}

/** Dates of what is due, told from `today`: over before it, soon up to `soonDays` after it. */
export type DueBand = 'over' | 'today' | 'soon'

export function isInBand(column: Prisma.Sql, band: DueBand | null, today: string, soonDays: number): Prisma.Sql | null {
  switch (band) {
    case null:
      return null
    case 'over':
      return Prisma.sql`${column} < ${today}`
    case 'today':
      return Prisma.sql`${column} = ${today}`
    case 'soon':
      return Prisma.sql`${column} > ${today} and ${column} <= ${addDays(today, soonDays)}`
  }
}
