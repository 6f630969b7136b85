import type { UseCaseContext } from '../context.ts'
import { atStaffDoor, mayEnter, type StaffSite } from './staff-door.ts'

export type StaffPlace = { courtId: string; staffId: string; nameZh: string; nameEn: string; roles: string[] }

/** Where an account may begin work on this site: its active posts, each looked up in its own court. */
export async function postsOf(ctx: UseCaseContext, accountId: string, site: StaffSite): Promise<StaffPlace[]> {
  const posts = await atStaffDoor(ctx, async (tx) => {
    const rows = await tx.staffPost.findMany({ where: { accountId }, orderBy: { courtId: 'asc' }, take: 50 })
    const courts = await tx.court.findMany({
      where: { id: { in: rows.map(({ courtId }) => courtId) } },
      select: { id: true, nameZh: true, nameEn: true },
    })
    return rows.flatMap((row) => courts.filter(({ id }) => id === row.courtId).map((court) => ({ ...row, ...court })))
  })
  const places: StaffPlace[] = []
  for (const { courtId, staffId, nameZh, nameEn } of posts) {
    const member = await ctx.db.withCourt({ courtId, actor: { kind: 'staff', staffId } }, (tx) =>
      tx.staffMember.findUnique({
        where: { courtId_id: { courtId, id: staffId } },
        select: { accountId: true, roles: true, isActive: true },
      }),
    )
    if (member?.isActive && member.accountId === accountId && mayEnter(site, member.roles))
      places.push({ courtId, staffId, nameZh, nameEn, roles: member.roles })
  }
  return places
}
