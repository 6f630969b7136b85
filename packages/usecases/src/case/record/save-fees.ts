import type { Tx } from '@court/db/database'
import type { Prisma } from '@court/db/generated/client'
import type { Entry } from '@court/procedure/docket/entry'
import { feeQuote } from '@court/procedure/docket/fee-quote'
import { actorRef } from '../../audit.ts'
import type { UseCaseContext } from '../../context.ts'
import { refuse, type Refusal } from '../../refusal.ts'
import type { Book } from './book.ts'

/** Notices of fees and what was paid on them, from the entries `fee-notified` and `fee-paid`. */
export async function saveFees(tx: Tx, ctx: UseCaseContext, book: Book): Promise<Refusal | null> {
  const { court, caseId, written, state } = book
  const types = new Set([...written.map(({ type }) => type), ...written.flatMap((entry) => correctedType(entry, book))])
  // Without an entry of theirs only time can change them: what was owed becomes overdue.
  if (written.length > 0 && !types.has('fee-notified') && !types.has('fee-paid')) return null
  const where = { courtId: court.courtId, caseId }
  const count = await tx.feeNotice.count({ where })
  for (const [index, entry] of written.filter(({ type }) => type === 'fee-notified').entries())
    await tx.feeNotice.createMany({ data: [{ ...where, ...noticeOf(entry, count + index + 1, ctx, book) }] })
  for (const entry of written.filter(({ type }) => type === 'fee-paid')) {
    const refusal = await savePayment(tx, ctx, entry, book)
    if (refusal) return refusal
  }
  const paidFen = (state.byType['fee-paid'] ?? []).reduce((sum, { data }) => sum + numberOf(data['paidFen']), 0)
  const inForce = new Set((state.byType['fee-notified'] ?? []).map(({ seq }) => seq))
  for (const notice of await tx.feeNotice.findMany({ where, orderBy: { issuedAt: 'asc' } })) {
    const status = !inForce.has(notice.entrySeq ?? 0)
      ? 'waived'
      : paidFen >= Number(notice.amountFen)
        ? 'paid'
        : owedAs(notice, book)
    if (status !== notice.status)
      await tx.feeNotice.updateMany({ where: { courtId: court.courtId, id: notice.id }, data: { status } })
  }
  return null
}

function noticeOf(entry: Entry, index: number, ctx: UseCaseContext, book: Book) {
  const { code, state, clocks, caseId } = book
  const quote = feeQuote({ code, facts: state.facts, parties: state.parties, on: entry.on })
  const arithmetic = quote.ok
    ? { title: quote.title, steps: quote.steps, feeFen: quote.feeFen, rule: quote.rule, isHalved: quote.isHalved }
    : { title: null, steps: [], reason: quote.reason }
  return {
    id: ctx.newId(),
    number: `${state.caseNumber ?? caseId}费${index}`,
    kind: 'case-acceptance',
    amountFen: BigInt(numberOf(entry.data['feeFen'])),
    arithmetic: arithmetic as unknown as Prisma.InputJsonObject,
    due: clocks.find(({ startedBy }) => startedBy === entry.seq)?.due ?? null,
    status: 'owed',
    entrySeq: entry.seq,
    issuedAt: new Date(entry.at),
  }
}

async function savePayment(tx: Tx, ctx: UseCaseContext, entry: Entry, book: Book): Promise<Refusal | null> {
  const { court, caseId } = book
  const voucher = typeof entry.data['voucher'] === 'string' ? entry.data['voucher'] : ''
  const used = await tx.feePayment.findUnique({ where: { courtId_voucher: { courtId: court.courtId, voucher } } })
  if (used) return voucherUsed(voucher)
  const notice = await tx.feeNotice.findFirst({
    where: { courtId: court.courtId, caseId, status: { not: 'waived' } },
    orderBy: { issuedAt: 'desc' },
  })
  if (!notice) return nothingOwed()
  const { actorKind, actorId } = actorRef(ctx.actor)
  await tx.feePayment.createMany({
    data: [
      {
        courtId: court.courtId,
        id: ctx.newId(),
        caseId,
        feeNoticeId: notice.id,
        amountFen: BigInt(numberOf(entry.data['paidFen'])),
        method: 'voucher',
        voucher,
        paidOn: entry.on,
        recordedById: actorKind === 'staff' ? actorId : null,
        recordedAt: new Date(entry.at),
      },
    ],
  })
  return null
}

const correctedType = (entry: Entry, { entries }: Book): string[] =>
  entry.corrects === undefined ? [] : entries.filter(({ seq }) => seq === entry.corrects).map(({ type }) => type)

const owedAs = ({ entrySeq }: { entrySeq: number | null }, { clocks }: Book) =>
  clocks.some((clock) => clock.startedBy === entrySeq && clock.status === 'expired') ? 'overdue' : 'owed'

const numberOf = (value: unknown): number => (typeof value === 'number' ? value : 0)

const voucherUsed = (voucher: string) =>
  refuse({
    kind: 'invalid',
    ruleId: 'payment.voucher-used',
    reason: {
      zh: '这个票据号在本院已经登记过，请核对票据。',
      en: 'This voucher number is already recorded in this court. Check the voucher.',
    },
    facts: { voucher },
    fields: { voucher: { zh: '票据号已登记过。', en: 'This voucher number is already recorded.' } },
  })

const nothingOwed = () =>
  refuse({
    ruleId: 'payment.nothing-owed',
    reason: {
      zh: '本案没有发出交费通知，无法登记交费。',
      en: 'No fee was asked for in this case, so no payment can be recorded.',
    },
  })
