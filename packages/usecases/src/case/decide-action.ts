import type { Tx } from '@court/db/database'
import type { Upload } from '@court/db/generated/client'
import { commitmentsOwed, decide, type Allocated, type Decision } from '@court/procedure/docket/decide'
import type { FormInput } from '@court/procedure/code/form-values'
import type { Form } from '@court/procedure/code/schema/forms'
import type { JsonObject } from '@court/procedure/docket/entry'
import type { UseCaseContext } from '../context.ts'
import { commitTo, type Committed } from '../filing/committed-values.ts'
import { withRowIds } from '../filing/row-ids.ts'
import { conflict, notFound, type Refusal } from '../refusal.ts'
import { withMaterials } from '../uploads/with-materials.ts'
import { changedMeanwhile } from './in-court.ts'
import { localTime } from './local-time.ts'
import type { OpenCase } from './open-case.ts'

export type PreparedAction = {
  action: string
  /** The form as the engine gets it: materials are those that really arrived. */
  input: JsonObject
  uploads: Upload[]
  values: Committed[]
  commitments: Record<string, string>
}

/** Fills in what the server knows better than the page: files, hashes, salted commitments. */
export async function prepareAction(
  tx: Tx,
  ctx: UseCaseContext,
  open: OpenCase,
  { action, input }: { action: string; input: JsonObject },
): Promise<PreparedAction> {
  const rule = open.code.actions[action]
  const form = rule?.form === undefined ? undefined : open.code.forms[rule.form]
  const hasMaterials = Object.values(form?.fields ?? {}).some(({ type }) => type === 'material-list')
  const uploads = form && hasMaterials ? await uploadsOfActor(tx, ctx, open) : []
  // What comes from a browser is JSON; what is not a value of this form is found by `checkInput`.
  const given = form && hasMaterials ? (withMaterials(form, input as FormInput, uploads) as JsonObject) : input
  const filled = form ? withIds(ctx, form, given) : given
  const owed = rule ? commitmentsOwed(open.code, action, filled) : {}
  return { action, input: filled, uploads, ...commitTo(ctx, owed) }
}

/** Parties that join get the ids of their rows before the docket names them. A list that is none is left for `checkInput` to refuse. */
function withIds(ctx: UseCaseContext, form: Form, input: JsonObject): JsonObject {
  const lists = Object.entries(form.fields).filter(([, { type }]) => type === 'party-list')
  const isSound = lists.every(([name]) => {
    const list = input[name]
    return Array.isArray(list) && list.every((one) => typeof one === 'object' && one !== null && !Array.isArray(one))
  })
  return lists.length > 0 && isSound
    ? (withRowIds(form, input as FormInput, () => ctx.newId()).input as JsonObject)
    : input
}

export function decideAction(open: OpenCase, prepared: PreparedAction, allocated?: Allocated): Decision {
  const { entries, code, acting, now } = open
  const { action, input, commitments } = prepared
  return decide({ entries, code, action, actor: acting, input, now, commitments, allocated })
}

/** What the actor has sent for this case and not handed in yet. */
async function uploadsOfActor(tx: Tx, { actor }: UseCaseContext, { court, row }: OpenCase): Promise<Upload[]> {
  const owner =
    actor.kind === 'person'
      ? { personId: actor.personId }
      : actor.kind === 'staff'
        ? { staffId: actor.staffId }
        : undefined
  if (!owner) return []
  return tx.upload.findMany({
    where: { courtId: court.courtId, caseId: row.id, status: 'ready', ...owner },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
  })
}

/** An action that the code does not have is as absent as a case that is not there. */
export const actionOf = (open: OpenCase, action: string) => open.code.actions[action] ?? null
export const noSuchAction = notFound

/** The docket has grown since the page was shown: says what was done, by whom and when, and saves nothing. */
export async function changedSince(tx: Tx, open: OpenCase, headSeq: number): Promise<Refusal | null> {
  const { entries, visible, code, court } = open
  const end = entries.at(-1)?.seq ?? 0
  if (headSeq === end) return null
  if (headSeq > end) return staleUnknown()
  const first = visible.find(({ seq }) => seq > headSeq)
  if (!first) return changedMeanwhile()
  const title = code.entries[first.type]?.title ?? { zh: first.type, en: first.type }
  const at = localTime(first.at, court.zone)
  const staff =
    first.actor.kind === 'staff'
      ? await tx.staffMember.findUnique({
          where: { courtId_id: { courtId: court.courtId, id: first.actor.id } },
          select: { name: true },
        })
      : null
  const who = staff
    ? { zh: staff.name, en: staff.name }
    : first.actor.kind === 'person'
      ? { zh: '当事人', en: 'a party' }
      : { zh: '系统', en: 'the platform' }
  return conflict({
    ruleId: 'case.changed-meanwhile',
    reason: {
      zh: `${who.zh}已于${at}记录“${title.zh}”，您的操作没有保存。请刷新页面，看过新的记录后再办理。`,
      en: `${who.en} recorded “${title.en}” at ${at}, and your step was not saved. Reload the page, read what is new, then go on.`,
    },
    facts: { seq: first.seq, entry: first.type, by: who.zh, at: first.at },
  })
}

const staleUnknown = () =>
  conflict({
    ruleId: 'case.page-unknown',
    reason: { zh: '页面已过期，请刷新后再办理。', en: 'The page is out of date. Reload it, then go on.' },
  })
