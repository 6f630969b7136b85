import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type pg from 'pg'
import { connect } from '@court/db/connection'
import { createDatabase } from '@court/db/database'
import { buildWorkingCourts } from '@court/testkit/working-court'
import { withClient, withRole } from '../postgres/addresses.ts'

/** Rises when the files beside this one fill a database with something else. */
export const nationVersion = 1

type Size = { courts: number; cases: number }

/**
 * A country at work: courts of natural sizes with staff who are signed in, cases with parties, docket, clock and tasks; and one court (浙0212)
 * with the codes that ship with the product, for cases filed in earnest. Rows are made by SQL inside the server, past policies and foreign keys.
 */
export async function fillNation(url: string, { courts, cases }: Size, say: (line: string) => void): Promise<void> {
  await publishCodes(url)
  await withClient(url, async (client) => {
    await client.query(`set session_replication_role = replica; set synchronous_commit = off; set work_mem = '256MB'`)
    await client.query(sqlOf('functions.sql'))
    await client.query(sqlOf('courts.sql', { courts }))
    const indexes = await dropIndexes(client)
    say(`${cases} cases in ${courts} courts: rows`)
    for (const statement of sqlOf('rows.sql', { cases, courts }).split(/;\n+/)) {
      const start = performance.now()
      if (statement.trim()) await client.query(statement)
      say(`${/(?:table|into) (\w+)/.exec(statement)?.[1] ?? ''} ${Math.round(performance.now() - start)} ms`)
    }
    say('indexes')
    for (const definition of indexes) await client.query(definition)
    await client.query('vacuum analyze')
    await client.query('checkpoint')
  })
}

const sqlOf = (file: string, numbers: Record<string, number> = {}): string =>
  Object.entries(numbers).reduce(
    (sql, [name, value]) => sql.replaceAll(`:${name}`, String(value)),
    readFileSync(join(import.meta.dirname, file), 'utf8'),
  )

async function publishCodes(url: string): Promise<void> {
  const all = connect(url, 2)
  const adminDb = createDatabase({ urls: { staff: withRole(url, 'app_admin') } })
  try {
    await buildWorkingCourts({ all: all.client, adminDb })
  } finally {
    await Promise.all([all.close(), adminDb.close()])
  }
}

/** Those that guard nothing: building them afterwards is many times faster. */
async function dropIndexes(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string; definition: string }>(
    `select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition from pg_index i
     where i.indrelid::regclass::text = any ($1) and not i.indisunique`,
    [['court_case', 'party', 'claim', 'docket_entry', 'clock', 'task', 'question', 'case_person', 'person_case']],
  )
  for (const { name } of rows) await client.query(`drop index ${name}`)
  return rows.map(({ definition }) => definition)
}
