import { createServer, type AddressInfo } from 'node:net'
import { afterAll, expect, test } from 'vitest'
import { createTestDatabase } from '@court/testkit/database'
import { createDatabase } from './database.ts'
import { isDatabaseAway } from './database-errors.ts'

const { urlAs, all } = await createTestDatabase()
const made = [createDatabase({ urls: { worker: urlAs('worker') }, poolMax: 2 })]
afterAll(() => Promise.all(made.map((db) => db.close())))
const [db] = made
if (!db) throw new Error('no database')

const failureOf = (work: Promise<unknown>) =>
  work.then(
    () => 'it succeeded',
    (error: unknown) => error,
  )
const ask = (at: typeof db, sql: string) => at.acrossCourts((tx) => tx.$queryRawUnsafe(sql))

test('a database that nobody listens for is away', async () => {
  const server = createServer().listen(0, '127.0.0.1')
  await new Promise((ready) => server.once('listening', ready))
  const { port } = server.address() as AddressInfo
  await new Promise((done) => server.close(done))
  const nowhere = createDatabase({ urls: { worker: `postgres://worker@127.0.0.1:${port}/none` } })
  made.push(nowhere)
  expect(isDatabaseAway(await failureOf(ask(nowhere, 'select 1')))).toBe(true)
})

test('a connection that ends in the middle of a transaction is away, and the next transaction has a new one', async () => {
  const cutOff = failureOf(ask(db, 'select pg_sleep(9)'))
  const terminate = () =>
    all.$queryRaw`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and query = 'select pg_sleep(9)' and state = 'active'`
  await expect.poll(terminate).toHaveLength(1)
  expect(isDatabaseAway(await cutOff)).toBe(true)
  expect(await ask(db, 'select 1 as one')).toEqual([{ one: 1 }])
})

test('a server that hangs up in the middle of everything is away', async () => {
  const rude = createServer((socket) => socket.once('data', () => socket.resetAndDestroy())).listen(0, '127.0.0.1')
  await new Promise((ready) => rude.once('listening', ready))
  const cut = createDatabase({
    urls: { worker: `postgres://worker@127.0.0.1:${(rude.address() as AddressInfo).port}/none` },
  })
  made.push(cut)
  expect(isDatabaseAway(await failureOf(ask(cut, 'select 1')))).toBe(true)
  await new Promise((done) => rude.close(done))
})

test('a mistake in a statement, a right that is missing and a key that is taken are not', async () => {
  expect(isDatabaseAway(await failureOf(ask(db, 'select nothing from nowhere')))).toBe(false)
  expect(isDatabaseAway(await failureOf(ask(db, 'create table forbidden (id int)')))).toBe(false)
  expect(isDatabaseAway(new Error('the draft is not there'))).toBe(false)
  expect(isDatabaseAway(undefined)).toBe(false)
})
