import type { Receipt } from '@court/db/generated/client'
import { z } from 'zod'
import type { Words } from '../refusal.ts'

/** What the holder of a receipt sees. */
export type ReceiptView = {
  number: string
  kind: string
  title: Words
  receivedAt: Date
  caseId: string
  /** Where anybody can check the number; the QR code holds it behind the site's own address. */
  checkPath: string
  files: ReceiptFile[]
}

export const receiptFile = z.object({
  materialId: z.string(),
  material: z.string(),
  fileName: z.string(),
  sizeBytes: z.number(),
  pages: z.number().nullable(),
  sha256: z.string(),
  sm3: z.string(),
})
export type ReceiptFile = z.infer<typeof receiptFile>

export const receiptView = ({ number, kind, at, caseId, fileHashes }: Receipt): ReceiptView => ({
  number,
  kind,
  title: receiptTitle(kind),
  receivedAt: at,
  caseId,
  checkPath: `/check/${number}`,
  files: z.array(receiptFile).parse(fileHashes),
})

/** What was handed in, in words that tell nobody more. */
export const receiptTitle = (kind: string): Words => titles[kind] ?? { zh: '诉讼材料', en: 'Court material' }

const titles: Record<string, Words> = {
  filing: { zh: '起诉材料', en: 'Filing' },
  correction: { zh: '补正材料', en: 'Correction' },
  material: { zh: '诉讼材料', en: 'Court material' },
}
