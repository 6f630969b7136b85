import { randomBytes, randomUUID } from 'node:crypto'
import type pg from 'pg'

/** What one filing left in the database, table by table, in an order that foreign keys allow; texts that stand for its own ids are renewed. */
export type FilingRows = { tables: { table: string; rows: string }[]; own: string[]; rows: number; bytes: number }

type Case = { courtId: string; caseId: string; personId: string }

const first = ['case_person', 'court_case', 'party', 'blob', 'material', 'notice', 'clock']

/** Every row of the case in every table, as JSON. */
export async function rowsOfCase(client: pg.Client, { courtId, caseId, personId }: Case): Promise<FilingRows> {
  const tables: FilingRows['tables'] = []
  let [count, bytes] = [0, 0]
  const add = async (table: string, where: string, values: unknown[]) => {
    const { rows } = await client.query<{ json: string | null; count: string; bytes: string }>(
      `select jsonb_agg(to_jsonb(t))::text as json, count(*), coalesce(sum(pg_column_size(t)), 0) as bytes from ${table} t where ${where}`,
      values,
    )
    const [row] = rows
    if (!row?.json) return
    tables.push({ table, rows: row.json })
    count += Number(row.count)
    bytes += Number(row.bytes)
  }
  const { rows: named } = await client.query<{ table: string }>(
    `select c.table_name as table from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
     where c.table_schema = 'public' and c.column_name = 'case_id' and t.table_type = 'BASE TABLE'`,
  )
  await add('court_case', 'court_id = $1 and id = $2', [courtId, caseId])
  await add(
    'blob',
    'court_id = $1 and sha256 in (select blob_sha256 from material_file where court_id = $1 and case_id = $2)',
    [courtId, caseId],
  )
  for (const { table } of named) await add(table, 'court_id = $1 and case_id = $2', [courtId, caseId])
  const order = ({ table }: { table: string }) => first.indexOf(table) + 1 || 99
  tables.sort((a, b) => order(a) - order(b))
  return { tables, own: ownTexts(tables, [courtId, personId]), rows: count, bytes }
}

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g

/** Ids that came with the filing, hashes of its files, the number of its receipt: what must be new in a copy. */
function ownTexts(tables: FilingRows['tables'], shared: readonly string[]): string[] {
  const own = new Set<string>()
  for (const { table, rows } of tables) {
    for (const id of rows.match(uuid) ?? []) if (!shared.includes(id)) own.add(id)
    if (table === 'blob') for (const hash of rows.matchAll(/"sha256": "([0-9a-f]{64})"/g)) own.add(hash[1] ?? '')
    if (table === 'receipt') for (const number of rows.matchAll(/"number": "([^"]+)"/g)) own.add(number[1] ?? '')
  }
  return [...own]
}

/** The same filing once more, with ids of its own. */
export function copyOf({ tables, own }: FilingRows): FilingRows['tables'] {
  const fresh = new Map(own.map((text) => [text, freshText(text)]))
  const anyOwn = new RegExp(own.map((text) => text.replace(/[^0-9a-zA-Z-]/g, '\\$&')).join('|'), 'g')
  return tables.map(({ table, rows }) => ({ table, rows: rows.replace(anyOwn, (text) => fresh.get(text) ?? text) }))
}

function freshText(text: string): string {
  if (/^[0-9a-f-]{36}$/.test(text)) return randomUUID()
  if (/^[0-9a-f]{64}$/.test(text)) return randomBytes(32).toString('hex')
  return randomBytes(12).toString('hex').toUpperCase().slice(0, Math.max(12, text.length))
}
