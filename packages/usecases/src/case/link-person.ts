import type { Tx } from '@court/db/database'
import type { UseCaseContext } from '../context.ts'
import { timeBook } from '../clocks/time-book.ts'
import { inNation } from '../nation.ts'
import { openCase } from './open-case.ts'
import { savePeople } from './record/save-people.ts'

/**
 * The job `link-person`: somebody proved who they are, and courts may know them as a party already, such as a defendant who registers
 * after the papers came. Each court looks among its own parties by the blind index; what the code lets them see they see from now on.
 * Returns in how many cases they were found. Running it twice changes nothing.
 */
export async function linkPerson(ctx: UseCaseContext, { personId }: { personId: string }): Promise<number> {
  const { person, courts } = await inNation(ctx, async (tx) => ({
    person: await tx.person.findUnique({
      where: { id: personId },
      select: { idKind: true, idIndex: true, identityLevel: true, status: true },
    }),
    courts: await tx.court.findMany({ where: { status: { not: 'preparing' } }, select: { id: true } }),
  }))
  if (!person?.idIndex || person.identityLevel < 1 || person.status !== 'active') return 0
  const { idKind, idIndex } = person
  let found = 0
  for (const { id: courtId } of courts) found += await linkInCourt(ctx, courtId, { idKind, idIndex })
  return found
}

async function linkInCourt(
  ctx: UseCaseContext,
  courtId: string,
  { idKind, idIndex }: { idKind: string | null; idIndex: string },
): Promise<number> {
  const inCourt = <T>(fn: (tx: Tx) => Promise<T>) => ctx.db.withCourt({ courtId, actor: ctx.actor }, fn)
  const parties = await inCourt((tx) =>
    tx.party.findMany({
      where: { courtId, idKind, idIndex, kind: 'person', personId: null },
      select: { caseId: true },
      distinct: ['caseId'],
    }),
  )
  for (const { caseId } of parties)
    await inCourt(async (tx) => {
      const open = await openCase(tx, ctx, { courtId, caseId, lock: true })
      if (open.ok) await savePeople(tx, ctx, timeBook(ctx, open.value), [])
    })
  return parties.length
}
