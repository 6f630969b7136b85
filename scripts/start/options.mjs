import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'

export const root = resolve(import.meta.dirname, '../..')

// What was asked for: by the command line, then the environment, then the file .env.
export function readOptions(args, environment = process.env) {
  const { values } = parseArgs({
    args,
    options: {
      dev: { type: 'boolean', default: false },
      fresh: { type: 'boolean', default: false },
      'only-database': { type: 'boolean', default: false },
      'ready-file': { type: 'string' },
      'throw-away': { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  const webPort = portOf(environment, 'PORT', 3000)
  return {
    isDev: values.dev,
    isFresh: values.fresh,
    isOnlyDatabase: values['only-database'],
    isHelp: values.help,
    // For those who start it from a program: where to write the addresses once all is ready, and to leave no data behind.
    readyFile: values['ready-file'] ? resolve(values['ready-file']) : null,
    isThrownAway: values['throw-away'],
    host: environment.HOST || '127.0.0.1',
    ports: {
      web: webPort,
      admin: portOf(environment, 'ADMIN_PORT', webPort + 1),
      catcher: portOf(environment, 'CATCHER_PORT', webPort + 2),
      worker: portOf(environment, 'WORKER_PORT', webPort + 3),
      catcherSmtp: portOf(environment, 'CATCHER_SMTP_PORT', webPort + 25),
      webMetrics: portOf(environment, 'WEB_METRICS_PORT', webPort + 10),
      adminMetrics: portOf(environment, 'ADMIN_METRICS_PORT', webPort + 11),
      workerMetrics: portOf(environment, 'WORKER_METRICS_PORT', webPort + 13),
    },
    dataDir: resolve(root, environment.DATA_DIR || '.data'),
    databaseUrl: environment.DATABASE_URL || null,
    walArchiveDir: environment.WAL_ARCHIVE_DIR ? resolve(root, environment.WAL_ARCHIVE_DIR) : null,
  }
}

export function loadEnvironmentFile() {
  const file = join(root, '.env')
  if (existsSync(file)) process.loadEnvFile(file) // does not replace what is set already
}

export const help = `npm start [-- --fresh] [-- --only-database]      npm run dev
  --fresh          throw away the data of this clone first
  --only-database  only PostgreSQL, migrated
Variables: PORT, HOST, DATABASE_URL, REDIS_URL, SMTP_URL … (see .env.example)`

function portOf(environment, name, otherwise) {
  const text = environment[name]
  if (!text) return otherwise
  const port = Number(text)
  if (!Number.isInteger(port) || port < 1 || port > 65_535) throw new Error(`${name}=${text} is not a port (1–65535).`)
  return port
}
