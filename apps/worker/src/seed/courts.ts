import type { StaffActor } from '@court/usecases/actor'
import { foundNation } from '@court/usecases/admin/found-nation'
import { takeCourtOn } from '@court/usecases/admin/take-court-on'
import type { UnitInput } from '@court/usecases/admin/court-input'
import { readCourt } from '@court/usecases/admin/read-court'
import { seedCourts, type SeedCourt } from './data/courts.ts'
import { joinStaff } from './join-staff.ts'
import { must, type World } from './world.ts'

export const codesFrom = '2016-01-01'

export type FoundedCourt = { court: SeedCourt; courtId: string; units: string[] }

type Founded = { national: StaffActor; courts: FoundedCourt[]; totpSecret: string; login: string; name: string }

/** The supreme court founds the house and takes on every court below it, parents first, as they stand in the table. */
export async function foundCourts(world: World, { password, at }: { password: string; at: Date }): Promise<Founded> {
  const [supreme, ...others] = seedCourts
  if (!supreme) throw new Error('the table of courts is empty')
  const login = 'national.admin'
  const name = '林示例'
  const founded = must(
    await foundNation(world.asAdmin({ kind: 'anonymous' }, at), {
      ...namesOf(supreme),
      code: supreme.code,
      codeFrom: codesFrom,
      unit: { kind: 'division', nameZh: '信息中心', nameEn: 'Information Centre' },
      admin: { login, name },
    }),
    'the founding',
  )
  if (!founded.token) throw new Error('the first administrator has no invitation')
  const { totpSecret, sessionId } = await joinStaff(world, { token: founded.token, password, at })
  const { accountId, staffId, courtId } = founded
  const national: StaffActor = { kind: 'staff', accountId, staffId, courtId, roles: ['national-admin'], sessionId }
  const courts: FoundedCourt[] = [{ court: supreme, courtId, units: [founded.unitId] }]
  for (const court of others) courts.push(await takeOn(world, { court, national, courts, at }))
  return { national, courts, totpSecret, login, name }
}

async function takeOn(
  world: World,
  { court, national, courts, at }: { court: SeedCourt; national: StaffActor; courts: FoundedCourt[]; at: Date },
): Promise<FoundedCourt> {
  const parent = courts.find((one) => one.court.code === court.parent)
  if (!parent) throw new Error(`${court.code} stands in the table before its parent ${court.parent}`)
  const ctx = world.asAdmin(national, at)
  const { courtId } = must(
    await takeCourtOn(ctx, {
      key: `seed-court-${court.slug}`,
      parentId: parent.courtId,
      level: court.level,
      ...namesOf(court),
      code: court.code,
      codeFrom: codesFrom,
      units: unitsOf(court),
    }),
    `the court ${court.code}`,
  )
  const page = must(await readCourt(ctx, { courtId }), `the page of ${court.code}`)
  return { court, courtId, units: page.units.map(({ id }) => id) }
}

const namesOf = (court: SeedCourt) => ({
  nameZh: court.zh,
  nameEn: court.en,
  slug: court.slug,
  contact: {
    phone: court.phone,
    addressZh: court.addressZh,
    addressEn: court.addressEn,
    hoursZh: '工作日 8:30–12:00，14:00–17:30',
    hoursEn: 'Court days 8:30–12:00 and 14:00–17:30',
  },
})

const unitsOf = ({ tribunals = [] }: SeedCourt): UnitInput[] => [
  { kind: 'division', nameZh: '立案庭', nameEn: 'Filing Division' },
  { kind: 'division', nameZh: '民事审判庭', nameEn: 'Civil Division' },
  ...tribunals.map(({ zh, en }): UnitInput => ({ kind: 'tribunal', nameZh: zh, nameEn: en })),
]
