import type { Tx } from '@court/db/database'
import type { Upload } from '@court/db/generated/client'
import type { UseCaseContext } from '../context.ts'
import { lockBlob } from './upload-rows.ts'

/** What was removed may be wanted back for an hour by a page that is still open; what was brought for a case is handed in within days. */
const removedHours = 1
const forCaseDays = 30
const draftDays = 366
const atOnce = 200

export type SweptUploads = { unfinished: number; files: number; drafts: number }

/**
 * The job `sweep-uploads`: uploads that nobody finished, files that were taken out or never handed in, drafts untouched for a year. The
 * bytes go only when no upload and no case of the court names them.
 */
export async function sweepUploads(ctx: UseCaseContext): Promise<SweptUploads> {
  const unfinished = await ctx.ports.uploads.removeExpired()
  const drafts = await ctx.db.withNation(ctx.actor, (tx) => sweepDrafts(tx, ctx))
  const doomed = await ctx.db.withNation(ctx.actor, (tx) =>
    tx.upload.findMany({
      where: {
        OR: [
          { status: 'removed', updatedAt: { lt: before(ctx, removedHours) } },
          { status: 'ready', draftId: null, updatedAt: { lt: before(ctx, forCaseDays * 24) } },
        ],
      },
      orderBy: { updatedAt: 'asc' },
      take: atOnce,
    }),
  )
  for (const upload of doomed) await sweepOne(ctx, upload)
  return { unfinished, files: doomed.length, drafts }
}

async function sweepDrafts(tx: Tx, ctx: UseCaseContext): Promise<number> {
  const old = await tx.draft.findMany({
    where: { submittedAt: null, updatedAt: { lt: before(ctx, draftDays * 24) } },
    select: { id: true },
    take: atOnce,
  })
  const ids = old.map(({ id }) => id)
  await tx.upload.updateMany({
    where: { draftId: { in: ids } },
    data: { status: 'removed', draftId: null, updatedAt: ctx.now() },
  })
  return (await tx.draft.deleteMany({ where: { id: { in: ids }, submittedAt: null } })).count
}

async function sweepOne(ctx: UseCaseContext, upload: Upload): Promise<void> {
  const { courtId } = upload
  await ctx.db.withCourt({ courtId, actor: ctx.actor }, async (tx) => {
    await tx.upload.deleteMany({ where: { id: upload.id } })
    for (const key of [upload.storageKey, upload.thumbnailKey]) {
      if (key === null) continue
      // Held until this transaction ends: nobody names the bytes while they go.
      await lockBlob(tx, courtId, key)
      if (!(await isNamed(tx, courtId, key))) await ctx.ports.storage.remove({ courtId, key })
    }
  })
}

/** Uploads first: one that is taken into a case in this moment is seen as an upload before, or as a blob after. */
async function isNamed(tx: Tx, courtId: string, key: string): Promise<boolean> {
  const uploads = await tx.upload.count({
    where: { courtId, status: 'ready', OR: [{ storageKey: key }, { thumbnailKey: key }] },
  })
  if (uploads > 0) return true
  return (await tx.blob.count({ where: { courtId, OR: [{ storageKey: key }, { thumbnailKey: key }] } })) > 0
}

const before = (ctx: UseCaseContext, hours: number) => new Date(ctx.now().getTime() - hours * 3_600_000)
