import type { Ground } from '../ground/ground.ts'
import type { BuiltCourt } from '@court/testkit/courts'

type Owed = { count: number; channel: 'sms' | 'mail' | 'both'; court?: BuiltCourt }

/** Notices to residents, each with its delivery and its row of the outbox, as the use cases leave them; in bulk. Gives the delivery ids. */
export async function oweNotices(
  { town }: Ground,
  { count, channel, court = town.courts[0] }: Owed,
): Promise<string[]> {
  if (!court) throw new Error('the town has no court')
  // Only every other resident reads mail.
  const readers = town.residents
    .filter((_, index) => channel === 'sms' || index % 2 === 0)
    .map(({ actor }) => actor.personId)
  const rows = await town.all.client.$queryRaw<{ id: string }[]>`
    with wanted as (
      select uuidv7() as notice_id, uuidv7() as delivery_id, uuidv7() as outbox_id, n,
        (${readers}::uuid[])[1 + n % ${readers.length}] as person_id,
        case ${channel} when 'both' then case n % 2 when 0 then 'sms' else 'mail' end else ${channel} end as channel
      from generate_series(0, ${count - 1}::int) n),
    notices as (
      insert into notice (court_id, id, kind, recipient_kind, person_id, title, body, dedupe_key)
      select ${court.id}::uuid, notice_id, 'received', 'person', person_id, '{"zh":"您的材料已收到","en":"Your papers were received"}',
        '{"zh":"您的材料已收到","en":"Your papers were received"}', notice_id::text from wanted returning 1),
    deliveries as (
      insert into delivery (court_id, id, notice_id, channel, recipient_kind, recipient_id, updated_at)
      select ${court.id}::uuid, delivery_id, notice_id, channel, 'person', person_id, now() from wanted returning 1),
    owed as (
      insert into outbox (court_id, id, kind, payload)
      select ${court.id}::uuid, outbox_id, 'deliver-notice', jsonb_build_object('courtId', ${court.id}::text, 'deliveryId', delivery_id)
      from wanted returning 1)
    select delivery_id::text as id from wanted`
  return rows.map(({ id }) => id)
}

/** Jobs that cost little and change nothing: reminders of clocks that are gone. */
export async function oweSmallJobs({ town }: Ground, count: number): Promise<void> {
  await town.all.client.$executeRaw`
    insert into outbox (court_id, id, kind, payload)
    select c.id, uuidv7(), 'remind-clock', jsonb_build_object('courtId', c.id, 'caseId', gen_random_uuid(), 'clockKey', 'gone')
    from generate_series(1, ${count}::int) n
    join (select id, row_number() over (order by id) - 1 as place, count(*) over () as courts from court where level <> 'supreme') c
      on c.place = n % c.courts`
}
