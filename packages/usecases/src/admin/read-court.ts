import { z } from 'zod'
import { localDate } from '@court/procedure/docket/legal-time'
import type { UseCaseContext } from '../context.ts'
import { accepted, notFound, type Result, type Words } from '../refusal.ts'
import { contactSchema, type CourtContact } from './court-input.ts'
import { reachCourt } from './reach.ts'
import { wordsOr } from './words-or.ts'

export type CourtPage = {
  id: string
  parent: { id: string; nameZh: string; nameEn: string } | null
  level: string
  zone: string
  nameZh: string
  nameEn: string
  /** The latest first, each with the instant at which it ended. */
  earlierNames: EarlierName[]
  slug: string
  regionCode: string | null
  status: string
  contact: CourtContact
  today: string
  codes: { code: string; validFrom: string; validTo: string | null; isNow: boolean }[]
  units: {
    id: string
    kind: string
    nameZh: string
    nameEn: string
    address: string | null
    isActive: boolean
    staffCount: number
  }[]
  packs: { packId: string; title: Words; version: string | null; validFrom: string; validTo: string | null }[]
  staffCount: number
  openCaseCount: number
  /** What is still missing before the court can receive filings. */
  missing: MissingPart[]
}

export type EarlierName = { nameZh: string; nameEn: string; until: Date }

export type MissingPart = 'code-number' | 'packs' | 'unit' | 'filing-staff'

/** Everything an administrator sees of one court on one page. */
export function readCourt(ctx: UseCaseContext, { courtId }: { courtId: string }): Promise<Result<CourtPage>> {
  const admin = reachCourt(ctx, courtId)
  if (!admin.ok) return Promise.resolve(admin)
  return ctx.db.withCourt({ courtId, actor: admin.actor }, async (tx) => {
    const court = await tx.court.findUnique({ where: { id: courtId }, include: { codes: true, parent: true } })
    if (!court) return notFound()
    const units = await tx.unit.findMany({ where: { courtId }, orderBy: [{ position: 'asc' }, { id: 'asc' }] })
    const staff = await tx.staffMember.findMany({
      where: { courtId, isActive: true },
      select: { unitId: true, roles: true },
    })
    const assigned = await tx.courtCodeAssignment.findMany({
      where: { courtId },
      orderBy: [{ validFrom: 'asc' }, { packId: 'asc' }],
    })
    const packs = await tx.codePack.findMany({
      where: { packId: { in: assigned.map(({ packId }) => packId) } },
      select: { packId: true, version: true, title: true, hash: true, validFrom: true },
      orderBy: { validFrom: 'asc' },
    })
    const renamings = await tx.nationalAudit.findMany({
      where: { subjectKind: 'court', subjectId: courtId, action: 'court-renamed' },
      orderBy: [{ at: 'desc' }, { id: 'desc' }],
      select: { at: true, data: true },
    })
    const openCaseCount = await tx.case.count({ where: { courtId, closedAt: null } })
    const day = localDate(ctx.now().toISOString(), court.zone)
    const codes = court.codes
      .map(({ code, validFrom, validTo }) => ({ code, validFrom, validTo, isNow: isNow({ validFrom, validTo }, day) }))
      .sort((a, b) => (a.validFrom < b.validFrom ? 1 : -1))
    return accepted({
      id: court.id,
      parent: court.parent && { id: court.parent.id, nameZh: court.parent.nameZh, nameEn: court.parent.nameEn },
      level: court.level,
      zone: court.zone,
      nameZh: court.nameZh,
      nameEn: court.nameEn,
      earlierNames: renamings.flatMap(earlierName),
      slug: court.slug,
      regionCode: court.regionCode,
      status: court.status,
      contact: contactSchema.safeParse(court.contact).data ?? {},
      today: day,
      codes,
      units: units.map((unit) => ({
        id: unit.id,
        kind: unit.kind,
        nameZh: unit.nameZh,
        nameEn: unit.nameEn,
        address: unit.address,
        isActive: unit.isActive,
        staffCount: staff.filter(({ unitId }) => unitId === unit.id).length,
      })),
      packs: assigned.map((one) => {
        const pack = packs.findLast(
          ({ packId, hash }) => packId === one.packId && (one.packHash === null || one.packHash === hash),
        )
        const title = wordsOr(pack?.title, one.packId)
        return {
          packId: one.packId,
          title,
          version: pack?.version ?? null,
          validFrom: one.validFrom,
          validTo: one.validTo,
        }
      }),
      staffCount: staff.length,
      openCaseCount,
      missing: missingOf({
        hasCode: codes.some((code) => code.isNow),
        hasPacks: assigned.some((one) => isNow(one, day)),
        hasUnit: units.some((unit) => unit.isActive),
        hasFilingStaff: staff.some(({ roles }) =>
          roles.some((role) => role === 'filing-clerk' || role === 'filing-judge'),
        ),
      }),
    })
  })
}

const renamed = z.object({ before: z.object({ nameZh: z.string(), nameEn: z.string() }) })

function earlierName({ at, data }: { at: Date; data: unknown }): EarlierName[] {
  const read = renamed.safeParse(data)
  return read.success ? [{ ...read.data.before, until: at }] : []
}

export function missingOf(has: {
  hasCode: boolean
  hasPacks: boolean
  hasUnit: boolean
  hasFilingStaff: boolean
}): MissingPart[] {
  return [
    ...(has.hasCode ? [] : (['code-number'] as const)),
    ...(has.hasPacks ? [] : (['packs'] as const)),
    ...(has.hasUnit ? [] : (['unit'] as const)),
    ...(has.hasFilingStaff ? [] : (['filing-staff'] as const)),
  ]
}

const isNow = (one: { validFrom: string; validTo: string | null }, day: string) =>
  one.validFrom <= day && (one.validTo === null || one.validTo >= day)
