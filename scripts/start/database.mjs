import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { startPostgres, withClient } from '../postgres.mjs'
import { archiveSettings } from '../../deploy/backup/archive-settings.mjs'
import { choosePlace } from '../postgres/place.mjs'
import { databaseRoles } from './environment.mjs'
import { root } from './options.mjs'
import { runCommand } from './run-command.mjs'

const databaseName = 'tongheng'
const owner = 'owner'

export const placeFileOf = (dataDir) => join(dataDir, 'postgres.json')

// The embedded server of this clone; where it stands is written to .data/postgres.json.
export async function startOwnServer({ dataDir, logsDir, secrets, walArchiveDir }) {
  const file = placeFileOf(dataDir)
  const known = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null
  const place = choosePlace({ root, wanted: join(dataDir, 'postgres') })
  // Data outside of the clone from a .data that is gone: its passwords went with it. Kept aside, never deleted.
  if (!known && existsSync(place.data)) renameSync(place.data, `${place.data}.old-${Date.now()}`)
  const save = (port) => {
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(
      file,
      `${JSON.stringify({ data: place.data, native: place.native, user: place.user?.name ?? null, port }, null, 2)}\n`,
    )
  }
  save(known?.port)
  const server = await startPostgres({
    place,
    port: known?.port,
    password: secrets.postgresPassword,
    log: join(logsDir, 'postgres.log'),
    settings: { max_connections: 200, ...keepWal(walArchiveDir, place.user) },
  })
  save(server.port)
  return server
}

// What a restore to any instant needs (docs/runbooks/backup.md); the server writes there as its own user.
function keepWal(folder, user) {
  if (!folder) return {}
  mkdirSync(folder, { recursive: true })
  if (user) chownSync(folder, user.uid, user.gid)
  return archiveSettings(folder)
}

// Roles with their passwords, the database and its tables. `adminUrl`: a role that may create roles.
export async function prepareDatabase({ adminUrl, isOwnServer, secrets, logsDir }) {
  const url = isOwnServer ? withDatabase(adminUrl, databaseName) : adminUrl
  await withClient(adminUrl, async (client) => {
    await createRole(client, owner, secrets.ownerPassword)
    for (const { role, secret } of databaseRoles) await createRole(client, role, secrets[secret])
    if (!isOwnServer) return
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [databaseName])
    if (rowCount === 0) await client.query(`create database ${databaseName} owner ${owner}`)
  })
  if (!isOwnServer) await lendDatabase(url)
  await runCommand({
    title: 'Migration',
    args: [join(root, 'scripts/start/migrate.mjs')],
    env: { ...process.env, DATABASE_URL: withRole(url, owner, secrets.ownerPassword) },
    logFile: join(logsDir, 'migrate.log'),
    advice: 'An edited or half-applied migration stops here. To begin with an empty database: `npm start -- --fresh`.',
  })
  return {
    url,
    urls: Object.fromEntries(
      databaseRoles.map(({ role, secret, variable }) => [variable, withRole(url, role, secrets[secret])]),
    ),
  }
}

export async function dropDatabase(adminUrl) {
  await withClient(adminUrl, (client) => client.query(`drop database if exists ${databaseName} with (force)`))
}

export function withRole(url, role, password) {
  const changed = new URL(url)
  changed.username = role
  changed.password = password
  return changed.href
}

export function withDatabase(url, name) {
  const changed = new URL(url)
  changed.pathname = `/${name}`
  return changed.href
}

// No role but the first owns or bypasses anything.
async function createRole(client, role, password) {
  const { rowCount } = await client.query('select 1 from pg_roles where rolname = $1', [role])
  const name = client.escapeIdentifier(role)
  if (rowCount === 0) await client.query(`create role ${name} login nobypassrls`)
  await client.query(`alter role ${name} login password ${client.escapeLiteral(password)}`)
}

// On a server that is not ours the database exists; its tables shall belong to the role that only migrates.
async function lendDatabase(url) {
  await withClient(url, async (client) => {
    const { rows } = await client.query('select current_database() as name')
    await client.query(`grant all on database ${client.escapeIdentifier(rows[0].name)} to ${owner}`)
    await client.query(`grant all on schema public to ${owner}`)
  })
}
