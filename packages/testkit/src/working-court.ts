import type { PrismaClient } from '@court/db/generated/client'
import { builtInCodes } from '@court/procedure/code/built-in-codes.node'
import { packsFor } from '@court/procedure/code/packs-for'
import { parsePacks } from '@court/procedure/code/parse-pack'
import { publishCauses } from '@court/usecases/causes/publish-causes'
import { assignCodes } from '@court/usecases/codes/assign-codes'
import { publishPacks } from '@court/usecases/codes/publish-packs'
import { testContext } from './context.ts'
import { buildCourt, buildStaff, type BuiltCourt } from './courts.ts'
import type { TestDatabase } from './database.ts'

export type WorkingCourts = {
  courts: Record<string, BuiltCourt>
  nationalAdmin: Awaited<ReturnType<typeof buildStaff>>
}

/** Courts that work under the codes that ship with the product (浙0212, 浙0281, 鄂0106 …), with a few causes of action to choose from. */
export async function buildWorkingCourts(
  { all, adminDb }: Pick<TestDatabase, 'all' | 'adminDb'>,
  codes: readonly string[] = ['浙0212'],
  from = '2024-01-01',
): Promise<WorkingCourts> {
  const supreme = await buildCourt(all, { level: 'supreme', code: '最高法' })
  const nationalAdmin = await buildStaff(all, { courtId: supreme.id, roles: ['national-admin'] })
  const ctx = testContext({ db: adminDb, actor: nationalAdmin })
  const files = builtInCodes()
  const published = await publishPacks(ctx, files)
  if (!published.ok) throw new Error(`the built-in codes were not published: ${JSON.stringify(published.facts)}`)
  await buildCauses(all)
  const courts: Record<string, BuiltCourt> = {}
  for (const code of codes) {
    const court = await buildCourt(all, { code })
    courts[code] = court
    const packIds = packsFor({ packs: parsePacks(files).packs, court: code }).map(({ header }) => header.id)
    const assigned = await assignCodes(ctx, { courtId: court.id, packIds, from })
    if (!assigned.ok) throw new Error(`${code} got no codes: ${assigned.reason.en} ${JSON.stringify(assigned.facts)}`)
  }
  return { courts, nationalAdmin }
}

export const testCauses = {
  edition: '2026',
  loan: 'contract.loan.private',
} as const

async function buildCauses(all: PrismaClient): Promise<void> {
  const causes = [
    ['contract', 1, null, '合同、准合同纠纷', 'Contracts and quasi-contracts'],
    ['contract.loan', 3, 'contract', '借款合同纠纷', 'Loan contracts'],
    [testCauses.loan, 4, 'contract.loan', '民间借贷纠纷', 'Private loans'],
    ['contract.sale', 3, 'contract', '买卖合同纠纷', 'Sale of goods'],
    ['contract.lease', 3, 'contract', '房屋租赁合同纠纷', 'Leases of houses'],
    ['family', 1, null, '婚姻家庭、继承纠纷', 'Marriage, family and succession'],
    ['family.divorce', 3, 'family', '离婚纠纷', 'Divorce'],
  ] as const
  await publishCauses(
    all,
    testCauses.edition,
    causes.map(([code, level, parentCode, zh, en]) => ({ code, level, parentCode, title: { zh, en } })),
  )
}
