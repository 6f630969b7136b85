import { beginDraining } from '@court/adapters/telemetry/draining'
import { startTelemetry } from '@court/adapters/telemetry/start-telemetry'
import { telemetryOf } from '@court/adapters/telemetry/telemetry-environment'
import { workQueues } from '@court/jobs/work-queues'
import { buryOwed, noteAttempt } from '@court/usecases/outbox/settle-owed'
import { outboxKeyOf } from '@court/usecases/outbox/outbox-key'
import { readWorkerEnv } from './env.ts'
import { createHandlers } from './handlers.ts'
import { startRecorders } from './recorder/start-recorders.ts'
import { startRelay } from './relay.ts'
import { workerFigures } from './server/metrics.ts'
import { startServer } from './server/start-server.ts'
import { createServices } from './services.ts'

const drainMs = 8_000

const services = createServices(readWorkerEnv(process.env))
const { env, db, log, queues, contextFor } = services
const telemetry = await startTelemetry({
  app: 'worker',
  ...telemetryOf(env),
  pools: () => db.pools(),
  own: workerFigures(services),
})

const work = workQueues(queues, {
  handlers: createHandlers(services),
  concurrency: { notices: 10, clocks: 5 },
  onDead: ({ outboxId, name, detail }) => {
    log.error({ job: name, outboxId, detail }, 'a job failed for good')
    if (outboxId) void buryOwed(contextFor('relay'), outboxKeyOf(outboxId), detail).catch(report)
  },
  onFailedAttempt: ({ outboxId, name, detail, attempt }) => {
    log.warn({ job: name, outboxId, attempt, detail }, 'an attempt failed; it is repeated')
    if (outboxId) void noteAttempt(contextFor('relay'), outboxKeyOf(outboxId), detail).catch(report)
  },
  // The jobs that come round by themselves say what they found.
  onDone: ({ outboxId, name, payload, attempt, milliseconds }) => {
    if (outboxId) log.info({ job: name, outboxId, ...payload, attempt, milliseconds }, 'done')
  },
  onError: report,
})
const relay = startRelay(services, work)
const server = await startServer(services)
const recorders = await startRecorders(services)
log.info({ port: server.port }, 'the worker is at work')

function report(error: unknown) {
  log.warn({ error }, 'the worker could not reach database or queue')
}

let isStopping = false
async function stop() {
  if (isStopping) return
  isStopping = true
  beginDraining()
  // Reports of delivery may still be on their way here; the jobs are not waited for with them.
  const served = new Promise((resolve) => setTimeout(resolve, env.DRAIN_SECONDS * 1000)).then(() => server.close())
  await Promise.all([relay.stop(), recorders.stop()])
  const how = await work.close(drainMs)
  await served
  await services.close()
  await telemetry.stop()
  log.info({ how }, 'the worker has stopped')
  process.exit(0)
}
process.on('SIGTERM', () => void stop())
process.on('SIGINT', () => void stop())
