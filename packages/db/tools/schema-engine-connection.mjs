import pg from 'pg'
import { PrismaPg } from '@prisma/adapter-pg'

const NAMED_CATALOGUE_TYPES = [18, 22, 24, 30, 194, 2205, 2206] // "char", int2vector, regproc, oidvector, pg_node_tree, regclass, regtype
const CHARACTER = 6
const ERROR_CODES = { '3D000': 'P1003', '28P01': 'P1000', '42P04': 'P1009' }

/** An adapter that answers the engine's catalogue queries with the column types it expects. */
export async function connect(url) {
  const adapter = await new PrismaPg(configOf(url), { schema: schemaOf(url) }).connect()
  const pool = adapter.underlyingDriver()
  const query = pool.query.bind(pool)
  const queryRaw = adapter.queryRaw.bind(adapter)
  let isChar = []
  pool.query = async (...args) => {
    const result = await query(...args)
    isChar = (result.fields ?? []).map((field) => field.dataTypeID === 18)
    for (const field of result.fields ?? []) {
      if (NAMED_CATALOGUE_TYPES.includes(field.dataTypeID)) field.dataTypeID = 25
    }
    return result
  }
  adapter.queryRaw = async (statement) => {
    const result = await queryRaw(statement)
    isChar.forEach((yes, i) => {
      if (yes) result.columnTypes[i] = CHARACTER
    })
    return result
  }
  // The adapter's own version splits at every ';' and so breaks function bodies.
  adapter.executeScript = async (sql) => {
    try {
      await query(sql)
    } catch (error) {
      adapter.onError(error)
    }
  }
  return adapter
}

/** Connects to the shadow database after emptying its `public` schema. */
export async function emptyDatabase(url) {
  const adapter = await connect(url)
  await adapter.executeScript('drop schema if exists public cascade; create schema public;')
  return adapter
}

/** `cli can-connect-to-database` and `cli create-database`; ends the process. */
export async function runConnectionCommand(command, url) {
  const target = new URL(configOf(url).connectionString)
  const name = decodeURIComponent(target.pathname.slice(1))
  if (command === 'create-database') target.pathname = '/postgres'
  const client = new pg.Client(target.href)
  try {
    await client.connect()
    if (command === 'create-database') await client.query(`create database ${pg.escapeIdentifier(name)}`)
    process.exit(0)
  } catch (error) {
    const line = (level, fields) => JSON.stringify({ level, target: 'schema_engine::logger', fields })
    const code = ERROR_CODES[error.code] ?? 'P1001'
    // The caller skips the first line on stderr.
    const text = `${line('INFO', { message: 'start' })}\n${line('ERROR', { error_code: code, message: error.message })}`
    process.stderr.write(text, () => process.exit(1))
    await new Promise(() => {})
  }
}

// One connection only: the advisory lock of a migration belongs to its session.
function configOf(url) {
  const address = new URL(url)
  address.searchParams.delete('schema')
  return { connectionString: address.href, max: 1 }
}

const schemaOf = (url) => new URL(url).searchParams.get('schema') ?? undefined
