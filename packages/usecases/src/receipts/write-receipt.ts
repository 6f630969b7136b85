import type { Tx } from '@court/db/database'
import type { Upload } from '@court/db/generated/client'
import type { UseCaseContext } from '../context.ts'
import { materialsOf } from '../uploads/material-view.ts'
import type { ReceiptFile } from './receipt-view.ts'

type Writing = {
  courtId: string
  caseId: string
  number: string
  kind: string
  personId: string | null
  entrySeq: number
  uploads: readonly Upload[]
}

/** The receipt in the case, and its line in the public directory, which knows number, court, time, kind and hashes alone. */
export async function writeReceipt(tx: Tx, ctx: UseCaseContext, writing: Writing): Promise<void> {
  const { courtId, caseId, number, kind, personId, entrySeq, uploads } = writing
  const files = filesOf(uploads)
  const at = ctx.now()
  await tx.receipt.createMany({
    data: [{ courtId, id: ctx.newId(), caseId, number, kind, personId, entrySeq, fileHashes: files, at }],
  })
  const fileHashes = files.map(({ sha256 }) => sha256)
  await tx.receiptDirectory.createMany({ data: [{ number, courtId, caseId, kind, receivedAt: at, fileHashes }] })
}

function filesOf(uploads: readonly Upload[]): ReceiptFile[] {
  const sm3 = new Map(uploads.map((upload) => [upload.id, upload.sm3 ?? '']))
  return materialsOf(uploads).flatMap(({ id: materialId, title: material, files }) =>
    files.map(({ id, fileName, sizeBytes, pages, sha256 }) => ({
      materialId,
      material,
      fileName,
      sizeBytes,
      pages,
      sha256,
      sm3: sm3.get(id) ?? '',
    })),
  )
}
