import { expect, test } from 'vitest'
import { createTestDatabase } from '@court/testkit/database'

const { all } = await createTestDatabase()

test('a party writes neither who is admitted nor who may speak, neither the notes nor the status of a hearing', async () => {
  const columns = await all.$queryRaw<{ name: string }[]>`
    select table_name || '.' || column_name as name from information_schema.column_privileges
    where grantee = 'app_public' and privilege_type = 'UPDATE' and (table_name like 'hearing%' or table_name = 'media_event') order by 1`
  expect(columns.map(({ name }) => name)).toEqual([
    'hearing.revision',
    'hearing.updated_at',
    ...[
      'consent',
      'consent_at',
      'devices',
      'devices_tested_at',
      'duties_confirmed_at',
      'duties_version',
      'hand_raised_at',
      'mode',
      'notes_answer',
      'notes_answered_at',
      'notes_answered_hash',
      'notes_remark',
      'ticket',
      'ticket_issued_at',
      'ticket_used_at',
      'waiting_since',
    ].map((column) => `hearing_seat.${column}`),
  ])
})

test('a party adds nothing to a hearing, and reads neither reports of the media server nor kept drafts of the notes', async () => {
  const rights = await all.$queryRaw<{ name: string }[]>`
    select table_name || ' ' || lower(privilege_type) as name from information_schema.role_table_grants
    where grantee = 'app_public' and (table_name like 'hearing%' or table_name = 'media_event') order by 1`
  expect(rights.map(({ name }) => name)).toEqual(
    [
      'hearing',
      'hearing_attendance',
      'hearing_gap',
      'hearing_notes',
      'hearing_recorder',
      'hearing_seat',
      'hearing_slice',
    ].map((table) => `${table} select`),
  )
})
