import { z } from 'zod'
import type { Tx } from '@court/db/database'
import { findingText } from '@court/procedure/code/finding'
import type { Pack } from '@court/procedure/code/pack'
import { packsByIds } from '@court/procedure/code/packs-for'
import { resolveCode } from '@court/procedure/code/resolve-code'
import type { ResolvedCode } from '@court/procedure/code/resolved-code'
import { plainDate } from '../admin/court-input.ts'
import { authoriseNational } from '../admin/reach.ts'
import { auditNation } from '../audit.ts'
import type { UseCaseContext } from '../context.ts'
import { accepted, notFound, refuse, type Refusal, type Result } from '../refusal.ts'
import { layersInForce, type LayerInForce } from './layers-in-force.ts'
import { publishedPacks } from './load-code.ts'

export const assignCodesInput = z.strictObject({
  courtId: z.uuid(),
  /** Packs by id; whatever they stand on comes with them. */
  packIds: z.array(z.string().min(1).max(100)).min(1).max(30),
  /** First day on which the court works under them. */
  from: plainDate,
})
export type AssignCodesInput = z.infer<typeof assignCodesInput>

export type CodePreview = {
  packIds: string[]
  hash: string
  layers: LayerInForce[]
}

/** What the court's code would be from that day on; a floor that is weakened or a rule that does not resolve refuses it and says where. */
export function previewCodes(ctx: UseCaseContext, input: AssignCodesInput): Promise<Result<CodePreview>> {
  const admin = authoriseNational(ctx)
  if (!admin.ok) return Promise.resolve(admin)
  return ctx.db.withNation(admin.actor, async (tx) => {
    const found = await resolveFor(tx, input)
    if (!found.ok) return found
    const { code, packIds } = found
    return accepted({ packIds, hash: code.hash, layers: layersInForce(code) })
  })
}

/**
 * From that day on the court works under these packs. What was assigned before ends the day before; the days before stay as they were,
 * and so do cases that were filed under them, as far as the packs say so.
 */
export function assignCodes(ctx: UseCaseContext, input: AssignCodesInput): Promise<Result<CodePreview>> {
  const admin = authoriseNational(ctx)
  if (!admin.ok) return Promise.resolve(admin)
  const { courtId, from } = assignCodesInput.parse(input)
  return ctx.db.withNation(admin.actor, async (tx) => {
    const found = await resolveFor(tx, input)
    if (!found.ok) return found
    const { code, packIds } = found
    const inForce = { courtId, OR: [{ validTo: null }, { validTo: { gte: from } }] }
    const before = await tx.courtCodeAssignment.findMany({ where: inForce })
    const same = before.filter((row) => row.validTo === null && row.validFrom <= from && packIds.includes(row.packId))
    const ending = before.filter((row) => !same.includes(row))
    for (const row of ending) {
      // One that would only begin on that day or later never was in force: it ends before it begins.
      await tx.courtCodeAssignment.update({ where: { id: row.id }, data: { validTo: dayBefore(from) } })
    }
    const added = packIds.filter((packId) => !same.some((row) => row.packId === packId))
    await tx.courtCodeAssignment.createMany({
      data: added.map((packId) => ({
        id: ctx.newId(),
        courtId,
        packId,
        validFrom: from,
        assignedById: admin.actor.staffId,
        assignedAt: ctx.now(),
      })),
    })
    if (added.length > 0 || ending.length > 0)
      await auditNation(tx, ctx, {
        action: 'codes-assigned',
        courtId,
        subject: { kind: 'court', id: courtId },
        data: { packIds, from, codeHash: code.hash },
      })
    return accepted({ packIds, hash: code.hash, layers: layersInForce(code) })
  })
}

type Found = { ok: true; code: ResolvedCode; packIds: string[] } | Refusal

async function resolveFor(tx: Tx, { courtId, packIds, from }: AssignCodesInput): Promise<Found> {
  const courtCode = await tx.courtCode.findFirst({
    where: { courtId, validFrom: { lte: from }, OR: [{ validTo: null }, { validTo: { gte: from } }] },
    select: { code: true },
  })
  if (!courtCode) return (await tx.court.count({ where: { id: courtId } })) > 0 ? noNumber(from) : notFound()
  const packs = await allPacks(tx)
  const unknown = packIds.filter((id) => !packs.some((pack) => pack.header.id === id))
  if (unknown.length > 0) return unknownPacks(unknown)
  const chosen = packsByIds({ packs, ids: packIds })
  const resolved = resolveCode({ packs: chosen, court: courtCode.code, on: from })
  if (!resolved.ok) return doesNotResolve(resolved.findings.map(findingText))
  return { ok: true, code: resolved.code, packIds: [...new Set(chosen.map((pack) => pack.header.id))] }
}

async function allPacks(tx: Tx): Promise<Pack[]> {
  const ids = await tx.codePack.findMany({ select: { packId: true }, distinct: ['packId'] })
  const published = await publishedPacks(
    tx,
    ids.map(({ packId }) => ({ packId, packHash: null })),
  )
  const packs = published.map(({ pack }) => pack)
  return packs.sort((left, right) => (keyOf(left) < keyOf(right) ? -1 : 1))
}

const keyOf = ({ header }: Pack) => `${header.id} ${header.version}`

const dayBefore = (day: string) => new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)

const noNumber = (from: string) =>
  refuse({
    ruleId: 'codes.no-court-code',
    reason: {
      zh: `本院在${from}还没有法院代字。请先登记代字及其起始日期。`,
      en: `The court has no code number on ${from}. Record the number and its first day first.`,
    },
    facts: { from },
  })

const unknownPacks = (packIds: string[]) =>
  refuse({
    kind: 'invalid',
    ruleId: 'codes.unknown-pack',
    reason: {
      zh: `没有发布过这些规程包：${packIds.join('、')}。`,
      en: `These packs are not published: ${packIds.join(', ')}.`,
    },
    facts: { packIds },
  })

const doesNotResolve = (findings: string[]) =>
  refuse({
    ruleId: 'codes.do-not-resolve',
    reason: {
      zh: '这些规程包合起来不能生效，请看列出的规则。',
      en: 'These packs cannot stand together. See the rules listed.',
    },
    facts: { findings },
  })
