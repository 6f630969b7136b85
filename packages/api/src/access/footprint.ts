import type { Inner } from './undone.ts'

/** Rows by table: how many, and a mark that changes with their content. Two pictures of the same world are equal. */
export type Footprint = Map<string, string>

// Published codes and the catalogue are large and only ever added to: their number says enough.
const onlyCounted = ['code_pack', 'resolved_code', 'cause', 'court_code_assignment']

export const footprint = (inner: Inner): Promise<Footprint> =>
  inner.all(async (tx) => {
    const tables = await tx.$queryRawUnsafe<{ name: string }[]>(
      `select relname::text as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and relname <> '_prisma_migrations'`,
    )
    const parts = tables.map(({ name }) =>
      onlyCounted.includes(name)
        ? `select '${name}' as name, count(*)::text as mark from ${name}`
        : `select '${name}', count(*) || ' ' || coalesce(md5(string_agg(md5(t::text), '' order by md5(t::text))), '') from ${name} t`,
    )
    const rows = await tx.$queryRawUnsafe<{ name: string; mark: string }[]>(parts.join(' union all '))
    return new Map(rows.map(({ name, mark }) => [name, mark]))
  })

/** Tables that are not as they were, but for those that may change. */
export const changedTables = (before: Footprint, after: Footprint, may: readonly string[] = []): string[] =>
  [...after].flatMap(([name, mark]) => (before.get(name) === mark || may.includes(name) ? [] : [name])).sort()
