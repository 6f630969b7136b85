import { spawn, spawnSync } from 'node:child_process'
import { createServer, type AddressInfo } from 'node:net'
import { join } from 'node:path'

const folder = join(import.meta.dirname, '../../bare-next')
const next = join(import.meta.dirname, '../../../node_modules/next/dist/bin/next')

/** A page of the same Next with one button on it, built for production and started. */
export async function startBareNext(): Promise<{ url: string; stop(): void }> {
  const env = { ...process.env, NODE_ENV: 'production' as const, NEXT_TELEMETRY_DISABLED: '1' }
  const built = spawnSync(process.execPath, [next, 'build', folder], { env, stdio: ['ignore', 2, 2] })
  if (built.status !== 0) throw new Error('the bare page was not built')
  const port = await freePort()
  const server = spawn(process.execPath, [next, 'start', folder, '-p', String(port), '-H', '127.0.0.1'], {
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const url = `http://127.0.0.1:${port}/`
  for (const end = Date.now() + 60_000; ;) {
    const answer = await fetch(url).catch(() => null)
    if (answer?.ok) return { url, stop: () => void server.kill() }
    if (Date.now() > end || server.exitCode !== null) throw new Error('the bare page did not start')
    await new Promise((done) => setTimeout(done, 100))
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => resolve(port))
    })
  })
}
