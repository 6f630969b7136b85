import { withClient } from '../postgres/addresses.ts'
import type { Nation } from './open-nation.ts'

/** Courts as often as their size: as if of every case somebody looked at the list. */
export async function courtsBySize({ url, courts }: Nation, count: number): Promise<number[]> {
  const { rows } = await withClient(url, (client) =>
    client.query<{ court: number }>(
      'select bench.court(bench.chance(n, 77), $2) as court from generate_series(1, $1) n',
      [count, courts],
    ),
  )
  return rows.map(({ court }) => court)
}

export type AskedName = { court: number; name: string }

/** Two characters of names that occur, each asked in the court where it occurs: courts as often as their size. */
export async function someNames({ url, cases }: Nation, count: number): Promise<AskedName[]> {
  const { rows } = await withClient(url, (client) =>
    client.query<AskedName>(
      `select ('x' || right(p.court_id::text, 8))::bit(32)::int as court, left(p.name, 2) as name
       from party p join (select distinct floor(bench.chance(n, 88) * $1)::bigint * 2 + 2 as nr from generate_series(1, $2) n) s
         on p.id = bench.id(6, s.nr) where p.kind = 'person'`,
      [cases, count],
    ),
  )
  return rows
}
