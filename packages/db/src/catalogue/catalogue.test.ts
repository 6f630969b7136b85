import { describe, expect, test } from 'vitest'
import { createTestDatabase } from '@court/testkit/database'
import { appRoles, appendOnly, nationalWithCourt } from './tables.ts'

const { all } = await createTestDatabase()

const names = async (sql: string, ...values: unknown[]) =>
  (await all.$queryRawUnsafe<{ name: string }[]>(sql, ...values)).map(({ name }) => name)

const withCourtId = await names(
  `select table_name::text as name from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
   where table_schema = 'public' and column_name = 'court_id' and table_type = 'BASE TABLE' order by 1`,
)
const tenants = withCourtId.filter((name) => !nationalWithCourt.includes(name))
const listOf = (tables: readonly string[]) => `'{${tables.join(',')}}'::text[]`

describe('every table of a court', () => {
  test('is marked as one, and there are as many as the platform has', async () => {
    const marked = await names(
      `select relname::text as name from pg_class c join pg_description d on d.objoid = c.oid and d.objsubid = 0
       where relnamespace = 'public'::regnamespace and description = 'tenant' order by 1`,
    )
    expect(marked).toEqual(tenants)
    expect(tenants.length).toBeGreaterThanOrEqual(32)
    expect(nationalWithCourt.filter((name) => !withCourtId.includes(name))).toEqual([])
  })

  test('has row-level security enabled, forced and policed', async () => {
    const open = await names(
      `select relname::text as name from pg_class c where relnamespace = 'public'::regnamespace and relname = any (${listOf(withCourtId)})
         and not (relrowsecurity and relforcerowsecurity and exists (select 1 from pg_policy p where p.polrelid = c.oid))`,
    )
    expect(open).toEqual([])
  })

  test('is policed by a scope: no policy lets everybody through', async () => {
    const unscoped = await names(
      `select tablename || '.' || policyname as name from pg_policies where tablename = any (${listOf(tenants)}) and roles <> '{owner}'
         and (coalesce(qual, with_check) !~ 'app_court_id|app_person_id' or coalesce(with_check, qual) !~ 'app_court_id|app_person_id')`,
    )
    expect(unscoped).toEqual([])
  })

  test('begins its primary key and every unique index with court_id', async () => {
    const others = await names(
      `select indexrelid::regclass::text as name from pg_index i join pg_class c on c.oid = i.indrelid
       where relnamespace = 'public'::regnamespace and relname = any (${listOf(tenants)}) and indisunique
         and (select attname from pg_attribute a where a.attrelid = i.indrelid and a.attnum = i.indkey[0]) is distinct from 'court_id'`,
    )
    expect(others).toEqual([])
    const without = await names(
      `select relname::text as name from pg_class c where relnamespace = 'public'::regnamespace and relname = any (${listOf(tenants)})
         and not exists (select 1 from pg_index i where i.indrelid = c.oid and i.indisprimary)`,
    )
    expect(without).toEqual([])
  })

  test('has no foreign key but to tables of the same court', async () => {
    const leaving = await names(
      `select conname::text as name from pg_constraint k join pg_class f on f.oid = k.conrelid join pg_class t on t.oid = k.confrelid
       where k.contype = 'f' and f.relname = any (${listOf(tenants)}) and (not t.relname = any (${listOf(tenants)})
         or (select attname from pg_attribute where attrelid = f.oid and attnum = k.conkey[1]) <> 'court_id'
         or (select attname from pg_attribute where attrelid = t.oid and attnum = k.confkey[1]) <> 'court_id')`,
    )
    expect(leaving).toEqual([])
  })

  test('has no trigger', async () => {
    const triggers = await names(
      `select tgname::text as name from pg_trigger g join pg_class c on c.oid = g.tgrelid where not tgisinternal and relname = any (${listOf(withCourtId)})`,
    )
    expect(triggers).toEqual([])
  })
})

describe.each(appRoles)('the role %s', (role) => {
  test('is nobody special: no attribute, no membership, nothing owned, nothing to create', async () => {
    const [attributes] = await all.$queryRawUnsafe<Record<string, boolean>[]>(
      `select rolsuper, rolbypassrls, rolcreatedb, rolcreaterole, rolreplication,
         exists (select 1 from pg_auth_members m where m.member = r.oid) as member,
         has_schema_privilege(rolname, 'public', 'create') as creates
       from pg_roles r where rolname = $1`,
      role,
    )
    expect(Object.entries(attributes ?? { missing: true }).filter(([, yes]) => yes)).toEqual([])
    const owned = await names(
      `select classid::regclass || ' ' || objid as name from pg_shdepend where deptype = 'o' and refobjid = $1::regrole
         and dbid = (select oid from pg_database where datname = current_database())`,
      role,
    )
    expect(owned).toEqual([])
  })

  test('only adds to what is append-only, and empties no table at all', async () => {
    const changes = await names(
      `select relname::text as name from pg_class where relnamespace = 'public'::regnamespace and relname = any (${listOf(appendOnly)})
         and (has_table_privilege($1, oid, 'update') or has_any_column_privilege($1, oid, 'update') or has_table_privilege($1, oid, 'delete'))`,
      role,
    )
    expect(changes).toEqual([])
    const empties = await names(
      `select relname::text as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'
         and (has_table_privilege($1, oid, 'truncate') or has_table_privilege($1, oid, 'trigger') or has_table_privilege($1, oid, 'references'))`,
      role,
    )
    expect(empties).toEqual([])
  })
})

test('the public zone has no right on panel notes and staff accounts, and only adds to what is owed and sent', async () => {
  const rights = await names(
    `select relname || ' ' || right_name as name from pg_class, unnest('{select,insert,update,delete}'::text[]) right_name
     where relnamespace = 'public'::regnamespace and relname in ('panel_note', 'staff_account', 'staff_post', 'delivery', 'effect', 'access_grant', 'outbox')
       and has_table_privilege('app_public', oid, right_name) order by 1`,
  )
  expect(rights).toEqual(['delivery insert', 'outbox insert'])
})

test('whoever connects without one of the roles has no right on any table', async () => {
  const open = await names(
    `select distinct table_name::text as name from information_schema.role_table_grants where grantee = 'PUBLIC' and table_schema = 'public'`,
  )
  expect(open).toEqual([])
})

test('exactly the functions that say why run with the rights of the owner, and their search path is fixed', async () => {
  const definers = await names(
    `select proname || coalesce(' ' || array_to_string(proconfig, ','), '') as name from pg_proc
     where pronamespace = 'public'::regnamespace and prosecdef order by 1`,
  )
  expect(definers).toEqual(['receipt_by_number search_path=public', 'search_cases search_path=public'])
})

test('what belongs to the platform belongs to the owner, who logs in for migrations alone', async () => {
  const others = await names(
    `select relname::text as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'v', 'm')
       and relowner <> 'owner'::regrole and relname <> '_prisma_migrations'`,
  )
  expect(others).toEqual([])
  const [owner] = await all.$queryRawUnsafe<{ special: boolean }[]>(
    `select rolsuper or rolbypassrls or rolcreatedb or rolcreaterole as special from pg_roles where rolname = 'owner'`,
  )
  expect(owner?.special).toBe(false)
})
