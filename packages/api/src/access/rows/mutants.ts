import type { Tx } from '@court/db/database'

export type Policy = { table: string; name: string; qual: string | null; check: string | null }
/** A policy taken away, or made to let everything through. */
export type Mutant = { policy: Policy; how: 'dropped' | 'reads all' | 'writes all'; sql: string }

export const policiesOf = (tx: Tx): Promise<Policy[]> =>
  tx.$queryRawUnsafe<Policy[]>(
    `select tablename::text as table, policyname::text as name, qual, with_check as check from pg_policies
     where schemaname = 'public' order by 1, 2`,
  )

export function mutantsOf(policies: readonly Policy[]): Mutant[] {
  return policies.flatMap((policy) => {
    const { table, name, qual, check } = policy
    const mutant = (how: Mutant['how'], sql: string): Mutant => ({ policy, how, sql })
    const on = `policy ${name} on ${table}`
    return [
      mutant('dropped', `drop ${on}`),
      ...(qual === null || qual === 'true' ? [] : [mutant('reads all', `alter ${on} using (true)`)]),
      ...(check === null || check === 'true' ? [] : [mutant('writes all', `alter ${on} with check (true)`)]),
    ]
  })
}

export const nameOfMutant = ({ policy, how }: Mutant): string => `${policy.table}.${policy.name} ${how}`
