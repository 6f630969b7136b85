import { z } from 'zod'
import type { Tx } from '@court/db/database'
import type { UseCaseContext } from '../context.ts'
import { inNation } from '../nation.ts'
import { spend } from '../rate-limit.ts'
import { accepted, refuse, type Refusal, type Result, type Words } from '../refusal.ts'
import { readReceiptNumber } from './receipt-number.ts'
import { receiptTitle } from './receipt-view.ts'

export const checkReceiptInput = z.strictObject({ number: z.string().max(60) })
export const checkFileInput = z.strictObject({
  number: z.string().max(60),
  /** Of the file, in hexadecimal; the page computes it, the file does not leave the device. */
  sha256: z.string().max(100),
})

/** Number, court, time, kind and hashes: nothing of the case, of the people, not even names of files. */
export type CheckedReceipt = {
  number: string
  court: { slug: string; name: Words; zone: string }
  kind: string
  title: Words
  receivedAt: Date
  sha256: string[]
}

export type CheckedFile = CheckedReceipt & { isIn: boolean }

/** Is this a receipt of a court, and of what? For anybody who holds its number. */
export function checkReceipt(
  ctx: UseCaseContext,
  { number }: z.infer<typeof checkReceiptInput>,
): Promise<Result<CheckedReceipt>> {
  return inNation(ctx, (tx) => find(tx, ctx, number))
}

/** Was exactly this file handed in with this receipt? */
export async function checkFile(
  ctx: UseCaseContext,
  { number, sha256 }: z.infer<typeof checkFileInput>,
): Promise<Result<CheckedFile>> {
  const hash = sha256.replace(/\s/g, '').toLowerCase()
  if (!/^[0-9a-f]{64}$/.test(hash)) return noHash()
  const found = await inNation(ctx, (tx) => find(tx, ctx, number))
  return found.ok ? accepted({ ...found.value, isIn: found.value.sha256.includes(hash) }) : found
}

async function find(tx: Tx, ctx: UseCaseContext, typed: string): Promise<Result<CheckedReceipt>> {
  const refusal = await spend(tx, ctx, [
    { name: 'check-receipt', subject: ctx.clientAddress ?? 'unknown', max: 60, windowSeconds: 600 },
  ])
  if (refusal) return refusal
  const number = readReceiptNumber(typed)
  if (number === null) return noSuchReceipt()
  const [row] = await tx.$queryRaw<ReceiptRow[]>`select * from receipt_by_number(${number})`
  const court = row && (await tx.court.findUnique({ where: { id: row.court_id } }))
  if (!row || !court) return noSuchReceipt()
  return accepted({
    number: row.number,
    court: { slug: court.slug, name: { zh: court.nameZh, en: court.nameEn }, zone: court.zone },
    kind: row.kind,
    title: receiptTitle(row.kind),
    receivedAt: row.received_at,
    sha256: z.array(z.string()).parse(row.file_hashes),
  })
}

type ReceiptRow = { number: string; court_id: string; kind: string; received_at: Date; file_hashes: unknown }

const noSuchReceipt = (): Refusal =>
  refuse({
    kind: 'not-found',
    ruleId: 'receipt.not-found',
    reason: {
      zh: '没有这个编号的回执。请照回执逐字核对，例如 R26-7KQ3M-9XTVD。',
      en: 'There is no receipt of this number. Compare it with the receipt, sign by sign; it looks like R26-7KQ3M-9XTVD.',
    },
  })

const noHash = (): Refusal => {
  const reason = {
    zh: '文件指纹（SHA-256）应为64位十六进制数。请重新选择文件，由页面计算。',
    en: 'A fingerprint (SHA-256) has 64 hexadecimal digits. Choose the file again and let the page compute it.',
  }
  return refuse({ kind: 'invalid', ruleId: 'receipt.hash', reason, fields: { sha256: reason } })
}
