import { randomUUID } from 'node:crypto'
import type { PrismaClient } from '../generated/client.ts'
import { nationalWithCourt } from './tables.ts'

type Row = Record<string, unknown>
type CourtRows = { courtId: string; caseId: string; personId: string; rows: Record<string, Row> }

/** One row in every table of a court, for two courts, made from the catalogue: a table that is new is covered at once. */
export async function fillTwoCourts(
  all: PrismaClient,
): Promise<{ tables: string[]; mine: CourtRows; other: CourtRows }> {
  const columns = await all.$queryRawUnsafe<Column[]>(
    `select table_name::text as table, column_name::text as name, udt_name::text as type from information_schema.columns c
     join information_schema.tables t using (table_schema, table_name)
     where table_schema = 'public' and table_type = 'BASE TABLE' and (is_nullable = 'NO' or column_name in ('person_id', 'case_id')
       or (table_name, column_name) in (('hearing_seat', 'party_id'), ('hearing_seat', 'consent')))
       and exists (select 1 from information_schema.columns k where k.table_name = c.table_name and k.column_name = 'court_id')
     order by 1, ordinal_position`,
  )
  const tables = [...new Set(columns.map(({ table }) => table))].filter((table) => !nationalWithCourt.includes(table))
  const [mine, other] = [newCourt(), newCourt()]
  for (const court of [mine, other])
    for (const table of tables) {
      const row = Object.fromEntries(
        columns.filter((column) => column.table === table).map((column) => [column.name, valueOf(column, court)]),
      )
      court.rows[table] = row
      // Foreign keys are not what is tested here, and would ask for an order.
      await all.$transaction([
        all.$executeRawUnsafe('set local session_replication_role = replica'),
        all.$executeRawUnsafe(
          `insert into ${table} (${Object.keys(row).join(', ')})
          select ${Object.keys(row).join(', ')} from jsonb_populate_record(null::${table}, $1::jsonb)`,
          JSON.stringify(row),
        ),
      ])
    }
  return { tables, mine, other }
}

type Column = { table: string; name: string; type: string }

const newCourt = (): CourtRows => ({ courtId: randomUUID(), caseId: randomUUID(), personId: randomUUID(), rows: {} })

function valueOf({ table, name, type }: Column, court: CourtRows): unknown {
  if (name === 'court_id') return court.courtId
  if (name === 'case_id' || (table === 'court_case' && name === 'id')) return court.caseId
  if (name === 'person_id') return court.personId
  const known = knownValues[`${table}.${name}`] ?? knownValues[name]
  return known ?? byType[type]?.() ?? unknownType(table, name, type)
}

// What the rules of a column allow (migration `rules`).
const knownValues: Record<string, unknown> = {
  'party.side': 'plaintiff',
  'party.kind': 'person',
  'panel_note.kind': 'vetting',
  'case_link.kind': 'appeal-of',
  'clock.status': 'running',
  'task.status': 'open',
  'fee_notice.status': 'owed',
  'question.status': 'open',
  'online_consent.choice': 'given',
  'delivery.channel': 'mail',
  'delivery.state': 'queued',
  'hearing.kind': 'inquiry',
  'hearing.status': 'scheduled',
  'hearing.time': '09:00',
  'hearing.minutes': 30,
  'hearing_seat.side': 'plaintiff',
  'hearing_seat.mode': 'online',
  'hearing_seat.consent': 'none',
  'hearing_notes_version.kind': 'closed',
  previous_hash: 'a'.repeat(64),
  chain_hash: 'a'.repeat(64),
  day: '2026-03-02',
  recipient_kind: 'person',
  actor_kind: 'person',
  visibility: 'public',
  volume: 'main',
  review_status: 'pending',
  sha256: 'a'.repeat(64),
  sm3: 'a'.repeat(64),
  hash: 'a'.repeat(64),
  due: '2026-03-02',
  on_day: '2026-03-02',
  paid_on: '2026-03-02',
  valid_from: '2026-03-02',
  rotation: 0,
}

const byType: Record<string, () => unknown> = {
  uuid: randomUUID,
  text: () => 'x',
  int4: () => 1,
  int8: () => 1,
  bool: () => false,
  jsonb: () => ({}),
  timestamptz: () => '2026-03-02T01:00:00Z',
  _text: () => [],
}

function unknownType(table: string, name: string, type: string): never {
  throw new Error(`no value for ${table}.${name} of type ${type}: add one here`)
}
