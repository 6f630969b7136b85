import { z } from 'zod'
import type { Tx } from '@court/db/database'
import { loadCode } from '../codes/load-code.ts'
import type { UseCaseContext } from '../context.ts'
import { courtBrief } from '../courts/court-brief.ts'
import { keysetOf, pageOf } from '../keyset.ts'
import { inNation } from '../nation.ts'
import { accepted, notFound, signInNeeded, type Result, type Words } from '../refusal.ts'
import { deedWords } from './deed-words.ts'
import { isNation } from './audit-chain.ts'
import { auditOf, inAuditOf, reachAudit } from './reach-audit.ts'

const page = { cursor: z.string().max(200).optional(), limit: z.number().int().min(1).max(100).default(20) }

export const listOwnDeedsInput = z.strictObject(page)
export type ListOwnDeedsInput = z.infer<typeof listOwnDeedsInput>

/** Of one case or of one actor. */
export const listAuditInput = z.strictObject({
  whose: auditOf,
  of: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('case'), caseId: z.uuid() }),
    z.strictObject({ kind: z.literal('actor'), actorId: z.string().min(1).max(100) }),
  ]),
  ...page,
})
export type ListAuditInput = z.infer<typeof listAuditInput>

export type Deed = {
  id: string
  at: Date
  action: string
  title: Words
  actor: { kind: string; id: string }
  caseId: string | null
  subject: { kind: string; id: string } | null
  /** From where; told to the actor and to auditors alone. */
  address: string | null
}
export type Deeds = { deeds: Deed[]; nextCursor: string | null }

/** What the own account did, the latest first: a person's by all courts, staff's in their court. */
export async function listOwnDeeds(ctx: UseCaseContext, { cursor, limit }: ListOwnDeedsInput): Promise<Result<Deeds>> {
  const { actor } = ctx
  if (actor.kind === 'person')
    return inNation(ctx, (tx) => ofAccount(tx, { actorKind: 'person', actorId: actor.personId }, { cursor, limit }))
  if (actor.kind === 'staff') {
    const { courtId, staffId } = actor
    return ctx.db.withCourt({ courtId, actor }, (tx) =>
      inAudit(tx, ctx, { courtId, of: { actorId: staffId }, cursor, limit }),
    )
  }
  return signInNeeded()
}

/** For auditors: everything done in one case of a court, or by one actor in it or in the nation, the latest first. */
export async function listAudit(
  ctx: UseCaseContext,
  { whose, of, cursor, limit }: ListAuditInput,
): Promise<Result<Deeds>> {
  const reader = await reachAudit(ctx, whose)
  if (!reader.ok) return reader
  const { courtId } = reader
  return inAuditOf(ctx, reader, (tx) => {
    if (isNation(courtId))
      return of.kind === 'actor'
        ? ofAccount(tx, { actorId: of.actorId }, { cursor, limit })
        : Promise.resolve(accepted({ deeds: [], nextCursor: null }))
    const wanted = of.kind === 'case' ? { caseId: of.caseId } : { actorId: of.actorId }
    return inAudit(tx, ctx, { courtId, of: wanted, cursor, limit })
  })
}

type Asked = { cursor: string | undefined; limit: number }

async function ofAccount(
  tx: Tx,
  who: { actorKind?: string; actorId: string },
  { cursor, limit }: Asked,
): Promise<Result<Deeds>> {
  const rows = await tx.nationalAudit.findMany({
    where: { ...who, ...after(cursor) },
    orderBy: newestFirst,
    take: limit + 1,
    select: { ...columns, courtId: true },
  })
  return accepted(deedsOf(rows, limit, {}))
}

async function inAudit(
  tx: Tx,
  ctx: UseCaseContext,
  { courtId, of, cursor, limit }: Asked & { courtId: string; of: { caseId: string } | { actorId: string } },
): Promise<Result<Deeds>> {
  const court = await courtBrief(tx, ctx, { id: courtId })
  if (!court) return notFound()
  const rows = await tx.audit.findMany({
    where: { courtId, ...of, ...after(cursor) },
    orderBy: newestFirst,
    take: limit + 1,
    select: { ...columns, caseId: true },
  })
  const code = await loadCode(tx, ctx, { courtId, on: court.today })
  return accepted(deedsOf(rows, limit, code?.actions ?? {}))
}

const columns = {
  ...{ id: true, at: true, actorKind: true, actorId: true, action: true },
  ...{ subjectKind: true, subjectId: true, ip: true },
} as const
const newestFirst = [{ at: 'desc' as const }, { id: 'desc' as const }]

function after(cursor: string | undefined) {
  const from = keysetOf(cursor, 'instant')
  if (!from) return {}
  const at = new Date(from.key)
  return { OR: [{ at: { lt: at } }, { at, id: { lt: from.id } }] }
}

type Row = {
  id: string
  at: Date
  actorKind: string
  actorId: string
  action: string
  caseId?: string | null
  subjectKind: string | null
  subjectId: string | null
  ip: string | null
}

function deedsOf(rows: Row[], limit: number, acts: Readonly<Record<string, { title: Words }>>): Deeds {
  const { shown, nextCursor } = pageOf(rows, limit, ({ at, id }) => ({ key: at.toISOString(), id }))
  const deeds = shown.map((row) => ({
    id: row.id,
    at: row.at,
    action: row.action,
    title: deedWords[row.action] ?? acts[row.action]?.title ?? { zh: row.action, en: row.action },
    actor: { kind: row.actorKind, id: row.actorId },
    caseId: row.caseId ?? null,
    subject: row.subjectKind && row.subjectId ? { kind: row.subjectKind, id: row.subjectId } : null,
    address: row.ip,
  }))
  return { deeds, nextCursor }
}
