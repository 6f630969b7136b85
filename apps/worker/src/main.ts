import { workQueues } from '@court/jobs/work-queues'
import { buryOwed, noteAttempt } from '@court/usecases/outbox/settle-owed'
import { outboxKeyOf } from '@court/usecases/outbox/outbox-key'
import { readWorkerEnv } from './env.ts'
import { createHandlers } from './handlers.ts'
import { startRelay } from './relay.ts'
import { startServer } from './server/start-server.ts'
import { createServices } from './services.ts'

const drainMs = 8_000

const services = createServices(readWorkerEnv(process.env))
const { log, queues, contextFor } = services

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
  onError: report,
})
const relay = startRelay(services)
const server = await startServer(services)
log.info({ port: server.port }, 'the worker is at work')

function report(error: unknown) {
  log.warn({ error }, 'the worker could not reach database or queue')
}

let isStopping = false
async function stop() {
  if (isStopping) return
  isStopping = true
  await server.close()
  await relay.stop()
  const how = await work.close(drainMs)
  await services.close()
  log.info({ how }, 'the worker has stopped')
  process.exit(0)
}
process.on('SIGTERM', () => void stop())
process.on('SIGINT', () => void stop())
