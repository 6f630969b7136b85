import { connect } from 'node:net'

type CheckState = 'ok' | 'unreachable' | 'not configured'

// The database's port accepts a connection. Internal text (host, port) is not told to the outside.
export async function checkReadiness(): Promise<Record<string, CheckState>> {
  return { database: await probe(process.env.DATABASE_URL, 5432) }
}

function probe(address: string | undefined, defaultPort: number): Promise<CheckState> {
  if (!address || !URL.canParse(address)) return Promise.resolve('not configured')
  const url = new URL(address)
  return new Promise((resolve) => {
    const socket = connect({ host: url.hostname, port: Number(url.port) || defaultPort, timeout: 2_000 })
    const end = (state: CheckState) => {
      socket.destroy()
      resolve(state)
    }
    socket.once('connect', () => end('ok'))
    socket.once('timeout', () => end('unreachable'))
    socket.once('error', () => end('unreachable'))
  })
}
