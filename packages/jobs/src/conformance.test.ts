import { randomUUID } from 'node:crypto'
import { createConnection } from 'node:net'
import { Redis } from 'ioredis'
import { Client } from 'pg'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { testServerUrl } from '@court/testkit/database'
import { migrateQueues } from './connect-queues.ts'
import type { QueueServer } from './connect-queues.ts'
import { jobNames } from './jobs.ts'
import { jobIdOf, openQueues } from './queues.ts'
import type { OwedJob, Queues } from './queues.ts'
import { UnrepeatableJobError } from './retry.ts'
import { workQueues } from './work-queues.ts'
import type { DeadJob, Handlers, JobRun } from './work-queues.ts'

const postgresUrl = await testServerUrl()
const redisUrl = process.env['REDIS_TEST_URL'] ?? 'redis://127.0.0.1:6379'

/** One contract, run on every server the queues may live on. */
type Ground = { server: QueueServer; wipe(): Promise<void>; remove(): Promise<void> }

async function postgresGround(): Promise<Ground> {
  const name = `queues_${randomUUID().replaceAll('-', '')}`
  const admin = new Client({ connectionString: postgresUrl })
  await admin.connect()
  await admin.query(`create database ${name}`)
  const url = new URL(postgresUrl)
  url.pathname = name
  // As in the installation: who works the queues owns nothing, and nobody may create anything by default.
  await admin.query(`revoke create, temporary on database ${name} from public`)
  await admin.query(`create role ${name} login password '${name}'`)
  await migrateQueues({ ownerUrl: url.href, grantTo: [name] })
  await migrateQueues({ ownerUrl: url.href, grantTo: [name] })
  const worker = new URL(url)
  worker.username = name
  worker.password = name
  const own = new Client({ connectionString: url.href })
  await own.connect()
  return {
    server: { kind: 'postgres', url: worker.href },
    async wipe() {
      const { rows } = await own.query<{ tables: string }>(
        `select string_agg(format('bullmq.%I', tablename), ', ') tables from pg_tables where schemaname = 'bullmq' and tablename <> 'migration'`,
      )
      await own.query(`truncate ${rows[0]?.tables ?? ''}`)
    },
    async remove() {
      await own.end()
      await admin.query(`drop database ${name} with (force)`)
      await admin.query(`drop role ${name}`)
      await admin.end()
    },
  }
}

async function redisGround(): Promise<Ground> {
  const prefix = `test-${randomUUID()}`
  const own = new Redis(redisUrl)
  const wipe = async () => {
    const keys = await own.keys(`${prefix}:*`)
    if (keys.length > 0) await own.del(keys)
  }
  return {
    server: { kind: 'redis', url: redisUrl, prefix },
    wipe,
    async remove() {
      await wipe()
      await own.quit()
    },
  }
}

const { hostname, port } = new URL(redisUrl)
const hasRedis = await new Promise<boolean>((resolve) => {
  const socket = createConnection({ host: hostname, port: Number(port || 6379), timeout: 1000 })
  const answer = (isThere: boolean) => {
    socket.destroy()
    resolve(isThere)
  }
  socket
    .on('connect', () => answer(true))
    .on('error', () => answer(false))
    .on('timeout', () => answer(false))
})

const grounds: [string, () => Promise<Ground>, boolean][] = [
  ['Postgres', postgresGround, true],
  [hasRedis ? 'Redis' : `Redis (skipped: nothing answers at ${hostname}:${port || 6379})`, redisGround, hasRedis],
]

for (const [title, open, isThere] of grounds) {
  describe.skipIf(!isThere)(`queues on ${title}`, () => {
    let ground: Ground
    let queues: Queues
    let working: { close(timeoutMs: number): Promise<'drained' | 'cut'> }[] = []
    const errors: Error[] = []
    beforeAll(async () => {
      ground = await open()
      queues = openQueues(ground.server, (error) => errors.push(error))
      await Promise.all(queues.all.map((queue) => queue.waitUntilReady()))
    })
    afterEach(async () => {
      for (const worker of working) await worker.close(30_000)
      working = []
      await ground.wipe()
      expect(errors.splice(0)).toEqual([])
    })
    afterAll(async () => {
      await queues.close()
      await ground.remove()
    })

    const ran: { name: string; payload: unknown; run: JobRun }[] = []
    const dead: DeadJob[] = []
    function startWork(
      deliver: (payload: { deliveryId: string }, run: JobRun) => Promise<void> = () => Promise.resolve(),
    ) {
      ran.length = dead.length = 0
      const note = (name: string) => (payload: unknown, run: JobRun) => {
        ran.push({ name, payload, run })
        return Promise.resolve()
      }
      const deliverNotice: Handlers['deliver-notice'] = async (payload, run) => {
        ran.push({ name: 'deliver-notice', payload, run })
        await deliver(payload, run)
      }
      const handlers = {
        ...Object.fromEntries(jobNames.map((name) => [name, note(name)])),
        'deliver-notice': deliverNotice,
      } as Handlers
      const worker = workQueues(queues, {
        handlers,
        concurrency: { notices: 4, clocks: 2 },
        onDead: (job) => dead.push(job),
        onFailedAttempt: () => undefined,
        onError: (error) => errors.push(error),
      })
      working.push(worker)
      return worker
    }
    const delivery = (outboxId: string): OwedJob => ({
      outboxId,
      name: 'deliver-notice',
      payload: { courtId: 'c1', deliveryId: `d-${outboxId}` },
    })
    const stateOf = (outboxId: string) => queues.stateOf({ outboxId, name: 'deliver-notice' })
    const soon = { timeout: 10_000 }

    test('a job reaches the handler of its name with its payload, and is done', async () => {
      startWork()
      const expiry: OwedJob = {
        outboxId: 'x1',
        name: 'expire-clock',
        payload: { courtId: 'c1', caseId: 'k1', clockKey: 'answer@p-2' },
      }
      await queues.addOwed([delivery('1'), expiry])
      await expect.poll(() => ran.length, soon).toBe(2)
      expect(ran).toContainEqual({
        name: 'expire-clock',
        payload: expiry.payload,
        run: { jobId: 'ob-x1', outboxId: 'x1', attempt: 1 },
      })
      await expect.poll(() => stateOf('1'), soon).toBe('done')
    })

    test('the same outbox row handed on five times, also at once, is one job', async () => {
      await Promise.all(Array.from({ length: 5 }, () => queues.addOwed([delivery('same')])))
      expect((await queues.counts()).notices.waiting).toBe(1)
    })

    test('a job with a rank waits behind those without one, whenever they came', async () => {
      const loud = Array.from({ length: 20 }, (_, index) => ({ ...delivery(`loud-${index}`), rank: 2 }))
      await queues.addOwed([...loud, { ...delivery('louder'), rank: 3 }])
      await queues.addOwed([delivery('quiet-1'), delivery('quiet-2')])
      expect((await queues.counts()).notices.waiting).toBe(23)
      startWork()
      await expect.poll(() => stateOf('louder'), soon).toBe('done')
      const order = ran.map(({ run }) => run.outboxId)
      // Ten run at once.
      expect(order.indexOf('quiet-1')).toBeLessThan(12)
      expect(order.indexOf('quiet-2')).toBeLessThan(12)
      expect(order.indexOf('louder')).toBeGreaterThan(9)
    })

    test('a failed attempt is repeated after a wait', async () => {
      startWork((_payload, { attempt }) => (attempt < 3 ? Promise.reject(new Error('down')) : Promise.resolve()))
      await queues.addOwed([delivery('again')])
      await expect.poll(() => stateOf('again'), soon).toBe('done')
      expect(ran.map(({ run }) => run.attempt)).toEqual([1, 2, 3])
    })

    test('a job no repeat can mend is a dead letter at once, stays visible, and holds up nobody', async () => {
      startWork(({ deliveryId }) =>
        deliveryId === 'd-bad' ? Promise.reject(new UnrepeatableJobError('no such delivery')) : Promise.resolve(),
      )
      await queues.addOwed([delivery('bad'), delivery('good')])
      await expect
        .poll(() => dead, soon)
        .toEqual([{ name: 'deliver-notice', jobId: 'ob-bad', outboxId: 'bad', detail: 'no such delivery' }])
      await expect.poll(() => stateOf('good'), soon).toBe('done')
      expect(await stateOf('bad')).toBe('dead')
      await queues.addOwed([delivery('bad')])
      expect(await stateOf('bad')).toBe('dead')
      expect((await queues.counts()).notices.failed).toBe(1)
    })

    test('a payload that does not fit, or a name nobody knows, is a dead letter', async () => {
      startWork()
      const [notices] = queues.all
      await notices?.add('deliver-notice', { deliveryId: 7 }, { jobId: jobIdOf('odd') })
      await notices?.add('of-another-release', {}, { jobId: jobIdOf('unknown') })
      await expect.poll(() => dead.map((job) => job.outboxId).sort(), soon).toEqual(['odd', 'unknown'])
      expect(ran).toEqual([])
    })

    test('jobs that come round are set once, and missing ones tell that the queue was wiped', async () => {
      expect(await queues.ensureSchedules()).toBe(true)
      expect(await queues.ensureSchedules()).toBe(false)
      await queues.addOwed([delivery('lost')])
      await ground.wipe()
      expect(await stateOf('lost')).toBe('gone')
      expect(await queues.ensureSchedules()).toBe(true)
      startWork()
      await expect.poll(() => ran.map(({ name }) => name), soon).toContain('sweep-clocks')
    })

    test('a worker that closes lets running jobs end; what comes meanwhile runs once, here or in the next worker', async () => {
      const finishers: (() => void)[] = []
      let isClosing = false
      const worker = startWork(() => {
        // A job that was on its way when the closing began may still arrive: it ends at once.
        return isClosing ? Promise.resolve() : new Promise((resolve) => finishers.push(resolve))
      })
      await queues.addOwed([delivery('running')])
      await expect.poll(() => finishers.length, soon).toBe(1)
      isClosing = true
      const closed = worker.close(20_000)
      await queues.addOwed([delivery('later')])
      for (const finish of finishers) finish()
      expect(await closed).toBe('drained')
      expect(await stateOf('running')).toBe('done')
      const before = ran.map(({ run }) => run.jobId)
      startWork()
      await expect.poll(() => stateOf('later'), soon).toBe('done')
      const all = [...before, ...ran.map(({ run }) => run.jobId)]
      expect(all.filter((id) => id.endsWith('later'))).toHaveLength(1)
      expect(all.filter((id) => id.endsWith('running'))).toHaveLength(1)
    })

    test('1,000 jobs in one batch all run, none twice', async () => {
      startWork()
      await queues.addOwed(Array.from({ length: 1000 }, (_, n) => delivery(`bulk-${n}`)))
      await expect.poll(() => ran.length, { timeout: 20_000 }).toBe(1000)
      expect(new Set(ran.map(({ run }) => run.jobId)).size).toBe(1000)
    }, 30_000)
  })
}
