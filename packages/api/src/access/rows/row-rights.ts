import type { Tx } from '@court/db/database'
import type { NamedRow, RowWorld, Scope } from './row-world.ts'

/** Read, change, remove, add, hand to another court or person. */
export const verbs = ['read', 'change', 'remove', 'add', 'hand over'] as const
const letters = ['r', 'u', 'd', 'i', 'm'] as const

/** What each scope may do with a row, as letters of the verbs; `.` for what is refused or finds nothing. */
export type RowLine = { table: string; name: string; rights: string[] }

/** Tries every verb on every row as every role in every scope, each in a savepoint that is undone. Runs in a transaction of its caller. */
export async function rightsOf(tx: Tx, { rows, scopes, ...others }: RowWorld, table?: string): Promise<RowLine[]> {
  const wanted = rows.filter((one) => table === undefined || one.table === table)
  const columns = await columnsOf(tx, [...new Set(wanted.map((one) => one.table))])
  const attempts = wanted.flatMap((row, place) =>
    scopes.flatMap((scope, column) =>
      statementsOf(row, scope, columns, others).map((statement, verb) => ({ place, column, verb, scope, statement })),
    ),
  )
  const answers = await tryAll(tx, attempts)
  const lines = wanted.map(({ table, name }) => ({ table, name, rights: scopes.map(() => '.....') }))
  attempts.forEach(({ place, column, verb }, index) => {
    const line = lines[place]
    if (!line || (answers[index] ?? 0) < 1) return
    const before = line.rights[column] ?? '.....'
    line.rights[column] = before.slice(0, verb) + (letters[verb] ?? '?') + before.slice(verb + 1)
  })
  return lines
}

type Columns = Map<string, { key: string[]; changeable: Map<string, string>; all: Set<string> }>

async function columnsOf(tx: Tx, tables: readonly string[]): Promise<Columns> {
  const rows = await tx.$queryRawUnsafe<{ table: string; name: string; is_key: boolean; roles: string[] }[]>(
    `select c.relname::text as table, a.attname::text as name,
       exists (select 1 from pg_index i where i.indrelid = c.oid and i.indisprimary and a.attnum = any (i.indkey)) as is_key,
       array(select r from unnest('{app_public,app_staff,app_admin,worker,owner}'::text[]) r
         where has_column_privilege(r, c.oid, a.attnum, 'update')) as roles
     from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
     where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' order by a.attnum`,
  )
  const found: Columns = new Map()
  for (const { table, name, is_key: isKey, roles } of rows) {
    if (!tables.includes(table)) continue
    const one = found.get(table) ?? { key: [], changeable: new Map<string, string>(), all: new Set<string>() }
    found.set(table, one)
    one.all.add(name)
    if (isKey) one.key.push(name)
    for (const role of roles) if (!one.changeable.has(role)) one.changeable.set(role, name)
  }
  return found
}

type Others = { otherCourtId: string; otherPersonId: string }

function statementsOf({ table, row }: NamedRow, { role }: Scope, columns: Columns, others: Others): (string | null)[] {
  const { key, changeable, all } = columns.get(table) ?? {
    key: [],
    changeable: new Map<string, string>(),
    all: new Set(),
  }
  const where = key.map((name) => `${name} = ${literal(row[name])}`).join(' and ')
  const column = changeable.get(role)
  const mark = [...all].filter((name) => name in row)
  const names = mark.join(', ')
  const owner = table === 'draft' || table === 'upload' ? 'person_id' : 'court_id'
  const newOwner = owner === 'person_id' ? others.otherPersonId : others.otherCourtId
  return [
    `select ${key[0]} from ${table} where ${where}`,
    column === undefined ? null : `update ${table} set ${column} = ${column} where ${where}`,
    `delete from ${table} where ${where}`,
    `insert into ${table} (${names}) select ${names} from jsonb_populate_record(null::${table}, ${literal(JSON.stringify(row))}::jsonb)`,
    all.has(owner) ? `update ${table} set ${owner} = '${newOwner}' where ${where}` : null,
  ]
}

/**
 * How many rows of a table each scope changes or removes without looking at any: a statement that reads nothing of a row is held by the
 * policy of changing alone. Runs in a transaction of its caller.
 */
export async function blindReach(tx: Tx, { rows, scopes, ...others }: RowWorld, table: string): Promise<number[]> {
  const columns = (await columnsOf(tx, [table])).get(table)
  const row = rows.find((one) => one.table === table)?.row ?? {}
  const [column] = columns?.key.slice(-1) ?? []
  if (!columns || column === undefined) return []
  const owners = { court_id: others.otherCourtId, person_id: others.otherPersonId }
  const statements = [
    `update ${table} set ${column} = ${literal(row[column])}`,
    `delete from ${table}`,
    ...Object.entries(owners).flatMap(([name, id]) =>
      columns.all.has(name) ? [`update ${table} set ${name} = '${id}'`] : [],
    ),
  ]
  return tryAll(
    tx,
    statements.flatMap((statement) => scopes.map((scope) => ({ scope, statement }))),
  )
}

const literal = (value: unknown): string => (value == null ? 'null' : `'${String(value).replaceAll("'", "''")}'`)

/** All in one call: a savepoint each. A row of this key that is there already, or a missing parent, means that the policy let it pass. */
async function tryAll(tx: Tx, attempts: readonly { scope: Scope; statement: string | null }[]): Promise<number[]> {
  await tx.$executeRawUnsafe(`create or replace function pg_temp.try_rows(attempts jsonb) returns setof int language plpgsql as $$
    declare a jsonb; n int;
    begin
      for a in select * from jsonb_array_elements(attempts) loop
        begin
          if a->>'sql' is null then return next 0; continue; end if;
          perform set_config('app.court_id', a->>'court', true), set_config('app.person_id', a->>'person', true),
            set_config('app.staff_id', a->>'staff', true), set_config('role', a->>'role', true);
          execute a->>'sql';
          get diagnostics n = row_count;
          raise exception using errcode = 'ZZ001', message = n::text;
        exception
          when sqlstate 'ZZ001' then return next sqlerrm::int;
          when insufficient_privilege then return next 0;
          when integrity_constraint_violation then return next 1000;
        end;
      end loop;
    end $$`)
  const json = attempts.map(({ scope: { role, courtId, personId, staffId }, statement }) => ({
    ...{ role, court: courtId, person: personId, staff: staffId, sql: statement },
  }))
  const rows = await tx.$queryRawUnsafe<{ passed: number }[]>(
    `select passed from pg_temp.try_rows($1::jsonb) as passed`,
    JSON.stringify(json),
  )
  return rows.map(({ passed }) => passed)
}
