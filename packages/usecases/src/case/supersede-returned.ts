import type { Tx } from '@court/db/database'

type Taken = { courtId: string; caseId: string; partyId: string | null; taken: readonly string[] }

/** What the court had returned is replaced by the new material of its kind from the same party; the old one stays in the file, marked. */
export async function supersedeReturned(tx: Tx, { courtId, caseId, partyId, taken }: Taken): Promise<void> {
  if (taken.length === 0) return
  const fresh = await tx.material.findMany({
    where: { courtId, id: { in: [...taken] } },
    select: { id: true, kind: true },
    orderBy: { position: 'asc' },
  })
  for (const { id, kind } of fresh)
    await tx.material.updateMany({
      where: {
        courtId,
        caseId,
        kind,
        partyId,
        id: { notIn: [...taken] },
        reviewStatus: { in: ['returned', 'original-required'] },
        supersededById: null,
      },
      data: { supersededById: id },
    })
}
