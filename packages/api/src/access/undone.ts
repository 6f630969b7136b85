import type { Database, Tx } from '@court/db/database'
import type { PrismaClient } from '@court/db/generated/client'
import { answerIn } from '@court/db/question'
import { scopeOf, type Where } from '@court/db/scope'

/** The two sites' ways into the database, and the one past all policies; whatever is done by them is undone at the end. */
export type Inner = {
  web: Database
  admin: Database
  all<T>(fn: (tx: Tx) => Promise<T>): Promise<T>
}

const roles = {
  web: { public: 'app_public', staff: 'app_staff', worker: 'worker' },
  admin: { public: null, staff: 'app_admin', worker: null },
} as const

/**
 * Runs `fn` in one transaction that is rolled back: the transactions of use cases become savepoints of it, each as the role and in the
 * scope it would have had. So every cell finds the world as it was built, and a policy can be changed for a while.
 */
export async function undone<T>(client: PrismaClient, fn: (inner: Inner) => Promise<T>): Promise<T> {
  const back = new Error('rolled back')
  const answer: { value?: T } = {}
  try {
    await client.$transaction(
      async (outer) => {
        answer.value = await fn(innerOf(outer))
        throw back
      },
      { maxWait: 20_000, timeout: 300_000 },
    )
  } catch (error) {
    if (error !== back) throw error
  }
  return answer.value as T
}

function innerOf(outer: Tx): Inner {
  // Inside of a transaction a further one is a savepoint; the type of the outer one does not offer it.
  const nested = outer as unknown as PrismaClient
  const inside = <T>(role: string, settings: string, fn: (tx: Tx) => Promise<T>): Promise<T> =>
    nested.$transaction(async (tx) => {
      await tx.$executeRawUnsafe(`set local role ${role}; ${settings}`)
      return fn(tx)
    })
  const siteOf = (site: keyof typeof roles): Database => {
    const run = <T>(where: Where, fn: (tx: Tx) => Promise<T>): Promise<T> => {
      const scope = scopeOf(where)
      const role = roles[site][scope.role]
      if (role === null) throw new Error(`the ${site} site has no database address for ${scope.role}`)
      return inside(role, scope.sql, fn)
    }
    return {
      withNation: (actor, fn) => run({ kind: 'nation', actor }, fn),
      withCourt: ({ courtId, actor }, fn) => run({ kind: 'court', courtId, actor }, fn),
      acrossCourts: (fn) => run({ kind: 'across' }, fn),
      // A question needs nothing of a transaction but its scope: here it is asked within one.
      askNation: (actor, questions) => run({ kind: 'nation', actor }, (tx) => answerIn(tx, questions)),
      askCourt: ({ courtId, actor }, questions) =>
        run({ kind: 'court', courtId, actor }, (tx) => answerIn(tx, questions)),
      pools: () => [],
      close: () => Promise.resolve(),
    }
  }
  return { web: siteOf('web'), admin: siteOf('admin'), all: (fn) => inside('none', 'select 1', fn) }
}
