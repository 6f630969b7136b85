import type { FormState } from '@court/ui/action-form'
import type { Refusal, Words } from '@court/usecases/refusal'
import { redirect } from 'next/navigation'
import { getSay } from './say.ts'

export type FormStateOf = (refusal: Refusal, form: FormData, keep: readonly string[]) => Promise<FormState>

/**
 * What the page shows when a use case refused a form: the messages beside their fields, in the reader's language, and the answers in
 * `keep` as they were typed. A refusal that is about who is there leads to the page that settles it (`confirmPath`), and back.
 */
export const formStates =
  (confirmPath: () => Promise<string>): FormStateOf =>
  async (refusal, form, keep) => {
    if (refusal.kind === 'confirm-again') return redirect(await confirmPath())
    const say = await getSay()
    const fields = Object.entries(refusal.fields ?? {}).map(([name, words]) => [name, say(words)])
    return {
      values: Object.fromEntries(keep.map((name) => [name, textOf(form, name)])),
      errors: fields.length > 0 ? Object.fromEntries(fields) : { '': say(refusal.reason) },
      at: Date.now(),
    }
  }

/** Words in the reader's language. */
export async function textOfWords(words: Words): Promise<string> {
  return (await getSay())(words)
}

/** One answer of a posted form as text; a file or a missing answer is none. */
export function textOf(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}
