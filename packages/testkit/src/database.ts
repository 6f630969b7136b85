import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { afterAll, inject } from 'vitest'
import { connect } from '@court/db/connection'
import { createDatabase, type Database } from '@court/db/database'
import type { PrismaClient } from '@court/db/generated/client'
import { asServer, withDatabase } from './server.ts'
import { ensureTemplate } from './template.ts'

declare module 'vitest' {
  interface ProvidedContext {
    databaseServer: string
  }
}

export type TestDatabase = {
  /** As web and worker have it: app_public, app_staff, worker. */
  db: Database
  /** As admin has it: its staff are app_admin. */
  adminDb: Database
  /** Past all policies and rights: for arranging what a test needs and for looking at what it left. */
  all: PrismaClient
  urlAs(role: DatabaseRole): string
  /** A pool of plain connections as one role, closed with the database. */
  poolAs(role: DatabaseRole): pg.Pool
}

export type DatabaseRole = 'app_public' | 'app_staff' | 'app_admin' | 'worker' | 'owner'

/**
 * A migrated, empty database of this test file alone, dropped after it. Call it once, at the top of the file:
 * `const database = await createTestDatabase()`.
 */
export async function createTestDatabase({ poolMax = 10 }: { poolMax?: number } = {}): Promise<TestDatabase> {
  const serverUrl = await testServerUrl()
  const template = await ensureTemplate(serverUrl)
  const name = `test_${randomBytes(8).toString('hex')}`
  await asServer(serverUrl, (client) => client.query(`create database ${name} template ${template}`))

  const url = withDatabase(serverUrl, name)
  const pools: pg.Pool[] = []
  const urlAs = (role: DatabaseRole) => withRole(url, role)
  const poolAs = (role: DatabaseRole) => {
    const pool = new pg.Pool({ connectionString: urlAs(role), max: poolMax })
    pool.on('error', () => {})
    pools.push(pool)
    return pool
  }
  const urls = { public: urlAs('app_public'), staff: urlAs('app_staff'), worker: urlAs('worker') }
  const db = createDatabase({ urls, poolMax })
  const adminDb = createDatabase({ urls: { staff: urlAs('app_admin') }, poolMax })
  const all = connect(url, 3)

  afterAll(async () => {
    await Promise.all([db.close(), adminDb.close(), all.close(), ...pools.map((pool) => pool.end())])
    await asServer(serverUrl, (client) => client.query(`drop database if exists ${name} with (force)`))
  })
  return { db, adminDb, all: all.client, urlAs, poolAs }
}

/** An empty database without any migration, for tests of the migrations themselves; dropped after the file. */
export async function createEmptyDatabase(): Promise<{ url: string; serverUrl: string }> {
  const serverUrl = await testServerUrl()
  const name = `test_${randomBytes(8).toString('hex')}`
  await asServer(serverUrl, (client) => client.query(`create database ${name}`))
  afterAll(() => asServer(serverUrl, (client) => client.query(`drop database if exists ${name} with (force)`)))
  return { url: withDatabase(serverUrl, name), serverUrl }
}

/** The address of the server of this run, with a role that may make databases; started when it is first asked for. */
export async function testServerUrl(): Promise<string> {
  const response = await fetch(inject('databaseServer'))
  const text = await response.text()
  if (!response.ok) throw new Error(`no PostgreSQL for the tests: ${text}`)
  return text
}

// The role is taken when the connection begins: the server's own passwords stay as they are.
function withRole(url: string, role: DatabaseRole): string {
  const changed = new URL(url)
  changed.searchParams.set('options', `-c role=${role}`)
  return changed.href
}
