import type { Tx } from '@court/db/database'
import type { Upload } from '@court/db/generated/client'
import { materialsOf, type UploadedMaterial } from './material-view.ts'
import type { ReachedTarget } from './upload-target.ts'

/** The files of a target that are still to be handed in, in their order. */
export const uploadsFor = (tx: Tx, { where }: Pick<ReachedTarget, 'where'>): Promise<Upload[]> =>
  tx.upload.findMany({ where: { ...where, status: 'ready' }, orderBy: [{ position: 'asc' }, { id: 'asc' }] })

export const materialsFor = async (tx: Tx, reached: Pick<ReachedTarget, 'where'>): Promise<UploadedMaterial[]> =>
  materialsOf(await uploadsFor(tx, reached))

/** Changes of one target come one after the other, so that order and count stay what they are. Held until the transaction ends. */
export async function lockTarget(tx: Tx, { where }: Pick<ReachedTarget, 'where'>): Promise<void> {
  await lock(tx, `uploads ${JSON.stringify(where)}`)
}

/** Rows that name a blob and the removal of blobs that no row names must not overlap. */
export async function lockBlob(tx: Tx, courtId: string, key: string): Promise<void> {
  await lock(tx, `blob ${courtId} ${key}`)
}

async function lock(tx: Tx, name: string): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`
}
