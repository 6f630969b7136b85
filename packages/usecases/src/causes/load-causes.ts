import type { Tx } from '@court/db/database'
import type { CauseRow } from './cause-view.ts'

export type Catalogue = { edition: string; causes: CauseRow[]; byCode: ReadonlyMap<string, CauseRow> }

/** The latest edition of the catalogue, causes in force alone, in its own order: a few hundred rows. */
export async function loadCauses(tx: Tx): Promise<Catalogue> {
  const latest = await tx.cause.findFirst({ orderBy: { edition: 'desc' }, select: { edition: true } })
  const causes = latest
    ? await tx.cause.findMany({
        where: { edition: latest.edition, isInForce: true },
        orderBy: { position: 'asc' },
        omit: { reference: true, isInForce: true },
      })
    : []
  return { edition: latest?.edition ?? '', causes, byCode: new Map(causes.map((cause) => [cause.code, cause])) }
}
