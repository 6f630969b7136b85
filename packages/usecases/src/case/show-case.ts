import { verifyChain, type Entry } from '@court/procedure/docket/entry'
import { codeWithoutAsking } from '../codes/load-code.ts'
import type { UseCaseContext } from '../context.ts'
import { briefOf } from '../courts/court-brief.ts'
import { accepted, notFound, type Result } from '../refusal.ts'
import type { CasePlace } from './case-inputs.ts'
import { caseAsMet, codeOfCase, type OpenCase } from './open-case.ts'
import { askCase, type CaseFile } from './page/ask-case.ts'
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
export async function showCase(ctx: UseCaseContext, place: CasePlace): Promise<Result<CasePage>> {
  const file = await askCase(ctx, place)
  if (!file) return notFound()
  const open = await openFile(ctx, file)
  return open.ok ? accepted(pageOf(file, ctx, open.value)) : open
}

async function openFile(ctx: UseCaseContext, file: CaseFile): Promise<Result<OpenCase>> {
  const [row, found] = [file.rows[0], file.court[0]]
  if (!row || !found) return notFound()
  const court = briefOf(found, ctx)
  const { courtId } = court
  // Written by `recordDecision`, sealed by the engine; the chain is checked below.
  const entries = file.entries.map(({ body }) => body as Entry)
  const asked = { courtId, on: court.today, filedOn: entries[0]?.on ?? null }
  const code =
    codeWithoutAsking({ code: court.code, packs: found.packs }, asked) ??
    (await ctx.db.withCourt({ courtId, actor: ctx.actor }, (tx) => codeOfCase(tx, ctx, { court, row, entries })))
  return caseAsMet(ctx, { court, row, people: file, entries, code })
}

function pageOf(file: CaseFile, ctx: UseCaseContext, open: OpenCase): CasePage {
  const party = partyNames(open)
  const staff = new Map(file.staff.map(({ id, name }) => [id, name]))
  const names = { party, staff }
  const materials = materialViews(file, open, party)
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
    claims: claimViews(file, open),
    materials,
    clocks: clockViews(open, party),
    tasks: taskViews(file, open),
    fees: feeViews(file, open),
    documents: documentViews(open, names),
    questions: questionViews(file, ctx, open, names),
    notices: noticeViews(file, ctx, open, names),
    consents: consentViews(file, open),
    grounds: groundsOf(file, ctx),
    actions: actionViews(open),
    integrity: integrityOf(open),
    headSeq: open.entries.at(-1)?.seq ?? 0,
    packs: open.code.packs.map(({ id, version, layer, title }) => ({ id, version, layer, title })),
    codeHash: open.code.hash,
  }
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
