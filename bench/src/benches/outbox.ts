import { randomBytes, randomUUID } from 'node:crypto'
import pg from 'pg'
import { createDatabase, type Database } from '@court/db/database'
import { migrate } from '@court/db/migrate'
import { connectQueues, migrateQueues, type QueueServer } from '@court/jobs/connect-queues'
import { jobNames } from '@court/jobs/jobs'
import { openQueues } from '@court/jobs/queues'
import { workQueues, type Handlers, type JobRun } from '@court/jobs/work-queues'
import { systemActor, testContext } from '@court/testkit/context'
import { outboxKeyOf } from '@court/usecases/outbox/outbox-key'
import { relayOwed } from '@court/usecases/outbox/relay-owed'
import { settleOwed } from '@court/usecases/outbox/settle-owed'
import type { Bench, Settings } from '../bench.ts'
import { alternate } from '../measure/alternate.ts'
import { median, medianRatio } from '../measure/statistics.ts'
import { withClient, withDatabase, withRole } from '../postgres/addresses.ts'
import { startServer } from '../postgres/server.ts'

const jobsPerRound = { small: 100, normal: 3_000, full: 20_000 }
const concurrency = 15
const courts = 50

export const outbox: Bench = {
  name: 'outbox',
  description:
    'outbox → BullMQ → one idempotent effect in PostgreSQL, on both backends; limit: raw BullMQ with the same effect, owing nothing',
  async run(settings) {
    const server = await startServer()
    const name = `bench_outbox_${randomBytes(4).toString('hex')}`
    const url = withDatabase(server.url, name)
    try {
      await withClient(server.url, (client) => client.query(`create database ${name}`))
      await migrate(url)
      await migrateQueues({ ownerUrl: url, grantTo: [] })
      return await measure(url, name, settings)
    } finally {
      await withClient(server.url, (client) => client.query(`drop database if exists ${name} with (force)`))
      await server.stop()
    }
  },
}

async function measure(url: string, name: string, settings: Settings) {
  const redisUrl = process.env['BENCH_REDIS_URL'] ?? 'redis://127.0.0.1:6379'
  const backends: Record<string, QueueServer> = {
    PostgreSQL: { kind: 'postgres', url },
    Redis: { kind: 'redis', url: redisUrl, prefix: name },
  }
  const db = createDatabase({ urls: { worker: withRole(url, 'worker') }, poolMax: concurrency })
  const pool = new pg.Pool({ connectionString: withRole(url, 'worker'), max: concurrency, pipeline: true })
  const count = jobsPerRound[settings.scale]
  try {
    const sides = Object.fromEntries(
      Object.entries(backends).flatMap(([backend, queueServer]) => [
        [`ours ${backend}`, () => throughOutbox({ url, db, pool, queueServer, count })],
        [`raw ${backend}`, () => throughRawQueue({ pool, queueServer, count })],
      ]),
    )
    const perSecond = await alternate(sides, settings)
    const of = (side: string) => perSecond[side] ?? []
    const ratios = Object.keys(backends).map((backend) => ({
      backend,
      ratio: medianRatio(of(`ours ${backend}`), of(`raw ${backend}`)),
    }))
    return {
      ratioToPeer: null,
      ratioToLimit: Math.min(...ratios.map(({ ratio }) => ratio)),
      table: ratios.map(({ backend, ratio }) => ({
        backend,
        'ours jobs/s': median(of(`ours ${backend}`)),
        'raw BullMQ jobs/s': median(of(`raw ${backend}`)),
        ratio,
      })),
      aims: ratios.map(({ backend, ratio }) => ({
        what: `jobs per second against raw BullMQ on ${backend}`,
        figure: ratio,
        at: 'least' as const,
        aim: 0.9,
      })),
      figures: { jobs: count, concurrency, perSecond },
    }
  } finally {
    await Promise.all([db.close(), pool.end()])
  }
}

type Through = { pool: pg.Pool; queueServer: QueueServer; count: number }
type Run = { courtId: string; key: string }

/** Once, however often it is tried: the same for both sides. */
async function effect(pool: pg.Pool, { courtId, key }: Run): Promise<void> {
  const client = await pool.connect()
  try {
    await Promise.all([
      client.query(`begin; set local app.court_id = '${courtId}'`),
      client.query({
        name: 'effect',
        text: `insert into effect (court_id, kind, key) values ($1, 'bench', $2) on conflict do nothing`,
        values: [courtId, key],
      }),
      client.query('commit'),
    ])
  } finally {
    client.release()
  }
}

const someCourts = () => Array.from({ length: courts }, () => randomUUID())

/** From rows that are owed to rows that are settled; returns jobs per second. */
async function throughOutbox({
  url,
  db,
  pool,
  queueServer,
  count,
}: Through & { url: string; db: Database }): Promise<number> {
  await withClient(url, (client) =>
    client.query(
      `insert into outbox (court_id, id, kind, payload)
       select court::uuid, gen_random_uuid(), 'deliver-notice', jsonb_build_object('courtId', court, 'deliveryId', gen_random_uuid())
       from (select ($1::text[])[1 + n % cardinality($1::text[])] as court from generate_series(1, $2) n) s`,
      [someCourts(), count],
    ),
  )
  const ctx = testContext({ db, actor: systemActor('relay'), now: new Date() })
  const queues = openQueues(queueServer, fail)
  let [settled, done] = [0, () => undefined as void]
  const allSettled = new Promise<void>((resolve) => (done = resolve))
  const handle = async (run: JobRun) => {
    if (!run.outboxId) return
    const { courtId, id } = outboxKeyOf(run.outboxId)
    await effect(pool, { courtId, key: id })
    await settleOwed(ctx, { courtId, id })
    settled += 1
    if (settled === count) done()
  }
  const handlers = Object.fromEntries(
    jobNames.map((one) => [one, (_payload: unknown, run: JobRun) => handle(run)]),
  ) as unknown as Handlers
  const start = performance.now()
  const worker = workQueues(queues, {
    handlers,
    concurrency: { notices: concurrency, clocks: 1 },
    onDead: ({ detail }) => fail(new Error(detail)),
    onFailedAttempt: ({ detail }) => fail(new Error(detail)),
    onError: fail,
  })
  try {
    while ((await relayOwed(ctx, queues)) > 0);
    await allSettled
    return count / ((performance.now() - start) / 1000)
  } finally {
    await worker.close(10_000)
    await queues.close()
  }
}

/** The same effect, from `addBulk` to the last of them; returns jobs per second. */
async function throughRawQueue({ pool, queueServer, count }: Through): Promise<number> {
  const connection = connectQueues(queueServer, fail)
  const queue = connection.openQueue('raw', {})
  const ids = someCourts()
  let [ran, done] = [0, () => undefined as void]
  const all = new Promise<void>((resolve) => (done = resolve))
  const start = performance.now()
  const worker = connection.openWorker(
    'raw',
    async (job) => {
      await effect(pool, job.data as Run)
      ran += 1
      if (ran === count) done()
    },
    { concurrency },
  )
  worker.on('error', fail)
  try {
    const jobs = Array.from({ length: count }, (_, index) => ({
      name: 'raw',
      data: { courtId: ids[index % ids.length], key: randomUUID() },
      opts: { removeOnComplete: { age: 3600, count: 2000 }, attempts: 5 },
    }))
    for (let from = 0; from < count; from += 1000) await queue.addBulk(jobs.slice(from, from + 1000))
    await all
    return count / ((performance.now() - start) / 1000)
  } finally {
    await worker.close()
    await queue.close()
    await connection.close()
  }
}

function fail(error: Error): void {
  console.error(error)
}
