import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { connect } from '@court/db/connection'
import { createDatabase } from '@court/db/database'
import { migrate } from '@court/db/migrate'
import { testContext } from '@court/testkit/context'
import { must, prepareDraft, someSignature } from '@court/testkit/filings'
import { buildPerson } from '@court/testkit/persons'
import { buildWorkingCourts } from '@court/testkit/working-court'
import { submitFiling, type SubmittedFiling } from '@court/usecases/filing/submit-filing'
import type { Bench, Settings } from '../bench.ts'
import { openPorts } from '../filing/bench-ports.ts'
import { copyOf, rowsOfCase, type FilingRows } from '../filing/rows-of-case.ts'
import { alternate } from '../measure/alternate.ts'
import { closedLoop, type LoopResult } from '../measure/closed-loop.ts'
import { median, medianRatio, percentile } from '../measure/statistics.ts'
import { withClient, withDatabase, withRole } from '../postgres/addresses.ts'
import { startServer } from '../postgres/server.ts'

const perRound = { small: 4, normal: 48, full: 200 }
const connections = 16
const files = ['complaint', 'identity-document', 'evidence', 'evidence', 'evidence'] as const

export const filing: Bench = {
  name: 'filing',
  description:
    'from "submit" to the receipt with five files, 16 at once: rows, blobs, outbox; limit: the same rows by plain pg in one transaction, without deciding anything',
  async run(settings) {
    const server = await startServer()
    const name = `bench_filing_${randomBytes(4).toString('hex')}`
    const url = withDatabase(server.url, name)
    try {
      await withClient(server.url, (client) => client.query(`create database ${name}`))
      await migrate(url)
      return await measure(url, settings)
    } finally {
      await withClient(server.url, (client) => client.query(`drop database if exists ${name} with (force)`))
      await server.stop()
    }
  },
}

async function measure(url: string, settings: Settings) {
  const { rounds, scale, say } = settings
  const all = connect(url, 4)
  const adminDb = createDatabase({ urls: { staff: withRole(url, 'app_admin') } })
  const db = createDatabase({ urls: { public: withRole(url, 'app_public') }, poolMax: connections })
  const pool = new pg.Pool({ connectionString: withRole(url, 'app_public'), max: connections })
  const { ports, remove } = await openPorts()
  try {
    const { courts } = await buildWorkingCourts({ all: all.client, adminDb })
    const court = courts['浙0212']
    if (!court) throw new Error('the court was not built')
    const count = perRound[scale] * (rounds + 1) + 1
    say(`preparing ${count} drafts with ${files.length} files each`)
    const drafts = await prepared({ count, courtSlug: court.slug, db, all: all.client, ports })
    const [one] = drafts.splice(0, 1)
    if (!one) throw new Error('no draft')
    const filed = await one()
    const rows = await withClient(url, (client) => rowsOfCase(client, { ...filed, personId: filed.personId }))
    say(`${rows.rows} rows in ${rows.tables.length} tables, ${rows.bytes} bytes a filing`)
    const samples = await alternate(
      {
        ours: () => {
          const items = drafts.splice(0, perRound[scale])
          return closedLoop({ items, calls: items.length, lanes: connections, work: (submit) => submit() })
        },
        limit: () =>
          closedLoop({
            items: [filed],
            calls: perRound[scale],
            lanes: connections,
            work: (like) => insertAll(pool, like, copyOf(rows)),
          }),
      },
      settings,
    )
    return outcomeOf(samples, rows)
  } finally {
    await Promise.all([db.close(), adminDb.close(), all.close(), pool.end(), remove()])
  }
}

type Filed = SubmittedFiling & { personId: string }
type Parts = {
  count: number
  courtSlug: string
  db: ReturnType<typeof createDatabase>
  all: ReturnType<typeof connect>['client']
  ports: Awaited<ReturnType<typeof openPorts>>['ports']
}

/** Drafts with all their files, each of a person of its own, ready to be sent. */
async function prepared({ count, courtSlug, db, all, ports }: Parts): Promise<(() => Promise<Filed>)[]> {
  const drafts: (() => Promise<Filed>)[] = []
  for (let index = 0; index < count; index += 1) {
    const actor = await buildPerson(all)
    const ctx = { ...testContext({ db, actor, now: new Date(), ports }), actor }
    const draft = await prepareDraft({ ctx, ports, courtSlug, materials: files })
    drafts.push(async () => ({
      ...must(await submitFiling(ctx, { ...draft, signature: someSignature })),
      personId: actor.personId,
    }))
  }
  return drafts
}

/** One statement a table, all in one transaction, under the same policies. */
async function insertAll(pool: pg.Pool, { courtId, personId }: Filed, tables: FilingRows['tables']): Promise<void> {
  const client = await pool.connect()
  try {
    await client.query(`begin; set local app.court_id = '${courtId}'; set local app.person_id = '${personId}'`)
    for (const { table, rows } of tables)
      await client.query({
        name: `insert ${table}`,
        text: `insert into ${table} select * from jsonb_populate_recordset(null::${table}, $1)`,
        values: [rows],
      })
    await client.query('commit')
  } finally {
    client.release()
  }
}

function outcomeOf(samples: Record<'ours' | 'limit', LoopResult[]>, { rows, bytes, tables }: FilingRows) {
  const perSecond = (side: 'ours' | 'limit') => samples[side].map((sample) => sample.perSecond)
  const latency = (side: 'ours' | 'limit', share: number) =>
    median(samples[side].map(({ latenciesMs }) => percentile(latenciesMs, share)))
  const ratioToLimit = medianRatio(perSecond('ours'), perSecond('limit'))
  const summary = (side: 'ours' | 'limit') => ({
    perSecond: perSecond(side),
    p50Ms: latency(side, 0.5),
    p95Ms: latency(side, 0.95),
    p99Ms: latency(side, 0.99),
  })
  return {
    ratioToPeer: null,
    ratioToLimit,
    table: (['ours', 'limit'] as const).map((side) => ({
      side: side === 'ours' ? 'ours (checked, decided, sealed)' : 'the same rows by plain pg',
      'filings/s': median(perSecond(side)),
      'p50 ms': latency(side, 0.5),
      'p95 ms': latency(side, 0.95),
      'p99 ms': latency(side, 0.99),
    })),
    aims: [{ what: 'filings per second against plain inserts', figure: ratioToLimit, at: 'least' as const, aim: 0.6 }],
    figures: {
      connections,
      files: files.length,
      rowsPerFiling: rows,
      bytesPerFiling: bytes,
      tablesPerFiling: tables.map(({ table }) => table),
      ours: summary('ours'),
      limit: summary('limit'),
    },
  }
}
