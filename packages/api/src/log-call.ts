import type { Refusal } from '@court/usecases/refusal'
import type { ApiContext } from './context.ts'
import { isRefusal } from './errors.ts'

/** What the log says of a call: request, procedure, who, and on which court, case and draft. Ids only, whatever else was sent. */
export function callOf(ctx: ApiContext, path: string, input: unknown): Record<string, string> {
  const { actor, requestId } = ctx.use
  const who = actor.kind === 'person' ? actor.personId : actor.kind === 'staff' ? actor.staffId : actor.kind
  return { requestId, path, actor: who, ...idsOf(input) }
}

export function outcomeOf(result: { ok: true; data: unknown } | { ok: false; error: { code: string } }): string {
  if (!result.ok) return result.error.code
  return isRefusal(result.data) ? result.data.ruleId : 'done'
}

/** Somebody who is signed in asked for what is not theirs: many such lines of one actor are somebody trying doors. */
export function logDenial(ctx: ApiContext, call: Record<string, string>, refusal: Refusal) {
  const isDenial = refusal.kind === 'not-allowed' || refusal.kind === 'not-found'
  if (isDenial && ctx.use.actor.kind !== 'anonymous') ctx.log.warn({ ...call, outcome: refusal.ruleId }, 'denied')
}

const idNames = ['courtId', 'courtSlug', 'caseId', 'draftId', 'hearingId', 'materialId', 'uploadId', 'action'] as const
// Of the form of an id or a short name; never a person's words.
const idForm = /^[0-9a-z]+(-[0-9a-z]+)*$/

function idsOf(input: unknown): Record<string, string> {
  if (typeof input !== 'object' || input === null) return {}
  const fields = input as Record<string, unknown>
  const found = idNames.flatMap((name) => {
    const value = fields[name]
    return typeof value === 'string' && value.length <= 64 && idForm.test(value) ? [[name, value] as const] : []
  })
  return Object.fromEntries(found)
}
