import { formSchema } from '@court/procedure/code/schema/forms'
import { describe, expect, test } from 'vitest'
import { sayIn } from '@court/site/say'
import { drawForm } from './draw-form.ts'

const words = { zh: '字', en: 'word' }
const form = formSchema.parse({
  title: words,
  fields: {
    ground: {
      type: 'choice',
      label: words,
      choices: [
        { value: 'heirs', label: words },
        { value: 'other', label: words },
      ],
    },
    explain: { type: 'text', label: words, showWhen: 'input.ground == "other"' },
    late: { type: 'text', label: words, showWhen: 'facts.isLate' },
    days: { type: 'number', label: words },
  },
})
const lists = { today: '2026-03-05', roles: {}, consents: {}, reasons: {}, materials: {} }
const draw = (input: Record<string, string>, errors = {}) =>
  drawForm({ form, input, errors, lists, say: sayIn('en'), locale: 'en' })

describe('a field with a condition', () => {
  test('follows the answer that decides it', () => {
    expect(draw({}).conditions['explain']).toEqual({ isShown: false, by: { field: 'ground', values: ['other'] } })
    expect(draw({ ground: 'other' }).conditions['explain']?.isShown).toBe(true)
  })

  test('is shown when only the case can tell: the engine decides', () => {
    expect(draw({}).conditions['late']?.isShown).toBe(true)
  })
})

test('what was typed is judged only once the form came back', () => {
  expect(draw({ days: 'soon' }).errors).toEqual({})
  expect(Object.keys(draw({ days: 'soon' }, { explain: words }).errors)).toEqual(['explain', 'days'])
})
