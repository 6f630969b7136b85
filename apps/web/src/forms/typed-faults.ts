import type { FormInput } from '@court/procedure/code/form-values'
import type { Form, ItemField } from '@court/procedure/code/schema/forms'
import type { Words } from '@court/procedure/code/schema/words'
import { parseAmount, type AmountFault } from '@court/ui/words/amount'

// Amounts and numbers that could not be read as such: said in the words of whoever typed them.
export function typedFaults(form: Form, input: FormInput): Record<string, Words> {
  const faults: Record<string, Words> = {}
  for (const [name, field] of Object.entries(form.fields)) {
    const value = input[name]
    if (field.type === 'list-of' && Array.isArray(value)) {
      for (const item of value as { id: string; [key: string]: unknown }[]) {
        for (const [inner, itemField] of Object.entries(field.item)) {
          note(faults, itemField, `${name}.${item.id}.${inner}`, item[inner])
        }
      }
    } else if (field.type !== 'list-of') note(faults, field, name, value)
  }
  return faults
}

function note(faults: Record<string, Words>, field: ItemField, path: string, value: unknown): void {
  if (typeof value !== 'string') return
  if (field.type === 'amount') {
    const parsed = parseAmount(value)
    if (!parsed.ok) faults[path] = amountFaults[parsed.fault]
  }
  if (field.type === 'number') faults[path] = notANumber
}

const notANumber: Words = { zh: '请填写数字，例如 7。', en: 'Write a number, such as 7.' }

const amountFaults: Record<AmountFault, Words> = {
  empty: { zh: '请填写金额。', en: 'Write an amount.' },
  'not-a-number': {
    zh: '请用数字填写金额，例如 50000 或 50000.50。',
    en: 'Write the amount in figures, such as 50000 or 50000.50.',
  },
  negative: { zh: '金额不能是负数。', en: 'An amount cannot be negative.' },
  'too-large': {
    zh: '金额超过系统可以受理的最大值，请核对是否多写了零。',
    en: 'The amount is beyond what can be entered. Check for surplus zeros.',
  },
  'too-fine': { zh: '金额最多写到分（两位小数）。', en: 'Amounts go to the fen: two decimals at most.' },
}
