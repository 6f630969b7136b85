import { describe, expect, test } from 'vitest'
import { createCelEnvironment } from './environment.ts'
import { listShape, recordShape } from './shape.ts'

const claim = recordShape('Claim', { id: 'string', kind: 'string', amountFen: 'int' })
const environment = createCelEnvironment({
  input: recordShape('Input', { claims: listShape(claim), agreed: 'bool', name: 'string' }),
  happened: listShape('string'),
})
const values = {
  input: {
    claims: [
      { id: 'a', kind: 'payment', amountFen: 5 },
      { id: 'b', kind: 'costs' },
    ],
    agreed: true,
  },
  happened: ['filed'],
}

describe('expressions of a pack', () => {
  test.each([
    ['sum(input.claims.map(c, c.amountFen))', 5],
    ['input.claims[0].amountFen >= 5', true],
    [
      'input.claims.map(c, {"id": c.id, "amountFen": c.amountFen})',
      [
        { id: 'a', amountFen: 5 },
        { id: 'b', amountFen: 0 },
      ],
    ],
    ['"filed" in happened && input.agreed', true],
    ['input.name == ""', true],
    ['plusDays("2025-02-28", 1)', '2025-03-01'],
    ['daysBetween("2025-02-28", "2025-03-02")', 2],
    [
      'input.claims',
      [
        { id: 'a', kind: 'payment', amountFen: 5 },
        { id: 'b', kind: 'costs', amountFen: 0 },
      ],
    ],
  ])('%s is %j', (expression, expected) => {
    expect(environment.check(expression).ok).toBe(true)
    expect(environment.evaluate(expression, values)).toEqual(expected)
  })

  test.each([
    ['input.clams.size() > 0', 'No such key: clams', 1],
    ['input.agreed && 1', 'Logical operator', 1],
    ['other == 1', 'Unknown variable: other', 1],
    ['input.name +\n input.agreed', 'no such overload', 1],
    ['input.agreed &&', 'Unexpected token', 1],
    ['input.name.matches("^(a+)+$")', 'not allowed', 1],
    ['input.claims.all(a, input.claims.all(b, input.claims.all(c, true)))', 'comprehensions inside each other', 1],
  ])('%s is refused: %s', (expression, message, line) => {
    const checked = environment.check(expression)
    expect(checked.ok).toBe(false)
    if (!checked.ok) {
      expect(checked.problem.message).toContain(message)
      expect(checked.problem.line).toBe(line)
    }
  })

  test('an expression that is too large does not parse', () => {
    const checked = environment.check(Array.from({ length: 400 }, () => 'input.agreed').join(' && '))
    expect(checked.ok).toBe(false)
  })

  test('a condition must be a truth value', () => {
    const checked = environment.check('input.name', 'bool')
    expect(checked).toMatchObject({ ok: false, problem: { message: 'is string, must be bool' } })
  })
})
