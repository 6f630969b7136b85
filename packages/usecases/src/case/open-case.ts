import type { Tx } from '@court/db/database'
import type { ResolvedCode } from '@court/procedure/code/resolved-code'
import type { Acting } from '@court/procedure/docket/acting'
import type { CaseState } from '@court/procedure/docket/case-state'
import { clocksOf, type ClockView } from '@court/procedure/docket/clocks'
import type { Entry } from '@court/procedure/docket/entry'
import { fold } from '@court/procedure/docket/fold'
import { visibleTo } from '@court/procedure/docket/view'
import { codeByHash, loadCode } from '../codes/load-code.ts'
import type { UseCaseContext } from '../context.ts'
import { courtBrief, type CourtBrief } from '../courts/court-brief.ts'
import { findCourtId } from '../courts/find-court-id.ts'
import { accepted, notFound, type Result } from '../refusal.ts'
import { actingIn } from './acting-in.ts'

/** A case with its docket, read inside one transaction, as one actor meets it. */
export type OpenCase = {
  court: CourtBrief
  row: CaseRow
  people: CasePeople
  /** The whole docket; what the actor may read of it is `visible`. */
  entries: Entry[]
  visible: Entry[]
  /** The code of today for a case filed on its day. */
  code: ResolvedCode
  state: CaseState
  clocks: ClockView[]
  acting: Acting
  now: string
}

export type CaseRow = NonNullable<Awaited<ReturnType<typeof readRow>>>
export type CasePeople = Awaited<ReturnType<typeof readPeople>>
export type PartyRow = CasePeople['parties'][number]
export type RepresentationRow = CasePeople['representations'][number]

/** The court's id, or null: for a member of staff every other court is absent. */
export async function courtIdFor(ctx: UseCaseContext, slug: string): Promise<string | null> {
  const courtId = await findCourtId(ctx, slug)
  if (ctx.actor.kind === 'staff' && ctx.actor.courtId !== courtId) return null
  return courtId
}

/** `lock`: nobody else changes the case until this transaction ends. What the actor may not see at all is absent. */
export async function openCase(
  tx: Tx,
  ctx: UseCaseContext,
  { courtId, caseId, lock = false }: { courtId: string; caseId: string; lock?: boolean },
): Promise<Result<OpenCase>> {
  if (lock)
    await tx.$queryRaw`select 1 from court_case where court_id = ${courtId}::uuid and id = ${caseId}::uuid for update`
  const row = await readRow(tx, courtId, caseId)
  const court = row && (await courtBrief(tx, ctx, { id: courtId }))
  if (!row || !court) return notFound()
  const entries = await readDocket(tx, courtId, caseId)
  const people = await readPeople(tx, courtId, caseId)
  const code = await codeOfCase(tx, ctx, { court, row, entries })
  return caseAsMet(ctx, { court, row, people, entries, code })
}

/** A case whose rows were read, as the actor of `ctx` meets it; absent when there is nothing in it for them. */
export function caseAsMet(
  ctx: UseCaseContext,
  { court, row, people, entries, code }: Pick<OpenCase, 'court' | 'row' | 'people' | 'entries' | 'code'>,
): Result<OpenCase> {
  const now = ctx.now().toISOString()
  const state = fold(entries, code)
  const acting = actingIn(ctx, { row, people, code, today: court.today })
  const visible = ctx.actor.kind === 'system' ? entries : visibleTo(entries, code, acting)
  if (visible.length === 0) return notFound()
  const clocks = clocksOf(entries, code, now)
  return accepted({ court, row, people, entries, visible, code, state, clocks, acting, now })
}

export async function readDocket(tx: Tx, courtId: string, caseId: string): Promise<Entry[]> {
  const rows = await tx.docketEntry.findMany({
    where: { courtId, caseId },
    orderBy: { seq: 'asc' },
    select: { body: true },
  })
  // Written by `recordDecision`, sealed by the engine; the chain is checked whenever something is decided or shown.
  return rows.map(({ body }) => body as unknown as Entry)
}

/** A court without a code today still shows its old cases, under the code they were last decided under. */
export async function codeOfCase(
  tx: Tx,
  ctx: UseCaseContext,
  { court, row, entries }: { court: CourtBrief; row: { codeHash: string }; entries: readonly Entry[] },
): Promise<ResolvedCode> {
  const filedOn = entries[0]?.on ?? null
  return (
    (await loadCode(tx, ctx, { courtId: court.courtId, on: court.today, filedOn })) ??
    (await codeByHash(tx, row.codeHash))
  )
}

const staffColumns = { select: { id: true, name: true, title: true } } as const

const readRow = (tx: Tx, courtId: string, caseId: string) =>
  tx.case.findUnique({
    where: { courtId_id: { courtId, id: caseId } },
    include: { judge: staffColumns, clerk: staffColumns, unit: { select: { nameZh: true, nameEn: true } } },
  })

/** Who stands in the case. A person sees of `standing` only their own row. */
async function readPeople(tx: Tx, courtId: string, caseId: string) {
  const where = { courtId, caseId }
  const parties = await tx.party.findMany({ where, orderBy: [{ side: 'desc' }, { position: 'asc' }] })
  const representations = await tx.representation.findMany({ where, orderBy: { id: 'asc' } })
  const standing = await tx.casePerson.findMany({ where: { ...where, toAt: null } })
  return { parties, representations, standing }
}
