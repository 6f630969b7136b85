'use server'

import { settle } from '@court/api/errors'
import type { FormInput } from '@court/procedure/code/form-values'
import { redirect } from 'next/navigation'
import { keepAnswers, keepingTyped } from '../forms/kept-answers.ts'
import { actName, applyAct, readAct, type ListAct } from '../forms/list-acts.ts'
import { readForm } from '../forms/read-form.ts'
import { getSay } from '@court/site/say'
import { getApi } from '../server/api.ts'
import { conflictChoices } from './conflict-choice.ts'
import { readDraft, draftPath } from './read-draft.ts'
import { patchOf } from './patch.ts'

export async function startFiling(courtSlug: string, data: FormData): Promise<void> {
  const api = await getApi()
  const started = await settle(api.filing.start({ courtSlug, key: String(data.get('key')) }))
  if (started.ok) redirect(draftPath(started.value.draftId))
  if (started.kind === 'sign-in-needed') redirect(`/sign-in?next=${encodeURIComponent(`/file/${courtSlug}`)}`)
  const say = await getSay()
  redirect(`/file/${courtSlug}?refused=${encodeURIComponent(say(started.reason))}`)
}

export async function discardDraft(draftId: string): Promise<void> {
  const api = await getApi()
  await settle(api.filing.discard({ draftId }))
  redirect('/my?discarded=1')
}

// The person has read what changed in the code: saving nothing moves the draft to the code in force.
export async function noteChanges(place: { draftId: string; version: number; step: string }): Promise<void> {
  const api = await getApi()
  await settle(api.filing.save({ draftId: place.draftId, version: place.version, patch: {} }))
  redirect(draftPath(place.draftId, place.step))
}

// Saves the step and goes on to the next; buttons inside the step (add, remove, search) save it and stay. While the database is away
// the page that follows says so, and what was typed stands in the form again as soon as it can be drawn.
export async function saveStep(place: Place, data: FormData): Promise<void> {
  const here = draftPath(place.draftId, place.step)
  await keepingTyped({ path: here, back: here }, data, () => saveAndGoOn(place, data))
}

type Place = { draftId: string; step: string }

async function saveAndGoOn(place: Place, data: FormData): Promise<void> {
  const { draftId, step: stepId } = place
  const draft = await readDraft(draftId)
  const at = draft.steps.findIndex((step) => step.id === stepId)
  const step = draft.steps[at]
  if (!step) redirect(draftPath(draftId))
  const here = draftPath(draftId, stepId)
  const act = readAct(data)
  const typed = readForm(draft.form, data, step.fields)
  const input = act ? applyAct(draft.form, typed, act) : typed
  const chosen = conflictChoices(data, step.fields)
  const api = await getApi()
  const saved = await settle(
    api.filing.save({
      draftId,
      version: Number(data.get('version')),
      patch: patchOf(draft.form, step.fields, input, chosen.theirs),
      overwrite: chosen.mine,
    }),
  )
  if (!saved.ok) {
    await keepAnswers(here, { input, errors: {}, reason: saved.reason })
    redirect(saved.kind === 'conflict' ? `${here}?conflict=1` : here)
  }
  if (act) redirect(`${here}#${anchorOf(act, input)}`)
  const search = searchAsked(data, step.fields)
  if (search !== null) redirect(`${here}?q=${encodeURIComponent(search)}`)
  const hasProblems = saved.value.steps.find((one) => one.id === stepId)?.status !== 'done'
  if (hasProblems) redirect(`${here}?checked=1`)
  const isFromCheck = data.get('from') === 'check'
  const next = isFromCheck ? draft.steps.at(-1) : draft.steps[at + 1]
  redirect(draftPath(draftId, next?.id ?? ''))
}

// Where the page stands after a button of a list was pressed: at what was added, or at the list.
function anchorOf(act: ListAct, input: FormInput): string {
  const items = input[act.field]
  const last = Array.isArray(items) ? (items.at(-1) as { id?: string } | undefined)?.id : undefined
  if (act.kind === 'add' && last) return `f-${act.field}-${last}`
  return act.kind === 'add-agent' || act.kind === 'remove-agent' ? `f-${act.field}-${act.id}` : `f-${act.field}`
}

function searchAsked(data: FormData, fields: readonly string[]): string | null {
  const pressed = data.get(actName)
  const field = typeof pressed === 'string' && pressed.startsWith('search:') ? pressed.slice('search:'.length) : null
  return field !== null && fields.includes(field) ? String(data.get(`${field}.search`) ?? '').slice(0, 60) : null
}
