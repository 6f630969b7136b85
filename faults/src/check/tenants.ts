import type { Ground } from '../ground/ground.ts'
import type { Check } from './invariants.ts'

/** I8: as a clerk of each court, and as each resident, no row of another court or of a stranger's case can be seen. */
export async function tenantsSeen({ town }: Ground): Promise<Check> {
  const { client } = town.all
  const tables = await client.$queryRaw<{ name: string }[]>`
    select c.relname::text as name from pg_class c where c.relkind = 'r' and obj_description(c.oid, 'pg_class') = 'tenant'`
  const faults: string[] = []
  let checked = 0
  for (const { actor, court } of town.clerks) {
    await town.db.withCourt({ courtId: court.id, actor }, async (tx) => {
      for (const { name } of tables) {
        if (!(await mayRead(tx, name))) continue
        const [row] = await tx.$queryRawUnsafe<{ count: number }[]>(
          `select count(*)::int as count from "${name}" where court_id <> '${court.id}'`,
        )
        checked += 1
        if (row && row.count > 0)
          faults.push(`a clerk of ${court.code} sees ${row.count} rows of other courts in ${name}`)
      }
    })
  }
  for (const { actor } of town.residents) {
    await town.db.withNation(actor, async (tx) => {
      const [row] = await tx.$queryRawUnsafe<{ count: number }[]>(
        `select count(*)::int as count from court_case c where not exists (
           select 1 from case_person p where p.court_id = c.court_id and p.case_id = c.id and p.person_id = '${actor.personId}')`,
      )
      checked += 1
      if (row && row.count > 0) faults.push(`a resident sees ${row.count} cases of strangers`)
    })
  }
  return {
    id: 'I8',
    title: 'nobody sees a row of another court',
    checked,
    faults: faults.slice(0, 10),
    lost: 0,
    doubled: 0,
  }
}

type Tx = Parameters<Parameters<Ground['town']['db']['withNation']>[1]>[0]

async function mayRead(tx: Tx, table: string): Promise<boolean> {
  const [row] = await tx.$queryRawUnsafe<{ may: boolean }[]>(`select has_table_privilege('${table}', 'select') as may`)
  return row?.may ?? false
}
