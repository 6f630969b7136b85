import { Environment } from '@marcbachmann/cel-js'
import type { ASTNode, ParseResult } from '@marcbachmann/cel-js'
import { fromCel, toCel } from './convert.ts'
import type { MakeRecord } from './convert.ts'
import { celType } from './shape.ts'
import type { Shape } from './shape.ts'
import { refuseCostly, variablesOf } from './walk.ts'

export type CelProblem = { message: string; /** 1-based, inside the expression */ line: number; column: number }

export type CheckedExpression = { ok: true; ast: ASTNode; type: string } | { ok: false; problem: CelProblem }

export type Variables = Record<string, Shape>

/** Expressions over one set of declared variables: checked when a pack loads, run when a case is decided. */
export type CelEnvironment = {
  variables: Variables
  check: (expression: string, expected?: Shape) => CheckedExpression
  /** Variables that the expression reads. */
  namesIn: (expression: string) => ReadonlySet<string>
  evaluate: (expression: string, values: Record<string, unknown>) => unknown
}

const limits = { maxAstNodes: 240, maxDepth: 24, maxListElements: 64, maxMapEntries: 32, maxCallArguments: 8 }

export function createCelEnvironment(variables: Variables): CelEnvironment {
  const environment = new Environment({ unlistedVariablesAreDyn: false, homogeneousAggregateLiterals: false, limits })
  const classes = new Map<string, new () => object>()
  const make: MakeRecord = (name, fields) => {
    const Record = classes.get(name)
    if (Record === undefined) throw new Error(`record ${name} is not declared`)
    return Object.assign(new Record(), fields)
  }
  for (const shape of Object.values(variables)) declareRecords(environment, classes, shape)
  for (const [name, shape] of Object.entries(variables)) environment.registerVariable(name, celType(shape))
  registerFunctions(environment)
  const parsed = new Map<string, ParseResult>()
  const read = new Map<string, Set<string>>()
  const parse = (expression: string): ParseResult => {
    let found = parsed.get(expression)
    if (found === undefined) parsed.set(expression, (found = environment.parse(expression)))
    return found
  }
  const namesIn = (expression: string): Set<string> => {
    let names = read.get(expression)
    if (names === undefined) read.set(expression, (names = variablesOf(parse(expression).ast)))
    return names
  }
  return {
    variables,
    check: (expression, expected) => checkExpression(parse, expression, expected),
    namesIn,
    evaluate: (expression, values) => {
      const context: Record<string, unknown> = {}
      for (const name of namesIn(expression)) {
        const shape = variables[name]
        if (shape !== undefined) context[name] = toCel(values[name], shape, make)
      }
      return fromCel(parse(expression)(context))
    },
  }
}

function checkExpression(
  parse: (text: string) => ParseResult,
  expression: string,
  expected?: Shape,
): CheckedExpression {
  try {
    const parsed = parse(expression)
    const costly = refuseCostly(parsed.ast)
    if (costly !== undefined)
      return { ok: false, problem: { message: costly.message, ...placeIn(expression, costly.at) } }
    const checked = parsed.check()
    if (!checked.valid) return { ok: false, problem: problemOf(checked.error, expression) }
    const type = checked.type ?? 'dyn'
    if (expected !== undefined && !isAssignable(type, expected)) {
      return { ok: false, problem: { message: `is ${type}, must be ${celType(expected)}`, line: 1, column: 1 } }
    }
    return { ok: true, ast: parsed.ast, type }
  } catch (error) {
    return { ok: false, problem: problemOf(error, expression) }
  }
}

function isAssignable(type: string, expected: Shape): boolean {
  if (expected === 'dyn' || type === 'dyn') return true
  const wanted = celType(expected)
  return (
    type === wanted || (type === 'list<dyn>' && wanted.startsWith('list<')) || (wanted === 'double' && type === 'int')
  )
}

function problemOf(error: unknown, expression: string): CelProblem {
  const known = error as { summary?: string; message?: string; range?: { start: number } } | undefined
  const message = known?.summary ?? known?.message?.split('\n')[0] ?? String(error)
  return { message, ...placeIn(expression, known?.range?.start ?? 0) }
}

function placeIn(expression: string, offset: number): { line: number; column: number } {
  const before = expression.slice(0, offset).split('\n')
  return { line: before.length, column: (before.at(-1) ?? '').length + 1 }
}

function declareRecords(environment: Environment, classes: Map<string, new () => object>, shape: Shape): void {
  if (typeof shape === 'string') return
  if ('list' in shape) return declareRecords(environment, classes, shape.list)
  if ('map' in shape) return declareRecords(environment, classes, shape.map)
  if (classes.has(shape.record)) return
  for (const inner of Object.values(shape.fields)) declareRecords(environment, classes, inner)
  const ctor = class {}
  Object.defineProperty(ctor, 'name', { value: shape.record })
  classes.set(shape.record, ctor)
  const fields = Object.fromEntries(Object.entries(shape.fields).map(([name, inner]) => [name, celType(inner)]))
  environment.registerType(shape.record, { ctor, fields })
}

function registerFunctions(environment: Environment): void {
  environment.registerFunction('sum(list<int>): int', (list: bigint[]) => list.reduce((total, one) => total + one, 0n))
  environment.registerFunction('plusDays(string, int): string', (date: string, days: bigint) => {
    const time = Date.parse(`${date}T00:00:00Z`)
    return Number.isNaN(time) ? '' : new Date(time + Number(days) * 86_400_000).toISOString().slice(0, 10)
  })
  environment.registerFunction('daysBetween(string, string): int', (from: string, to: string) => {
    const days = (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000
    return Number.isFinite(days) ? BigInt(Math.round(days)) : 0n
  })
}
