import { join } from 'node:path'
import { Redis } from 'ioredis'
import { freePort, startChild, until, type Child } from './child.ts'

export type RedisServer = {
  url: string
  client: Redis
  start(): Promise<void>
  /** Loses everything: nothing of it is on disk. */
  kill(): Promise<void>
  stop(): Promise<void>
}

export async function startRedisServer(folder: string): Promise<RedisServer> {
  const port = await freePort()
  let child: Child | null = null
  const client = new Redis({ port, host: '127.0.0.1', lazyConnect: true, maxRetriesPerRequest: 1 })
  client.on('error', () => undefined)
  const server: RedisServer = {
    url: `redis://127.0.0.1:${port}`,
    client,
    async start() {
      child = startChild({
        command: 'redis-server',
        args: ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'],
        logFile: join(folder, 'redis.log'),
      })
      await until('Redis answers', () =>
        client.ping().then(
          () => true,
          () => false,
        ),
      )
    },
    async kill() {
      await child?.end('SIGKILL')
      child = null
    },
    async stop() {
      client.disconnect()
      await child?.end('SIGTERM')
      child = null
    },
  }
  await server.start()
  return server
}
