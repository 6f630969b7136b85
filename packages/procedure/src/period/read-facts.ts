import { at, InputError } from '../calendar/input-error.ts'
import {
  missing,
  readDate,
  readList,
  readObject,
  readWhole,
  readWord,
  refuseBackwards,
  refuseUnknown,
  shown,
} from '../calendar/read-value.ts'
import type { JsonRecord } from '../calendar/read-value.ts'
import { dayUnits, factKinds, noFacts } from './model.ts'
import type { Adjustment, FactKind, Facts, Interval, Restart, Trigger } from './model.ts'

const fieldsOf: Record<FactKind, ReadonlySet<string>> = {
  excluded: new Set(['kind', 'from', 'to']),
  closure: new Set(['kind', 'from', 'to']),
  transit: new Set(['kind', 'days']),
  extension: new Set(['kind', 'count', 'unit']),
  shortening: new Set(['kind', 'count', 'unit']),
  factor: new Set(['kind', 'by']),
  restart: new Set(['kind', 'at']),
}

const factorsMax = 100

/** Reads `facts` of a period; `readTrigger` reads the `at` of a restart, which is read like a trigger. */
export function readFacts(value: unknown, path: string, readTrigger: (value: unknown, path: string) => Trigger): Facts {
  if (value === undefined) return noFacts
  const list = readList(value, path)
  if (list.length === 0) return noFacts
  const excluded: Interval[] = []
  const closures: Interval[] = []
  const factors: number[] = []
  const adjustments: Adjustment[] = []
  const restarts: Restart[] = []
  const paths: Partial<Record<FactKind, string>> = {}
  let transitDays = 0
  for (const [index, item] of list.entries()) {
    const here = at(path, index)
    const record = readObject(item, here)
    const kind = readWord(record['kind'], at(here, 'kind'), factKinds)
    refuseUnknown(record, here, fieldsOf[kind])
    paths[kind] ??= here
    if (kind === 'excluded') excluded.push(readInterval(record, here))
    else if (kind === 'closure') closures.push(readInterval(record, here))
    else if (kind === 'transit') transitDays += readWhole(record['days'], at(here, 'days'))
    else if (kind === 'factor') {
      if (factors.length === factorsMax)
        throw new InputError('too-large', `more than ${factorsMax} factors are given`, here)
      factors.push(readFactor(record['by'], at(here, 'by')))
    } else if (kind === 'restart') restarts.push({ at: readTrigger(record['at'], at(here, 'at')), index, path: here })
    else {
      const count = readWhole(record['count'], at(here, 'count'))
      adjustments.push({ kind, count, unit: readWord(record['unit'], at(here, 'unit'), dayUnits), index })
    }
  }
  return { excluded: join(excluded), closures: join(closures), transitDays, factors, adjustments, restarts, paths }
}

function readInterval(record: JsonRecord, path: string): Interval {
  const from = readDate(record['from'], at(path, 'from'))
  const to = readDate(record['to'], at(path, 'to'))
  refuseBackwards(from, to, at(path, 'to'))
  return { from, to }
}

function readFactor(value: unknown, path: string): number {
  if (value === undefined) throw missing(path)
  if (typeof value === 'number' && Number.isFinite(value) && value > 0) return value
  throw new InputError('wrong-number', `${path} must be a number above 0; it is ${shown(value)}`, path)
}

function join(intervals: readonly Interval[]): readonly Interval[] {
  if (intervals.length < 2) return intervals
  const joined: { from: number; to: number }[] = []
  for (const { from, to } of [...intervals].sort((a, b) => a.from - b.from)) {
    const last = joined.at(-1)
    if (last && from <= last.to + 1) last.to = Math.max(last.to, to)
    else joined.push({ from, to })
  }
  return joined
}
