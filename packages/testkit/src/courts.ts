import { randomBytes } from 'node:crypto'
import type { PrismaClient } from '@court/db/generated/client'
import type { StaffActor, StaffRole } from '@court/usecases/actor'
import { newId } from '@court/usecases/new-id'

export type BuiltCourt = { id: string; slug: string; code: string; nameZh: string }

type Court = {
  slug?: string
  /** Stands in case numbers, from `codeFrom` on. */
  code?: string
  codeFrom?: string
  nameZh?: string
  nameEn?: string
  level?: 'supreme' | 'high' | 'intermediate' | 'basic' | 'special'
  parentId?: string
  zone?: string
  status?: 'preparing' | 'open' | 'closed'
}

/** A court that is open, with a code of its own. */
export async function buildCourt(all: PrismaClient, court: Court = {}): Promise<BuiltCourt> {
  const mark = randomBytes(4).toString('hex')
  const {
    slug = `court-${mark}`,
    code = `试${mark}`,
    nameZh = `试行人民法院${mark}`,
    nameEn = `Test Court ${mark}`,
  } = court
  const id = newId()
  await all.court.create({
    data: {
      id,
      slug,
      nameZh,
      nameEn,
      level: court.level ?? 'basic',
      parentId: court.parentId ?? null,
      zone: court.zone ?? 'Asia/Shanghai',
      status: court.status ?? 'open',
      codes: { create: { code, validFrom: court.codeFrom ?? '2016-01-01' } },
    },
  })
  return { id, slug, code, nameZh }
}

type Unit = { courtId: string; kind?: string; nameZh?: string; nameEn?: string }

/** A division of the court, or a tribunal (人民法庭). */
export async function buildUnit(
  all: PrismaClient,
  { courtId, kind = 'division', nameZh = '立案庭', nameEn = 'Filing Division' }: Unit,
): Promise<string> {
  const { id } = await all.unit.create({ data: { courtId, id: newId(), kind, nameZh, nameEn } })
  return id
}

type Staff = {
  courtId: string
  roles: readonly StaffRole[]
  name?: string
  unitId?: string
  weight?: number
  login?: string
}

/** A member of staff who has signed in: account, post, membership of the court, session. */
export async function buildStaff(
  all: PrismaClient,
  { courtId, roles, name = '试用人员', unitId, weight = 100, login }: Staff,
): Promise<StaffActor> {
  const [accountId, staffId, sessionId] = [newId(), newId(), newId()]
  const mark = randomBytes(4).toString('hex')
  await all.$transaction([
    all.staffAccount.create({ data: { id: accountId, login: login ?? `staff-${mark}`, name, status: 'active' } }),
    all.staffMember.create({
      data: { courtId, id: staffId, accountId, name, roles: [...roles], unitId: unitId ?? null, weight },
    }),
    all.staffPost.create({ data: { accountId, courtId, staffId } }),
    all.session.create({
      data: {
        id: sessionId,
        kind: 'staff',
        staffAccountId: accountId,
        courtId,
        staffId,
        app: 'web',
        verifiedAt: new Date(),
        expiresAt: inAYear(),
      },
    }),
  ])
  return { kind: 'staff', accountId, staffId, courtId, roles, sessionId }
}

const inAYear = () => new Date(Date.now() + 365 * 86_400_000)
