import type { FormInput } from '@court/procedure/code/form-values'
import type { Form } from '@court/procedure/code/schema/forms'
import { partiesIn } from './filing-input.ts'

/** 张三等诉李四民间借贷纠纷; what is not known yet is left out, and an empty draft has no title. */
export function titleOf(form: Form, input: FormInput, causeTitle: string | null): string {
  const names = (role: string) =>
    partiesIn(form, input).flatMap((party) => (party.role === role && party.name?.trim() ? [party.name.trim()] : []))
  const [plaintiffs, defendants] = [names('plaintiff'), names('defendant')]
  const who = [together(plaintiffs), together(defendants)].filter((side) => side !== '').join('诉')
  return [...`${who}${causeTitle ?? ''}`].slice(0, 200).join('')
}

const together = (names: readonly string[]): string => (names.length > 1 ? `${names[0]}等` : (names[0] ?? ''))
