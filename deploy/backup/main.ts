// npm run backup  [-- --to DIR] [--database URL] [--files DIR]
// npm run restore -- --backup DIR/NAME [--at INSTANT] [--data DIR --files DIR]
import { existsSync, readFileSync, renameSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { choosePlace, repositoryRoot, type Place } from '../../scripts/postgres.mjs'
import { backUp } from './back-up.ts'
import { restore } from './restore.ts'

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    to: { type: 'string' },
    database: { type: 'string' },
    files: { type: 'string' },
    backup: { type: 'string' },
    at: { type: 'string' },
    data: { type: 'string' },
  },
})
const dataDir = resolve(repositoryRoot, process.env['DATA_DIR'] || '.data')
const blobs = resolve(values.files ?? join(process.env['FILES_DIR'] || join(dataDir, 'files'), 'blobs'))

switch (positionals[0]) {
  case 'backup':
    await runBackup()
    break
  case 'restore':
    await runRestore()
    break
  default:
    console.error('npm run backup, or npm run restore -- --backup FOLDER; see docs/runbooks/backup.md')
    process.exitCode = 2
}

async function runBackup(): Promise<void> {
  const to = resolve(values.to ?? (process.env['BACKUP_DIR'] || join(dataDir, 'backups')))
  const begun = performance.now()
  const made = await backUp({
    url: values.database ?? (process.env['BACKUP_DATABASE_URL'] || urlOfThisClone()),
    blobs,
    to,
  })
  const seconds = Math.round((performance.now() - begun) / 100) / 10
  console.log(
    `${made.folder}: PostgreSQL ${made.serverVersion} up to ${made.stopLsn}, ${made.files} files (${made.copied} new), ${seconds} s`,
  )
}

async function runRestore(): Promise<void> {
  if (!values.backup) throw new Error('which backup? --backup FOLDER')
  const backup = resolve(values.backup)
  const place = choosePlace({ root: repositoryRoot, wanted: join(dataDir, 'postgres') })
  const data = values.data ? resolve(values.data) : makeRoom(place)
  const { files } = await restore({
    backup,
    wal: join(dirname(backup), 'wal'),
    data,
    blobs,
    owner: place.user,
    ...(values.at === undefined ? {} : { at: values.at }),
  })
  console.log(
    `${data} is laid out with ${files} files; the server that starts on it plays the WAL up to ${values.at ?? 'its end'} and opens`,
  )
}

/** The embedded server of this clone: its data stand aside, untouched, until somebody is sure. */
function makeRoom({ data }: Place): string {
  if (existsSync(join(data, 'postmaster.pid')))
    throw new Error(`a server runs on ${data}: stop it first (Ctrl-C in its terminal)`)
  if (existsSync(data)) renameSync(data, `${data}.before-restore-${Date.now()}`)
  return data
}

function urlOfThisClone(): string {
  const placeFile = join(dataDir, 'postgres.json')
  if (!existsSync(placeFile)) throw new Error(`no database in ${dataDir}; name one: --database URL`)
  const { port } = JSON.parse(readFileSync(placeFile, 'utf8')) as { port: number }
  const { postgresPassword } = JSON.parse(readFileSync(join(dataDir, 'secrets.json'), 'utf8')) as {
    postgresPassword: string
  }
  return `postgres://postgres:${encodeURIComponent(postgresPassword)}@127.0.0.1:${port}/postgres`
}
