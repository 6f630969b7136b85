// `npm start` under Node 24, with dependencies in place: brings everything up in order, and down in the reverse order.
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { isPortFree } from '../postgres/ports.mjs'
import { withClient } from '../postgres.mjs'
import { build, generateClient, needsBuild } from './build.mjs'
import { createChildren } from './children.mjs'
import { dropDatabase, prepareDatabase, startOwnServer } from './database.mjs'
import { addressesOf, describeReady, writeReadyFile } from './demo.mjs'
import { environmentOf } from './environment.mjs'
import { beginAnew } from './fresh.mjs'
import { bringUpMedia, describeMedia, planMedia, reportMedia } from './media.mjs'
import { help, loadEnvironmentFile, readOptions, root } from './options.mjs'
import { waitUntilReady } from './ready.mjs'
import { killRunningCommands, runCommand } from './run-command.mjs'
import { findRunning, openRunRecord, stopLeftBehind } from './run-record.mjs'
import { keepSecrets } from './secrets.mjs'
import { out, sinceStart, step } from './steps.mjs'

const apps = ['web', 'admin']
const secondsToReady = 90

loadEnvironmentFile()
const shutdown = createShutdown()
try {
  await start(readOptions(process.argv.slice(2)))
} catch (error) {
  await shutdown.fail(error)
}

async function start(options) {
  if (options.isHelp) return out.line(help)
  const { dataDir } = options
  const logsDir = join(dataDir, 'logs')
  const recordFile = join(dataDir, 'run.json')
  refuseSecondRun(recordFile, options)
  const left = await stopLeftBehind(recordFile)
  if (left.length > 0) out.note(`Stopped what the last run left behind: ${left.join(', ')}`)
  if (options.isFresh) await step('Old data thrown away', () => beginAnew(dataDir))
  if (!options.isOnlyDatabase) await refuseTakenPorts(options)

  mkdirSync(logsDir, { recursive: true })
  const secrets = keepSecrets(join(dataDir, 'secrets.json'))
  const record = openRunRecord(recordFile)
  record.begin()
  shutdown.last(async () => {
    record.end()
    if (options.isThrownAway) await beginAnew(dataDir)
  })

  const client = await generateClient({ logsDir })
  if (client === 'made') out.done('Database client generated')
  const building = options.isDev || options.isOnlyDatabase ? Promise.resolve() : buildApps(logsDir)
  building.catch(() => {}) // reported where it is awaited

  const databaseUrls = await startDatabase({ options, secrets, logsDir })
  if (options.isOnlyDatabase) {
    out.line(`\nReady in ${sinceStart()}.\n\n  ${databaseUrls.admin}\n\nStop: Ctrl-C\n`)
    return shutdown.wait()
  }
  const media = await planMedia({ dataDir, secrets })
  const environment = environmentOf({ options, secrets, databaseUrls: databaseUrls.urls, media: media.environment })
  if (await isCountryEmpty(databaseUrls.admin)) await seed({ environment, logsDir, begun: begunFileOf(dataDir) })
  await building
  const children = await startChildren({ options, environment, record, logsDir })
  const addresses = addressesOf({ options, environment })
  await bringUpMedia({ plan: media, children, logsDir, webhookUrl: `${addresses.worker}/reports/media` })
  out.line(describeReady({ addresses, media: describeMedia(media), demoFile: environment.seed.DEMO_FILE, logsDir }))
  if (options.readyFile)
    writeReadyFile(options.readyFile, { addresses, recordFile, demoFile: environment.seed.DEMO_FILE })
  out.done(`Started in ${sinceStart()}`)
  await shutdown.wait()
}

async function startDatabase({ options, secrets, logsDir }) {
  let adminUrl = options.databaseUrl
  if (!adminUrl) {
    const server = await step('PostgreSQL 18', () =>
      startOwnServer({ dataDir: options.dataDir, logsDir, secrets, walArchiveDir: options.walArchiveDir }),
    )
    shutdown.add('PostgreSQL', server.stop)
    server.child.once('exit', (code) =>
      shutdown.fail(new Error(`PostgreSQL ended (${code}). Its log: ${join(logsDir, 'postgres.log')}`)),
    )
    adminUrl = server.url
  }
  const begun = begunFileOf(options.dataDir)
  if (existsSync(begun)) {
    if (options.databaseUrl) throw unfinishedDemo()
    out.note('The demo country was not finished last time: it is made again')
    await step('Unfinished database thrown away', () => dropDatabase(adminUrl))
    rmSync(begun)
  }
  const { url, urls } = await step(
    'Database migrated',
    () => prepareDatabase({ adminUrl, isOwnServer: !options.databaseUrl, secrets, logsDir }),
    {
      advice: options.databaseUrl
        ? 'Check that DATABASE_URL can be reached and that its role may create roles.'
        : undefined,
    },
  )
  return { admin: url, urls }
}

async function buildApps(logsDir) {
  const stale = apps.filter((app) => existsSync(join(root, 'apps', app, 'src')) && needsBuild(app))
  if (stale.length === 0) return
  await step(`Built ${stale.join(' and ')}`, () => Promise.all(stale.map((app) => build({ app, logsDir }))))
}

async function isCountryEmpty(url) {
  return withClient(url, async (client) => {
    const { rows } = await client.query('select not exists (select 1 from court) as empty')
    return rows[0].empty
  })
}

// A seed that was cut off leaves half a country: the file says so to the next start.
async function seed({ environment, logsDir, begun }) {
  writeFileSync(begun, '')
  await step('Demo country', () =>
    runCommand({
      title: 'The seed',
      args: [join(root, 'apps/worker/src/seed/main.ts')],
      env: environment.seed,
      logFile: join(logsDir, 'seed.log'),
      advice: `The whole output is in ${join(logsDir, 'seed.log')}. The next start makes it again from the beginning.`,
    }).then(() => undefined),
  )
  rmSync(begun)
}

function begunFileOf(dataDir) {
  return join(dataDir, 'seeding')
}

function unfinishedDemo() {
  const error = new Error('The demo country was not finished in the database that DATABASE_URL names.')
  error.advice = 'Empty that database (or name another), delete `.data/seeding`, and start again.'
  return error
}

async function startChildren({ options, environment, record, logsDir }) {
  const children = createChildren({
    logsDir,
    record,
    isVerbose: options.isDev,
    onGivenUp: (name, how, isOptional) => {
      const error = new Error(`${name} ended (${how}). Its log: ${join(logsDir, `${name}.log`)}`)
      return isOptional ? reportMedia(error) : shutdown.fail(error)
    },
  })
  shutdown.add('web, admin, worker, catcher', children.stop, children.kill)
  const { host, ports, isDev } = options
  const near = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host
  const run = (name, { args, cwd = root, env, port }) => {
    const child = children.start({ name, args, cwd, env })
    return waitUntilReady({ child, origin: `http://${near}:${port}`, seconds: secondsToReady })
  }
  const watch = isDev ? ['--watch', '--watch-preserve-output'] : []
  const node = (name, file, port) => run(name, { args: [...watch, join(root, file)], env: environment[name], port })
  const next = (name) =>
    run(name, {
      args: [
        join(root, 'node_modules/next/dist/bin/next'),
        isDev ? 'dev' : 'start',
        '-H',
        host,
        '-p',
        String(ports[name]),
      ],
      cwd: join(root, 'apps', name),
      env: environment[name],
      port: ports[name],
    })
  await step('Catcher of mails and text messages', () =>
    node('catcher', 'apps/worker/src/catcher/main.ts', ports.catcher),
  )
  await step('Worker, web, admin', () =>
    Promise.all([node('worker', 'apps/worker/src/main.ts', ports.worker), next('web'), next('admin')]).then(
      () => undefined,
    ),
  )
  return children
}

function refuseSecondRun(recordFile, { ports }) {
  const pid = findRunning(recordFile)
  if (!pid) return
  const error = new Error(`It runs already (process ${pid}), see http://localhost:${ports.web}.`)
  error.advice = `Stop it with Ctrl-C in its terminal, or \`kill ${pid}\`; or give this one a DATA_DIR and a PORT of its own.`
  throw error
}

async function refuseTakenPorts({ host, ports }) {
  const names = {
    web: 'PORT',
    admin: 'ADMIN_PORT',
    catcher: 'CATCHER_PORT',
    worker: 'WORKER_PORT',
    catcherSmtp: 'CATCHER_SMTP_PORT',
    webMetrics: 'WEB_METRICS_PORT',
    adminMetrics: 'ADMIN_METRICS_PORT',
    workerMetrics: 'WORKER_METRICS_PORT',
  }
  for (const [app, port] of Object.entries(ports)) {
    if (await isPortFree(port, host)) continue
    const error = new Error(`Port ${port} (${app}) is used by another program.`)
    error.advice = `Stop that program, or choose another: \`${names[app]}=${port + 1000} npm start\` (PORT moves them all).`
    throw error
  }
}

// Everything that has to be stopped, in the order in which it was started.
function createShutdown() {
  const stops = []
  let atTheEnd = async () => {}
  let under
  let firstSignalAt = 0
  let release
  const released = new Promise((resolve) => (release = resolve))

  async function stopAll() {
    killRunningCommands()
    for (const { title, stop } of stops.reverse()) {
      await stop().catch((error) => out.fail(`${title}: ${error.message}`))
    }
    await atTheEnd()
  }
  function onSignal(name) {
    if (!firstSignalAt) {
      firstSignalAt = Date.now()
      out.line(`\n• Stopping (${name})`)
      under ??= stopAll().then(() => {
        out.done('Stopped')
        process.exit(0)
      })
    } else if (name === 'SIGINT' && Date.now() - firstSignalAt > 1_000) {
      out.line('• Stopping at once') // npm and the terminal send the first one twice
      for (const { kill } of stops) kill?.()
    }
  }
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(name, () => onSignal(name))
  // The one who started us is gone without a word: do not stay behind.
  const parent = process.ppid
  setInterval(() => process.ppid !== parent && onSignal('parent ended'), 1_000).unref()

  return {
    add: (title, stop, kill) => stops.push({ title, stop, kill }),
    last: (fn) => (atTheEnd = fn),
    wait: () => {
      const alive = setInterval(() => {}, 60_000)
      return released.finally(() => clearInterval(alive))
    },
    fail: async (error) => {
      if (under) return under
      out.fail(`${error.step ? `${error.step}: ` : ''}${error.message}`)
      if (error.advice) out.line(`  What to do: ${error.advice}`)
      if (!error.advice && error.stack) process.env.DEBUG && out.line(error.stack)
      under = stopAll().then(() => process.exit(1))
      release()
      return under
    },
  }
}
