import { authorisePerson } from '../authorise.ts'
import type { UseCaseContext } from '../context.ts'
import { inNation } from '../nation.ts'
import { accepted, type Result, type Words } from '../refusal.ts'
import type { StepView } from './draft-view.ts'
import type { DraftPlace } from './filing-inputs.ts'
import { checkOpenDraft, openDraft } from './open-draft.ts'
import { stepsOf } from './steps.ts'

export type DraftCheck = {
  version: number
  /** Nothing but the signature is missing. */
  isReady: boolean
  steps: StepView[]
  /** By path, with the step on whose page it is mended; in the order of the steps. */
  problems: { path: string; step: string; words: Words }[]
}

/** Everything that stands between the draft and the court. */
export async function checkDraft(ctx: UseCaseContext, { draftId }: DraftPlace): Promise<Result<DraftCheck>> {
  const person = authorisePerson(ctx)
  if (!person.ok) return person
  return inNation(ctx, async (tx) => {
    const opened = await openDraft(tx, ctx, person.actor, draftId)
    if (!opened.ok) return opened
    const { form, input, row, receivesFilings } = opened.value
    const { problems } = checkOpenDraft(ctx, opened.value)
    const steps = stepsOf(form, input, problems)
    const placed = steps.flatMap((step) =>
      Object.entries(problems).flatMap(([path, words]) =>
        step.fields.includes(path.split('.')[0] ?? '') ? [{ path, step: step.id, words }] : [],
      ),
    )
    const elsewhere = Object.entries(problems).filter(([path]) => !placed.some((one) => one.path === path))
    const last = steps.at(-1)?.id ?? ''
    const all = [...placed, ...elsewhere.map(([path, words]) => ({ path, step: last, words }))]
    return accepted({ version: row.version, isReady: all.length === 0 && receivesFilings, steps, problems: all })
  })
}
