import type { AnyRouter } from '@trpc/server'
import type { Zone } from './context.ts'
import { isInZone, router, type ProcedureMeta } from './procedures.ts'

/** The root as it is mounted in a zone: in the public one, what is for staff alone does not exist; in the court's, what is for people alone. */
export function mountForZone<R extends AnyRouter>(root: R, zone: Zone): R {
  if (zone === 'all') return root
  const kept: RecordOfProcedures = {}
  for (const [path, procedure] of Object.entries(root._def.procedures as Record<string, ProcedureLike>)) {
    if (!isInZone(procedure._def.meta, zone)) continue
    place(kept, path.split('.'), procedure)
  }
  // Same procedures, some left out: a caller typed by the whole root gets "not found" for those.
  return router(kept as Parameters<typeof router>[0]) as unknown as R
}

type ProcedureLike = { _def: { meta: ProcedureMeta } }
type RecordOfProcedures = { [name: string]: ProcedureLike | RecordOfProcedures }

function place(record: RecordOfProcedures, [name, ...rest]: string[], procedure: ProcedureLike) {
  if (name === undefined) return
  if (rest.length === 0) {
    record[name] = procedure
    return
  }
  const inner = (record[name] ??= {}) as RecordOfProcedures
  place(inner, rest, procedure)
}
