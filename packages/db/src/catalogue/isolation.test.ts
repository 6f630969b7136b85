import { describe, expect, test } from 'vitest'
import type pg from 'pg'
import { createTestDatabase } from '@court/testkit/database'
import { fillTwoCourts } from './two-courts.ts'
import { appRoles, type AppRole } from './tables.ts'

const database = await createTestDatabase()
const { tables, mine, other } = await fillTwoCourts(database.all)
const pools = Object.fromEntries(appRoles.map((role) => [role, database.poolAs(role)])) as Record<AppRole, pg.Pool>

type Scope = { courtId?: string; personId?: string }

/** Runs as a role in a scope, and leaves nothing behind. */
async function as<T>(
  role: AppRole,
  { courtId = '', personId = '' }: Scope,
  fn: (client: pg.PoolClient) => Promise<T>,
): Promise<T> {
  const client = await pools[role].connect()
  try {
    await client.query(`begin; set local app.court_id = '${courtId}'; set local app.person_id = '${personId}'`)
    return await fn(client)
  } finally {
    await client.query('rollback')
    client.release()
  }
}

/** How many rows the statement touched; `denied` when a right or a policy refused it. */
async function outcome(client: pg.PoolClient, sql: string, values: unknown[] = []): Promise<number | 'denied'> {
  try {
    return (await client.query(sql, values)).rowCount ?? 0
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === '42501') return 'denied'
    throw error
  }
}

const scopeOf = (role: AppRole): Scope => ({
  courtId: mine.courtId,
  ...(role === 'app_public' ? { personId: mine.personId } : {}),
})

describe.each(appRoles)('%s in one court', (role) => {
  test.each(tables)('%s: another court is neither seen nor changed', async (table) => {
    const foreign = `court_id = '${other.courtId}'`
    const attempt = (sql: string, values?: unknown[]) =>
      as(role, scopeOf(role), (client) => outcome(client, sql, values))
    expect([0, 'denied']).toContain(await attempt(`select court_id from ${table} where ${foreign}`))
    expect([0, 'denied']).toContain(await attempt(`update ${table} set court_id = court_id where ${foreign}`))
    expect([0, 'denied']).toContain(await attempt(`delete from ${table} where ${foreign}`))
    const copy = `insert into ${table} select * from jsonb_populate_record(null::${table}, $1)`
    expect(await attempt(copy, [other.rows[table]])).toBe('denied')
    const moved = `update ${table} set court_id = '${other.courtId}' where court_id = '${mine.courtId}'`
    expect([0, 'denied']).toContain(await attempt(moved))
  })

  test.each(tables)('%s: without a scope there is nothing', async (table) => {
    const isSweep = role === 'worker' && ['outbox', 'clock', 'delivery', 'hearing', 'hearing_recorder'].includes(table)
    const seen = await as(role, {}, (client) => outcome(client, `select court_id from ${table}`))
    if (isSweep) expect(seen).toBe(2)
    else expect([0, 'denied']).toContain(seen)
  })
})

// What each role reads of its own court; for a party: of a case the person stands in.
const read: Record<AppRole, string[]> = {
  app_public: [
    ...[
      'blob',
      'case_counter',
      'case_link',
      'case_person',
      'claim',
      'clock',
      'clock_history',
      'committed_value',
      'court_case',
      'docket_entry',
      'e_service_consent',
    ],
    ...[
      'answer',
      'fee_notice',
      'fee_payment',
      'hand_signature',
      'hearing',
      'hearing_attendance',
      'hearing_gap',
      'hearing_notes',
      'hearing_recorder',
      'hearing_seat',
      'hearing_slice',
      'material',
      'material_file',
      'notice',
      'online_consent',
      'party',
      'question',
    ],
    ...['receipt', 'representation', 'room', 'staff_member', 'task', 'unit'],
  ],
  app_staff: tables.filter((table) => table !== 'outbox'),
  app_admin: [
    'audit',
    'audit_seal',
    'case_counter',
    'clock',
    'court_case',
    'delivery',
    'room',
    'staff_member',
    'task',
    'unit',
  ],
  worker: tables.filter((table) => table !== 'panel_note'),
}

test.each(appRoles)('%s reads of its own court exactly what its page of rights says', async (role) => {
  const seen: string[] = []
  for (const table of tables) {
    const rows = await as(role, scopeOf(role), (client) => outcome(client, `select court_id from ${table}`))
    if (rows !== 'denied' && rows > 0) seen.push(table)
  }
  expect(seen.sort()).toEqual([...read[role]].sort())
})

test('a person who stands in no case of the court sees of its cases nothing, and keeps the notices other courts sent', async () => {
  const seen: string[] = []
  for (const table of tables) {
    const rows = await as('app_public', { courtId: mine.courtId, personId: other.personId }, (client) =>
      outcome(client, `select court_id from ${table}`),
    )
    if (rows !== 'denied' && rows > 0) seen.push(table)
  }
  expect(seen.sort()).toEqual(['blob', 'case_counter', 'notice', 'room', 'staff_member', 'unit'])
})

test('who has left a case sees it no more', async () => {
  const left = {
    court_id: mine.courtId,
    person_id: other.personId,
    case_id: mine.caseId,
    role: 'agent',
    to_at: '2026-01-01T00:00:00Z',
    from_at: '2025-01-01T00:00:00Z',
  }
  await database.all.$executeRawUnsafe(
    'insert into case_person select * from jsonb_populate_record(null::case_person, $1::jsonb)',
    JSON.stringify(left),
  )
  const seen = await as('app_public', { courtId: mine.courtId, personId: other.personId }, (client) =>
    outcome(client, 'select id from court_case'),
  )
  expect(seen).toBe(0)
})

test('the internal volume of a case does not exist for its parties', async () => {
  for (const table of ['material', 'material_file']) {
    await database.all.$executeRawUnsafe(`update ${table} set volume = 'internal'`)
    expect(await as('app_public', scopeOf('app_public'), (client) => outcome(client, `select id from ${table}`))).toBe(
      0,
    )
    expect(await as('app_staff', scopeOf('app_staff'), (client) => outcome(client, `select id from ${table}`))).toBe(1)
  }
  await database.all.$executeRawUnsafe('update task set is_internal = true')
  expect(await as('app_public', scopeOf('app_public'), (client) => outcome(client, 'select id from task'))).toBe(0)
})

test('the receipts of the nation are found by their exact number and in no other way', async () => {
  for (const role of appRoles)
    expect(await as(role, scopeOf(role), (client) => outcome(client, 'select * from receipt_directory'))).toBe('denied')
  const found = await as('app_public', {}, (client) =>
    outcome(client, 'select * from receipt_by_number($1)', ['R-nothing']),
  )
  expect(found).toBe(0)
})
