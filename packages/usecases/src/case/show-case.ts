import type { Tx } from '@court/db/database'
import { verifyChain } from '@court/procedure/docket/entry'
import type { UseCaseContext } from '../context.ts'
import { accepted, notFound, type Result } from '../refusal.ts'
import type { CasePlace } from './case-inputs.ts'
import { courtIdFor, openCase, type OpenCase } from './open-case.ts'
import type { CasePage, DocketIntegrity } from './page/case-page-types.ts'
import { partyNames } from './page/names.ts'
import { actionViews } from './page/view-actions.ts'
import { clockViews } from './page/view-clocks.ts'
import { documentViews } from './page/view-documents.ts'
import { docketLines } from './page/view-docket.ts'
import { caseHead, courtView, nextView, stageMap, stateView, viewerOf } from './page/view-head.ts'
import { claimViews, materialViews } from './page/view-materials.ts'
import { partyViews } from './page/view-parties.ts'
import { consentViews, feeViews, groundsOf, noticeViews, questionViews, taskViews } from './page/view-work.ts'

/** One case as this actor may see it: a party, an agent, a clerk, the judge. */
export async function showCase(ctx: UseCaseContext, { courtSlug, caseId }: CasePlace): Promise<Result<CasePage>> {
  const courtId = await courtIdFor(ctx, courtSlug)
  if (!courtId) return notFound()
  return ctx.db.withCourt({ courtId, actor: ctx.actor }, async (tx) => {
    const open = await openCase(tx, ctx, { courtId, caseId })
    return open.ok ? accepted(await pageOf(tx, ctx, open.value)) : open
  })
}

async function pageOf(tx: Tx, ctx: UseCaseContext, open: OpenCase): Promise<CasePage> {
  const party = partyNames(open)
  const staff = await staffNames(tx, open)
  const names = { party, staff }
  const materials = await materialViews(tx, open, party)
  const agents = new Map(
    open.people.representations.flatMap(({ personId, name }): [string, string][] =>
      personId ? [[personId, name]] : [],
    ),
  )
  return {
    court: courtView(open),
    today: open.court.today,
    case: caseHead(open),
    viewer: viewerOf(open),
    state: stateView(open),
    stages: stageMap(open),
    next: nextView(open),
    docket: docketLines(open, { party, staff, agents, materials }),
    parties: partyViews(ctx, open, party),
    claims: await claimViews(tx, open),
    materials,
    clocks: clockViews(open, party),
    tasks: await taskViews(tx, open),
    fees: await feeViews(tx, open),
    documents: documentViews(open, names),
    questions: await questionViews(tx, ctx, open, names),
    notices: await noticeViews(tx, ctx, open, names),
    consents: await consentViews(tx, open),
    grounds: await groundsOf(tx, ctx, open),
    actions: actionViews(open),
    integrity: integrityOf(open),
    headSeq: open.entries.at(-1)?.seq ?? 0,
    packs: open.code.packs.map(({ id, version, layer, title }) => ({ id, version, layer, title })),
    codeHash: open.code.hash,
  }
}

/** Everybody of the staff who ever stood in this docket, by id. */
async function staffNames(tx: Tx, { court, entries, row }: OpenCase): Promise<Map<string, string>> {
  const ids = new Set(entries.flatMap(({ actor }) => (actor.kind === 'staff' ? [actor.id] : [])))
  if (row.judgeId) ids.add(row.judgeId)
  const staff = await tx.staffMember.findMany({
    where: { courtId: court.courtId, id: { in: [...ids] } },
    select: { id: true, name: true },
  })
  return new Map(staff.map(({ id, name }) => [id, name]))
}

/** The chain, and whether it ends where the case says it ends: a docket cut off at the end is found too. */
export function integrityOf({ entries, row }: Pick<OpenCase, 'entries' | 'row'>): DocketIntegrity {
  const check = verifyChain(entries, { seq: row.headSeq, hash: row.headHash ?? '' })
  return {
    isWhole: check.valid,
    entries: entries.length,
    headHash: row.headHash,
    brokenAt: check.valid ? null : check.seq,
  }
}
