import type { ActionCell } from './action-cells.ts'
import type { Cell, Finding } from './cells.ts'

/** All of them, or of every kind the first. */
export function sample<T>(all: readonly T[], isFull: boolean, kindOf: (one: T) => string): readonly T[] {
  if (isFull) return all
  const first = new Map<string, T>()
  for (const one of all) if (!first.has(kindOf(one))) first.set(kindOf(one), one)
  return [...first.values()]
}

/** The figures of a run, for the table that is printed. */
export function reportOf(cells: readonly Cell[], actions: readonly ActionCell[], findings: readonly Finding[]) {
  const rows = cells.map(({ site, line, relation, expected }) => ({
    procedure: `${site} ${line.path}`,
    relation,
    expected,
  }))
  const byProcedure = new Map<string, Record<string, number>>()
  for (const { procedure, relation } of rows) {
    const counts = byProcedure.get(procedure) ?? {}
    byProcedure.set(procedure, { ...counts, [relation]: (counts[relation] ?? 0) + 1 })
  }
  return {
    procedures: byProcedure.size,
    cells: cells.length + actions.length,
    actionCells: actions.length,
    leaks: findings.filter(({ kind }) => kind === 'leak').length,
    others: findings.filter(({ kind }) => kind !== 'leak').length,
    table: [...byProcedure].map(([procedure, relations]) => ({ procedure, relations })),
    findings,
  }
}
