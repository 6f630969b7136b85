import { join } from 'node:path'
import { quietEnvironment } from './install.mjs'

// What each app gets to read. Whatever the user set wins; the address of the owning role reaches no app.
export function environmentOf({ options, secrets, databaseUrls, media = {}, environment = process.env }) {
  const { host, ports, dataDir } = options
  const ownHost = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host
  const defaults = {
    HOST: host,
    WORKER_PORT: String(ports.worker),
    WEB_ORIGIN: `http://localhost:${ports.web}`,
    ADMIN_ORIGIN: `http://localhost:${ports.admin}`,
    WORKER_ORIGIN: `http://localhost:${ports.worker}`,
    WORKER_METRICS_URL: `http://127.0.0.1:${ports.workerMetrics}/metrics`,
    // Nobody stands in front who would have to be told before it ends.
    DRAIN_SECONDS: '0',
    ZONE: 'all',
    REDIS_URL: '',
    FILES_DIR: join(dataDir, 'files'),
    SESSION_SECRET_WEB: secrets.sessionSecretWeb,
    SESSION_SECRET_ADMIN: secrets.sessionSecretAdmin,
    FIELD_ENCRYPTION_KEY: secrets.fieldEncryptionKey,
    BLIND_INDEX_KEY: secrets.blindIndexKey,
    ONE_TIME_CODE_KEY: secrets.oneTimeCodeKey,
    SMTP_URL: `smtp://${ownHost}:${ports.catcherSmtp}`,
    MAIL_FROM: '同衡 <no-reply@tongheng.example>',
    SMS_GATEWAY_URL: `http://${ownHost}:${ports.catcher}/sms`,
    SMS_GATEWAY_SECRET: secrets.smsGatewaySecret,
    CLAMAV_URL: '',
    LIVEKIT_URL: '',
    ...media,
    LOG_LEVEL: 'info',
    DEMO_FILE: join(dataDir, 'demo.json'),
  }
  const chosen = Object.fromEntries(Object.entries(defaults).map(([name, value]) => [name, environment[name] || value]))
  const shared = {
    ...environment,
    ...quietEnvironment,
    ...chosen,
    ...databaseUrls,
    NODE_ENV: options.isDev ? 'development' : 'production',
  }
  for (const name of ['DATABASE_URL', 'PORT', 'TEST_DATABASE_URL']) delete shared[name]
  const only = (names, extra) => ({
    ...without(
      shared,
      keptApart.filter((name) => !names.includes(name)),
    ),
    ...extra,
  })
  const catcher = {
    CATCHER_PORT: String(ports.catcher),
    CATCHER_SMTP_PORT: String(ports.catcherSmtp),
    CATCHER_DIR: join(dataDir, 'catcher'),
  }
  return {
    web: only(['DATABASE_URL_PUBLIC', 'DATABASE_URL_STAFF', 'SESSION_SECRET_WEB', 'LIVEKIT_API_SECRET'], {
      PORT: String(ports.web),
      METRICS_PORT: String(ports.webMetrics),
    }),
    admin: only(['DATABASE_URL_ADMIN', 'SESSION_SECRET_ADMIN'], {
      PORT: String(ports.admin),
      METRICS_PORT: String(ports.adminMetrics),
    }),
    worker: only(
      ['DATABASE_URL_WORKER', 'DATABASE_URL_ADMIN', 'SESSION_SECRET_ADMIN', 'SMS_GATEWAY_SECRET', 'LIVEKIT_API_SECRET'],
      {
        METRICS_PORT: String(ports.workerMetrics),
      },
    ),
    catcher: only(['SMS_GATEWAY_SECRET'], catcher),
    seed: shared,
  }
}

// What a process does not need it does not get: the portal of the parties never learns how staff or the worker sign in.
const keptApart = [
  ...['DATABASE_URL_PUBLIC', 'DATABASE_URL_STAFF', 'DATABASE_URL_ADMIN', 'DATABASE_URL_WORKER'],
  ...['SESSION_SECRET_WEB', 'SESSION_SECRET_ADMIN', 'SMS_GATEWAY_SECRET', 'LIVEKIT_API_SECRET'],
]

const without = (environment, names) =>
  Object.fromEntries(Object.entries(environment).filter(([name]) => !names.includes(name)))

// `next build` loads modules that read the environment, but must not keep any of it.
export function environmentForBuild(environment = process.env) {
  const options = {
    host: '127.0.0.1',
    ports: { web: 3000, admin: 3001, catcher: 3002, worker: 3003, workerMetrics: 3013, catcherSmtp: 3025 },
    dataDir: '/nonexistent',
  }
  const secret = 'only-while-building-0123456789-0123456789-0'
  const secrets = new Proxy({}, { get: () => secret })
  const url = 'postgres://build:build@127.0.0.1:1/build'
  const databaseUrls = Object.fromEntries(databaseRoles.map(({ variable }) => [variable, url]))
  return environmentOf({ options, secrets, databaseUrls, environment: systemPart(environment) }).seed
}

export const databaseRoles = [
  { role: 'app_public', secret: 'publicPassword', variable: 'DATABASE_URL_PUBLIC' },
  { role: 'app_staff', secret: 'staffPassword', variable: 'DATABASE_URL_STAFF' },
  { role: 'app_admin', secret: 'adminPassword', variable: 'DATABASE_URL_ADMIN' },
  { role: 'worker', secret: 'workerPassword', variable: 'DATABASE_URL_WORKER' },
]

const systemPart = ({ PATH, HOME, TMPDIR, LANG, LC_ALL, USER, CI, NODE_OPTIONS, NODE_EXTRA_CA_CERTS }) =>
  Object.fromEntries(
    Object.entries({ PATH, HOME, TMPDIR, LANG, LC_ALL, USER, CI, NODE_OPTIONS, NODE_EXTRA_CA_CERTS }).filter(
      ([, value]) => value,
    ),
  )
