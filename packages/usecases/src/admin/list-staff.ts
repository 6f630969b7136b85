import type { UseCaseContext } from '../context.ts'
import { accepted, notFound, type Result } from '../refusal.ts'
import { reachCourt } from './reach.ts'

export type StaffRow = {
  staffId: string
  name: string
  title: string | null
  login: string
  roles: string[]
  unit: { id: string; nameZh: string; nameEn: string } | null
  weight: number
  isActive: boolean
  /** invited | active | disabled, of the account, which may serve in several courts. */
  accountStatus: string
  lastSignInAt: Date | null
}

/** Everybody who works or worked in the court: those who do first, by name. */
export function listStaff(ctx: UseCaseContext, { courtId }: { courtId: string }): Promise<Result<StaffRow[]>> {
  const admin = reachCourt(ctx, courtId)
  if (!admin.ok) return Promise.resolve(admin)
  return ctx.db.withCourt({ courtId, actor: admin.actor }, async (tx) => {
    if (!(await tx.court.findUnique({ where: { id: courtId }, select: { id: true } }))) return notFound()
    const members = await tx.staffMember.findMany({
      where: { courtId },
      include: { unit: true },
      orderBy: [{ isActive: 'desc' }, { name: 'asc' }, { id: 'asc' }],
    })
    const accounts = await tx.staffAccount.findMany({
      where: { id: { in: members.map(({ accountId }) => accountId) } },
      select: { id: true, login: true, status: true, lastSignInAt: true },
    })
    return accepted(
      members.map((member) => {
        const account = accounts.find(({ id }) => id === member.accountId)
        return {
          staffId: member.id,
          name: member.name,
          title: member.title,
          login: account?.login ?? '',
          roles: member.roles,
          unit: member.unit && { id: member.unit.id, nameZh: member.unit.nameZh, nameEn: member.unit.nameEn },
          weight: member.weight,
          isActive: member.isActive,
          accountStatus: account?.status ?? 'disabled',
          lastSignInAt: account?.lastSignInAt ?? null,
        }
      }),
    )
  })
}
