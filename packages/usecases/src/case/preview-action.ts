import type { Tx } from '@court/db/database'
import type { Decision } from '@court/procedure/docket/decide'
import { clockChanges } from '@court/procedure/docket/clock-changes'
import { tasksOf } from '@court/procedure/docket/tasks'
import type { UseCaseContext } from '../context.ts'
import { fillWords } from '../notices/fill-words.ts'
import { accepted, notFound, type Result, type Words } from '../refusal.ts'
import { wantedOf } from './act-in-case.ts'
import { foresee, type Candidate } from './allocate.ts'
import type { PreviewActionInput } from './case-inputs.ts'
import { actionOf, changedSince, decideAction, noSuchAction, prepareAction } from './decide-action.ts'
import { courtIdFor, openCase, type OpenCase } from './open-case.ts'
import type { ActionPreview } from './page/case-page-types.ts'
import { partyNames } from './page/names.ts'
import { particularsProblem } from './save-particulars.ts'
import { roleView, same, titleOfEntry, titleOfState } from './page/role-view.ts'

/** What an action would do, decided by the same engine and not saved. Number and judge are foreseen: somebody else may come first. */
export async function previewAction(ctx: UseCaseContext, input: PreviewActionInput): Promise<Result<ActionPreview>> {
  const courtId = await courtIdFor(ctx, input.courtSlug)
  if (!courtId) return notFound()
  return ctx.db.withCourt({ courtId, actor: ctx.actor }, async (tx) => {
    const open = await openCase(tx, ctx, { courtId, caseId: input.caseId })
    return open.ok ? preview(tx, ctx, open.value, input) : open
  })
}

async function preview(
  tx: Tx,
  ctx: UseCaseContext,
  open: OpenCase,
  { action, input, headSeq }: PreviewActionInput,
): Promise<Result<ActionPreview>> {
  if (!actionOf(open, action)) return noSuchAction()
  const changed = headSeq === undefined ? null : await changedSince(tx, open, headSeq)
  if (changed) return changed
  const prepared = await prepareAction(tx, ctx, open, { action, input })
  const { allocated, pool } = await foresee(tx, ctx, wantedOf(open, action))
  const decision = decideAction(open, prepared, allocated)
  if (!decision.ok) return decision
  return particularsProblem(open, prepared) ?? accepted(viewOf(open, action, decision, pool))
}

function viewOf(
  open: OpenCase,
  action: string,
  decision: Extract<Decision, { ok: true }>,
  pool: Candidate[] | null,
): ActionPreview {
  const { code, state, clocks, now } = open
  const names = partyNames(open)
  const before = tasksOf(state, code, clocks, now)
  const after = tasksOf(decision.state, code, decision.clocks, now)
  return {
    action: { id: action, title: code.actions[action]?.title ?? same(action) },
    state: {
      from: { id: state.state, title: titleOfState(code, state.state) },
      to: { id: decision.state.state, title: titleOfState(code, decision.state.state) },
    },
    entries: decision.entries.map(({ type, on, subject }) => ({
      type,
      title: titleOfEntry(code, type),
      on,
      subject: names(subject),
    })),
    clocks: clockChanges(clocks, decision.clocks).map(({ key, title, kind, from, to, because }) => ({
      key,
      title,
      subject: names(key.split('@')[1]),
      kind,
      from: from ?? null,
      to: to ?? null,
      because: because ?? null,
    })),
    tasks: {
      opens: after
        .filter(({ key }) => !before.some((task) => task.key === key))
        .map(({ title, to, due }) => ({ title, role: roleView(code, to), due: due ?? null })),
      closes: before.filter(({ key }) => !after.some((task) => task.key === key)).map(({ title }) => ({ title })),
    },
    notices: decision.tells.map(({ notice, to, channels }) => ({
      to: recipientWords(to.kind === 'party' ? names(to.partyId) : null, roleView(code, to.role).title),
      notice: code.notices[notice]?.title ?? same(notice),
      channels,
    })),
    documents: decision.documents.map(({ document, title, partyIds, values }) => ({
      title,
      to: partyIds.flatMap((id) => names(id) ?? []),
      body: fillWords(code.documents[document]?.body ?? title, { court: open.court.name, ...values }),
    })),
    caseNumber: decision.state.caseNumber !== state.caseNumber ? decision.state.caseNumber : null,
    judges: pool?.map(({ name, weight }) => ({ name, weight })) ?? null,
  }
}

/** "原告 张三", or the role alone for staff. */
const recipientWords = (name: string | null, role: Words): Words =>
  name === null ? role : { zh: `${role.zh} ${name}`, en: `${role.en} ${name}` }
