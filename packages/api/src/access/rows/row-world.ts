import { randomUUID } from 'node:crypto'
import { fillTwoCourts } from '@court/db/catalogue/two-courts'
import type { PrismaClient } from '@court/db/generated/client'

export type Row = Record<string, unknown>
/** A row with the name by which the table of rights calls it. */
export type NamedRow = { table: string; name: string; row: Row }

/** Who asks, as the database is told: role and settings. */
export type Scope = { name: string; role: string; courtId: string; personId: string; staffId: string }

export type RowWorld = { rows: NamedRow[]; scopes: Scope[]; otherCourtId: string; otherPersonId: string }

const nation = '00000000-0000-0000-0000-000000000000'

/** Two courts with a row in every table: `mine` and `other`; and the rows beside them that a policy tells apart from `mine`. */
export async function buildRowWorld(all: PrismaClient): Promise<RowWorld> {
  const { tables, mine, other } = await fillTwoCourts(all)
  const [neighbour, left, myStaff, otherStaff] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()]
  const basic = tables.flatMap((table) => [
    { table, name: 'mine', row: mine.rows[table] ?? {} },
    { table, name: 'other', row: other.rows[table] ?? {} },
  ])
  const near = (table: string, name: string, changed: Row): NamedRow => ({
    table,
    name,
    row: { ...mine.rows[table], ...('id' in (mine.rows[table] ?? {}) ? { id: randomUUID() } : {}), ...changed },
  })
  const neighbourParty = near('party', 'neighbour', { person_id: neighbour, position: 2 })
  const besides = [
    neighbourParty,
    ...['material', 'material_file'].map((table) =>
      near(table, 'internal', { volume: 'internal', ...(table === 'material_file' && { position: 2 }) }),
    ),
    near('task', 'internal', { is_internal: true, kind: 'internal' }),
    near('notice', 'neighbour', { person_id: neighbour, dedupe_key: 'neighbour' }),
    near('case_person', 'neighbour', { person_id: neighbour }),
    near('case_person', 'left', { person_id: left, to_at: '2026-01-01T00:00:00Z' }),
    near('audit', 'looked at me', { action: 'party-unmasked', subject_id: mine.rows['party']?.['id'] }),
    near('audit', 'looked at neighbour', { action: 'party-unmasked', subject_id: neighbourParty.row['id'] }),
    near('hearing_seat', 'my party', { position: 2, party_id: mine.rows['party']?.['id'] }),
    near('hearing_seat', 'neighbour', { position: 3, party_id: neighbourParty.row['id'] }),
  ].filter(({ table }) => tables.includes(table))
  const national = nationalRows({ mine, other, neighbour, myStaff, otherStaff })
  const known = new Set(
    (
      await all.$queryRawUnsafe<{ name: string }[]>(
        `select relname::text as name from pg_class where relnamespace = 'public'::regnamespace and relrowsecurity`,
      )
    ).map(({ name }) => name),
  )
  const columns = await columnsOf(all)
  const added = [...besides, ...national].filter(({ table }) => known.has(table)).map((one) => completed(one, columns))
  for (const one of added) await insert(all, one)
  const rows = [...basic, ...added]
  const unseen = [...known].filter((table) => !rows.some((one) => one.table === table))
  if (unseen.length > 0) throw new Error(`no row for ${unseen.join(', ')}: add one to row-world.ts`)

  const courts = { mine: mine.courtId, other: other.courtId, nation, none: '' }
  const people = { mine: mine.personId, stranger: other.personId, left, none: '' }
  const scope = (
    role: string,
    court: keyof typeof courts,
    person: keyof typeof people = 'none',
    staff = '',
  ): Scope => ({
    name: [role, court, ...(person === 'none' ? [] : [person]), ...(staff === '' ? [] : ['staff'])].join(' '),
    role,
    courtId: courts[court],
    personId: people[person],
    staffId: staff,
  })
  return {
    rows,
    otherCourtId: other.courtId,
    otherPersonId: other.personId,
    scopes: [
      scope('app_public', 'mine', 'mine'),
      scope('app_public', 'mine', 'stranger'),
      scope('app_public', 'mine', 'left'),
      scope('app_public', 'other', 'mine'),
      scope('app_public', 'nation', 'mine'),
      scope('app_public', 'nation'),
      scope('app_staff', 'mine', 'none', myStaff),
      scope('app_staff', 'other', 'none', myStaff),
      scope('app_staff', 'nation', 'none', myStaff),
      scope('app_admin', 'mine', 'none', myStaff),
      scope('app_admin', 'nation', 'none', myStaff),
      scope('worker', 'mine'),
      scope('worker', 'nation'),
      scope('worker', 'none'),
      scope('owner', 'none'),
    ],
  }
}

type Sides = {
  mine: { courtId: string; caseId: string; personId: string }
  other: { courtId: string; caseId: string; personId: string }
  neighbour: string
  myStaff: string
  otherStaff: string
}

const at = '2026-03-02T01:00:00Z'

function nationalRows({ mine, other, neighbour, myStaff, otherStaff }: Sides): NamedRow[] {
  const directory = (table: string): NamedRow[] =>
    (
      [
        ['mine', mine, mine.personId],
        ['neighbour', mine, neighbour],
        ['mine elsewhere', other, mine.personId],
        ['other', other, other.personId],
      ] as const
    ).map(([name, { courtId, caseId }, personId]) => ({
      table,
      name,
      row: {
        person_id: personId,
        court_id: courtId,
        case_id: caseId,
        hearing_id: randomUUID(),
        updated_at: at,
      },
    }))
  const upload = { status: 'ready', rotation: 0 }
  const law = (table: string, row: Row): NamedRow => ({ table, name: 'law', row: { id: randomUUID(), ...row } })
  const named = (table: string, name: string, row: Row): NamedRow => ({
    table,
    name,
    row: { id: randomUUID(), ...row },
  })
  return [
    ...directory('person_case'),
    ...directory('person_hearing'),
    named('session', 'mine', { kind: 'person', person_id: mine.personId }),
    named('session', 'staff', {
      kind: 'staff',
      staff_account_id: randomUUID(),
      court_id: mine.courtId,
      staff_id: myStaff,
    }),
    named('draft', 'mine', draftOf(mine)),
    named('draft', 'other', draftOf(other)),
    named('upload', 'mine', { ...upload, person_id: mine.personId, court_id: mine.courtId }),
    named('upload', 'other', { ...upload, person_id: other.personId, court_id: mine.courtId }),
    named('upload', 'my staff', { ...upload, staff_id: myStaff, court_id: mine.courtId }),
    named('upload', 'my staff elsewhere', { ...upload, staff_id: myStaff, court_id: other.courtId }),
    named('upload', 'other staff', { ...upload, staff_id: otherStaff, court_id: mine.courtId }),
    named('national_audit', 'mine', { actor_kind: 'person', actor_id: mine.personId }),
    named('national_audit', 'other', { actor_kind: 'person', actor_id: other.personId }),
    named('national_audit', 'my staff', { actor_kind: 'staff', actor_id: myStaff }),
    named('national_audit', 'other staff', { actor_kind: 'staff', actor_id: otherStaff }),
    { table: 'staff_post', name: 'mine', row: { account_id: randomUUID(), court_id: mine.courtId, staff_id: myStaff } },
    {
      table: 'receipt_directory',
      name: 'mine',
      row: { number: 'R-mine', court_id: mine.courtId, kind: 'filing', received_at: at, file_hashes: [] },
    },
    law('court_code', { court_id: mine.courtId, code: '试01', valid_from: '2026-01-01' }),
    law('calendar_notice', {
      day: '2026-01-01',
      is_court_day: false,
      reason_zh: 'x',
      reason_en: 'x',
      reference: {},
      published_at: at,
    }),
    law('code_pack', {
      pack_id: 'x',
      version: '1',
      layer: 'national',
      title: {},
      files: {},
      hash: 'b'.repeat(64),
      valid_from: '2026-01-01',
      published_at: at,
    }),
    law('court_code_assignment', {
      court_id: mine.courtId,
      pack_id: 'x',
      valid_from: '2026-01-01',
      assigned_by_id: randomUUID(),
      assigned_at: at,
    }),
    law('resolved_code', { hash: 'c'.repeat(64), court_id: mine.courtId, pack_hashes: [], code: {}, created_at: at }),
  ]
}

const draftOf = ({ personId, courtId }: Sides['mine']): Row => ({ person_id: personId, court_id: courtId })

type Column = { table: string; name: string; type: string; needed: boolean }

const columnsOf = (all: PrismaClient): Promise<Column[]> =>
  all.$queryRawUnsafe<Column[]>(
    `select table_name::text as table, column_name::text as name, udt_name::text as type,
       is_nullable = 'NO' and column_default is null as needed
     from information_schema.columns where table_schema = 'public' order by 1, ordinal_position`,
  )

/** What the table must have and the row does not say; what the table does not have is left out. */
function completed({ table, name, row }: NamedRow, columns: readonly Column[]): NamedRow {
  const own = columns.filter((column) => column.table === table)
  const filled = own.flatMap((column): [string, unknown][] => {
    if (column.name in row) return [[column.name, row[column.name]]]
    return column.needed ? [[column.name, byType[column.type]?.() ?? 'x']] : []
  })
  return { table, name, row: Object.fromEntries(filled) }
}

const byType: Record<string, () => unknown> = {
  uuid: randomUUID,
  int4: () => 1,
  int8: () => 1,
  bool: () => false,
  jsonb: () => ({}),
  timestamptz: () => at,
  _text: () => [],
}

async function insert(all: PrismaClient, { table, row }: NamedRow): Promise<void> {
  const names = Object.keys(row).join(', ')
  // Foreign keys are not what is tried here.
  await all.$transaction([
    all.$executeRawUnsafe('set local session_replication_role = replica'),
    all.$executeRawUnsafe(
      `insert into ${table} (${names}) select ${names} from jsonb_populate_record(null::${table}, $1::jsonb)`,
      JSON.stringify(row),
    ),
  ])
}
