import { z } from 'zod'
import type { AnyRouter } from '@trpc/server'
import type { ProcedureMeta } from './procedures.ts'
import type { Allow } from './who.ts'

export type ListedProcedure = {
  path: string
  type: 'query' | 'mutation' | 'subscription'
  allow: Allow
  recentMinutes: number | null
  /** Open to anybody, but absent in the public zone. */
  isStaffDoor: boolean
  /** Open to anybody, but absent in the court's zone. */
  isPartyDoor: boolean
  /** JSON Schema of the input; null for a procedure that takes none. */
  input: object | null
}

/** Every procedure of a root, for the access matrix. Throws when one does not say who may call it. */
export function listProcedures(root: AnyRouter): ListedProcedure[] {
  const listed = Object.entries(root._def.procedures as Record<string, ProcedureLike>).map(([path, procedure]) => {
    const meta = procedure._def.meta
    if (!meta || meta.allow.length === 0) throw new Error(`the procedure ${path} does not say who may call it`)
    return {
      path,
      type: procedure._def.type,
      allow: meta.allow,
      recentMinutes: meta.recentMinutes ?? null,
      isStaffDoor: meta.isStaffDoor ?? false,
      isPartyDoor: meta.isPartyDoor ?? false,
      input: inputOf(procedure),
    }
  })
  return listed.sort((left, right) => (left.path < right.path ? -1 : 1))
}

/** The table a reader of rights wants to see: one line per procedure. */
export const procedureTable = (root: AnyRouter): string =>
  listProcedures(root)
    .map(({ path, type, allow, recentMinutes, isStaffDoor, isPartyDoor }) =>
      [
        path,
        type,
        isStaffDoor ? 'anyone at the staff door' : isPartyDoor ? 'anyone at the parties’ door' : allow.join(' '),
        ...(recentMinutes === null ? [] : [`≤ ${recentMinutes} min`]),
      ].join('\t'),
    )
    .join('\n')

type ProcedureLike = {
  _def: { type: ListedProcedure['type']; meta?: ProcedureMeta; inputs: readonly unknown[] }
}

function inputOf({ _def: { inputs } }: ProcedureLike): object | null {
  const [schema] = inputs
  return schema instanceof z.ZodType ? z.toJSONSchema(schema, { unrepresentable: 'any', io: 'input' }) : null
}
