import { z } from 'zod'
import type { UseCaseContext } from '../context.ts'
import { layersInForce, type LayerInForce } from '../codes/layers-in-force.ts'
import { loadCode } from '../codes/load-code.ts'
import { findCourtId } from './find-court-id.ts'
import { accepted, notFound, type Result, type Words } from '../refusal.ts'
import { uploadLimits, type UploadLimits } from '../uploads/upload-limits.ts'
import { courtBrief, type CourtBrief } from './court-brief.ts'
import { textIn } from './list-courts.ts'

export const courtHomeInput = z.strictObject({ slug: z.string().min(1).max(60) })

export type CourtHome = CourtBrief & {
  phone: string | null
  address: Words | null
  hours: Words | null
  units: { unitId: string; kind: string; name: Words; address: string | null }[]
  receivesFilings: boolean
  /** Told before the upload; null while the court has no code. */
  limits: UploadLimits | null
  /** The packs the court's code is made of today, national first. */
  layers: LayerInForce[]
}

/** What anybody may know of a court: how to reach it, its tribunals, under which codes it works. */
export async function courtHome(
  ctx: UseCaseContext,
  input: z.infer<typeof courtHomeInput>,
): Promise<Result<CourtHome>> {
  const courtId = await findCourtId(ctx, input.slug)
  if (!courtId) return notFound()
  return ctx.db.withCourt({ courtId, actor: ctx.actor }, async (tx) => {
    const brief = await courtBrief(tx, ctx, { id: courtId })
    if (!brief || brief.status === 'closed') return notFound()
    const { contact } = await tx.court.findUniqueOrThrow({ where: { id: courtId }, select: { contact: true } })
    const units = await tx.unit.findMany({ where: { courtId, isActive: true }, orderBy: { position: 'asc' } })
    const code = await loadCode(tx, ctx, { courtId, on: brief.today })
    return accepted({
      ...brief,
      phone: textIn(contact, 'phone'),
      address: wordsIn(contact, 'address'),
      hours: wordsIn(contact, 'hours'),
      units: units.map(({ id, kind, nameZh, nameEn, address }) => ({
        unitId: id,
        kind,
        name: { zh: nameZh, en: nameEn },
        address,
      })),
      receivesFilings: brief.status === 'open' && code?.actions['submit-filing'] !== undefined,
      limits: code && uploadLimits(code),
      layers: code ? layersInForce(code) : [],
    })
  })
}

function wordsIn(contact: unknown, name: string): Words | null {
  const zh = textIn(contact, `${name}Zh`)
  const en = textIn(contact, `${name}En`)
  const [first, second] = [zh ?? en, en ?? zh]
  return first !== null && second !== null ? { zh: first, en: second } : null
}
