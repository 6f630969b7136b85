import type { Database } from '@court/db/database'

/** Apps make their database here: the import arrows keep them from reaching rows in any other way than through use cases. */
export { createDatabase, type Database, type DatabaseUrls } from '@court/db/database'
/** For the answer "come back in a while". */
export { isDatabaseAway } from '@court/db/database-errors'

/** A probe is not made to wait: a database that does not answer within this is away. */
const patienceMs = 3000

/** True when a real query was answered in each of the zones; for `/readyz`. */
export async function isDatabaseReady(
  db: Database,
  zones: readonly ('public' | 'staff' | 'system')[],
): Promise<boolean> {
  const kinds = { public: 'anonymous', staff: 'staff', system: 'system' } as const
  const answers = zones.map((zone) =>
    db.withNation({ kind: kinds[zone] }, (tx) => tx.$queryRaw`select 1 from court limit 1`),
  )
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<null>((resolve) => (timer = setTimeout(() => resolve(null), patienceMs)))
  const settled = await Promise.race([Promise.allSettled(answers), late])
  clearTimeout(timer)
  return settled?.every(({ status }) => status === 'fulfilled') ?? false
}
