import { once } from 'node:events'
import type { Writable } from 'node:stream'
import pg from 'pg'

export type BaseBackup = { startLsn: string; stopLsn: string; timeline: number; serverVersion: string }

type Sink = { archive: Writable; manifest: Writable }

/**
 * A base backup by PostgreSQL's own replication protocol (`BASE_BACKUP`), as pg_basebackup takes it: the server that npm brings has no client
 * programs, and those of a distribution refuse a newer server. The tar holds the WAL it needs to start; the manifest has the hash of
 * every file. `url` names a role that may replicate.
 */
export async function takeBase(url: string, sink: Sink): Promise<BaseBackup> {
  const client = new pg.Client({
    connectionString: url,
    application_name: 'tongheng backup',
    replication: 'database',
  } as pg.ClientConfig)
  await client.connect()
  try {
    const { rows } = await client.query<{ server_version: string }>('show server_version')
    const positions = await receive(client, sink)
    const [start, stop] = [positions.at(0), positions.at(-1)]
    if (!start || !stop || positions.length < 2)
      throw new Error('the server ended the backup without saying where it stands')
    return {
      startLsn: start.lsn,
      stopLsn: stop.lsn,
      timeline: start.timeline,
      serverVersion: rows[0]?.server_version ?? '',
    }
  } finally {
    await client.end()
  }
}

type Position = { lsn: string; timeline: number }
type Connection = { query(text: string): void; stream: { pause(): void; resume(): void } }
type Field = { name: string }

const command =
  "BASE_BACKUP (LABEL 'tongheng', CHECKPOINT 'fast', WAL true, MANIFEST 'yes', MANIFEST_CHECKSUMS 'SHA256')"

/** What the server sends: where the backup begins, the tablespaces, one stream of the tar and the manifest, where it ends. */
function receive(client: pg.Client, { archive, manifest }: Sink): Promise<Position[]> {
  return new Promise((resolve, reject) => {
    const positions: Position[] = []
    let [fields, archives, to]: [string[], number, Writable] = [[], 0, archive]
    let failure: Error | null = null
    let isWaiting = false
    const submittable = {
      submit: (connection: Connection) => connection.query(command),
      handleRowDescription: (message: { fields: Field[] }) => (fields = message.fields.map(({ name }) => name)),
      handleDataRow(message: { fields: unknown[] }) {
        const [first, second] = message.fields.map(String)
        if (fields[0] === 'recptr') positions.push({ lsn: first ?? '', timeline: Number(second) })
      },
      handleCopyData({ chunk }: { chunk: Buffer }, connection: Connection) {
        const kind = String.fromCharCode(chunk[0] ?? 0)
        if (kind === 'n' && ++archives > 1)
          failure ??= new Error('tablespaces outside of the data folder are not backed up')
        if (kind === 'm') to = manifest
        // pg uses its buffer again as soon as we return.
        if (kind !== 'd' || to.write(Buffer.from(chunk.subarray(1))) || isWaiting) return
        // The disk is slower than the server.
        isWaiting = true
        connection.stream.pause()
        void once(to, 'drain').then(() => {
          isWaiting = false
          connection.stream.resume()
        })
      },
      handleCommandComplete: () => undefined,
      handleEmptyQuery: () => undefined,
      handlePortalSuspended: () => undefined,
      handleError: (error: Error) => (failure ??= error),
      handleReadyForQuery: () => (failure ? reject(failure) : resolve(positions)),
    }
    client.once('error', reject)
    client.query(submittable as unknown as pg.QueryConfig).catch?.(reject)
  })
}
