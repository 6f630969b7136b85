import type { Tx } from '@court/db/database'
import type { Prisma } from '@court/db/generated/client'
import type { Entry } from '@court/procedure/docket/entry'
import { feeQuote } from '@court/procedure/docket/fee-quote'
import { actorRef } from '../../audit.ts'
import type { UseCaseContext } from '../../context.ts'
import { refuse, type Refusal } from '../../refusal.ts'
import type { Book } from './book.ts'

/**
 * Notices of fees and what was paid on them. Entries come in pairs: `fee-notified` and `fee-paid`, `top-up-notified` and `top-up-paid`;
 * the first holds an amount (`…Fen`), the second `paidFen` and `voucher`.
 */
export async function saveFees(tx: Tx, ctx: UseCaseContext, book: Book): Promise<Refusal | null> {
  const { written } = book
  const types = [...written.map(({ type }) => type), ...written.flatMap((entry) => correctedType(entry, book))]
  // Without an entry of theirs only time can change them: what was owed becomes overdue.
  if (written.length > 0 && !types.some((type) => feeOf(type) !== null)) return null
  for (const entry of written.filter(isNotified)) await saveNotice(tx, ctx, entry, book)
  for (const entry of written.filter(isPaid)) {
    const refusal = await savePayment(tx, ctx, entry, book)
    if (refusal) return refusal
  }
  await saveStates(tx, book)
  return null
}

/** `top-up-paid` → `top-up`; null for an entry that is not about money owed. */
const feeOf = (type: string): string | null => /^(.+)-(notified|paid)$/.exec(type)?.[1] ?? null
const isNotified = ({ type, data }: Entry) => type.endsWith('-notified') && amountOf(data) !== null
const isPaid = ({ type, data }: Entry) => type.endsWith('-paid') && typeof data['paidFen'] === 'number'

const amountOf = (data: Entry['data']): number | null => {
  const amount = Object.entries(data).find(([name, value]) => name.endsWith('Fen') && typeof value === 'number')?.[1]
  return typeof amount === 'number' ? amount : null
}

async function saveNotice(tx: Tx, ctx: UseCaseContext, entry: Entry, book: Book): Promise<void> {
  const { court, code, state, clocks, caseId } = book
  const where = { courtId: court.courtId, caseId }
  const kind = feeOf(entry.type) ?? 'fee'
  const quote = feeQuote({ code, facts: state.facts, parties: state.parties, on: entry.on })
  const arithmetic = quote.ok
    ? { title: quote.title, steps: quote.steps, feeFen: quote.feeFen, rule: quote.rule, isHalved: quote.isHalved }
    : { title: null, steps: [], reason: quote.reason }
  await tx.feeNotice.createMany({
    data: [
      {
        ...where,
        id: ctx.newId(),
        number: `${state.caseNumber ?? caseId}费${(await tx.feeNotice.count({ where })) + 1}`,
        kind,
        amountFen: BigInt(amountOf(entry.data) ?? 0),
        arithmetic: arithmetic as unknown as Prisma.InputJsonObject,
        due: clocks.find(({ startedBy }) => startedBy === entry.seq)?.due ?? null,
        status: 'owed',
        entrySeq: entry.seq,
        issuedAt: new Date(entry.at),
      },
    ],
  })
}

async function savePayment(tx: Tx, ctx: UseCaseContext, entry: Entry, book: Book): Promise<Refusal | null> {
  const { court, caseId } = book
  const voucher = typeof entry.data['voucher'] === 'string' ? entry.data['voucher'] : ''
  const used = await tx.feePayment.findUnique({ where: { courtId_voucher: { courtId: court.courtId, voucher } } })
  if (used) return voucherUsed(voucher)
  const notice = await tx.feeNotice.findFirst({
    where: { courtId: court.courtId, caseId, kind: feeOf(entry.type) ?? 'fee', status: { not: 'waived' } },
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
        amountFen: BigInt(Number(entry.data['paidFen'])),
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

/** What each notice is now, from the entries that still stand: a corrected notice is waived, a corrected payment is none. */
async function saveStates(tx: Tx, { court, caseId, state, clocks }: Book): Promise<void> {
  const inForce = new Set(state.entries.map(({ seq }) => seq))
  const notices = await tx.feeNotice.findMany({
    where: { courtId: court.courtId, caseId },
    orderBy: { issuedAt: 'asc' },
  })
  for (const { id, kind, amountFen, entrySeq, status: was } of notices) {
    const paidFen = (state.byType[`${kind}-paid`] ?? []).reduce((sum, { data }) => sum + Number(data['paidFen']), 0)
    const isOver = clocks.some((clock) => clock.startedBy === entrySeq && clock.status === 'expired')
    const owed = paidFen >= Number(amountFen) ? 'paid' : isOver ? 'overdue' : 'owed'
    const status = inForce.has(entrySeq ?? 0) ? owed : 'waived'
    if (status !== was) await tx.feeNotice.updateMany({ where: { courtId: court.courtId, id }, data: { status } })
  }
}

const correctedType = (entry: Entry, { entries }: Book): string[] =>
  entry.corrects === undefined ? [] : entries.filter(({ seq }) => seq === entry.corrects).map(({ type }) => type)

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
