import type { CourtLevel } from './court-level.ts'
import type { Sections } from './schema/pack.ts'
import type { Reference } from './schema/reference.ts'
import type { Layer, Transition } from './schema/rule.ts'
import type { Words } from './schema/words.ts'

export type PackInCode = {
  id: string
  version: string
  layer: Layer
  title: Words
  reference?: Reference | Reference[] | undefined
  /** First and last day in force, and which cases this version reaches. */
  from: string
  to?: string | undefined
  transition: Transition
}

/** What one layer did to one value. */
export type LayerChange = {
  pack: string
  layer: Layer
  value: unknown
  reference?: Reference | Reference[] | undefined
}

/** The code of one court on one day: every layer merged, the floor kept. Plain JSON, immutable, named by its hash. */
export type ResolvedCode = Sections & {
  hash: string
  court: string
  level: CourtLevel
  zone: string
  packs: PackInCode[]
  /** Rule → the pack that declares it, such as "periods.filing-decision": "cn.civil-first-instance". */
  owners: Record<string, string>
  /** Value → what the layers set, in layer order, such as "periods.filing-decision.rule.count": […]. */
  changes: Record<string, LayerChange[]>
  /** The same paths → the value before any layer changed it. */
  originals: Record<string, unknown>
}

/** The value of every parameter in force on a day. A parameter without a value then is left out. */
export function paramsOn(code: ResolvedCode, on: string): Record<string, unknown> {
  const values: Record<string, unknown> = {}
  for (const [id, parameter] of Object.entries(code.parameters)) {
    const inForce = parameter.values.filter((one) => one.from <= on).sort((a, b) => (a.from < b.from ? 1 : -1))[0]
    if (inForce !== undefined) values[id] = inForce.value
  }
  return values
}
