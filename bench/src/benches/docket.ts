import { createHash } from 'node:crypto'
import { join } from 'node:path'
import type { Bench } from '../bench.ts'
import type { LoadResult, WireRequest } from '../load/http-load.ts'
import { alternate } from '../measure/alternate.ts'
import { median, medianRatio, percentile } from '../measure/statistics.ts'
import { sessionOf } from '../nation/ids.ts'
import { openNation, type Nation } from '../nation/open-nation.ts'
import { courtsBySize } from '../nation/samples.ts'
import { withRole } from '../postgres/addresses.ts'
import { installPeers } from '../processes/install-peers.ts'
import { startProcess, type BenchProcess } from '../processes/start-process.ts'
import { limitAsked, oursAsked, peerAsked, type Page, type Side } from './docket-sides.ts'

const scales = {
  small: { cases: 10_000, courts: 5, seconds: 0.3 },
  normal: { cases: 1_000_000, courts: 300, seconds: 4 },
  full: { cases: 10_000_000, courts: 300, seconds: 4 },
}
const connections = 16
const here = (path: string) => join(import.meta.dirname, path)

export const docket: Bench = {
  name: 'docket',
  description:
    'the list of a court (50 rows, a filter, keyset) through tRPC over HTTP under row-level security; peer: PostGraphile; limit: the same SQL by plain pg',
  async run(settings) {
    const { cases, courts, seconds } = scales[settings.scale]
    await installPeers(settings.say)
    const nation = await openNation(cases, settings.say)
    const started: BenchProcess[] = []
    const start = async (path: string, more: object) => {
      const one = await startProcess(here(path), { url: nation.url, poolMax: connections, ...more })
      started.push(one)
      return one
    }
    try {
      const staffUrl = withRole(nation.url, 'app_staff')
      const [api, peer, limit, load] = [
        await start('../processes/api.ts', {}),
        await start('../../peers/postgraphile-server.mjs', { url: staffUrl }),
        await start('../processes/docket-limit.ts', { url: staffUrl }),
        await start('../load/main.ts', {}),
      ]
      const sample = await courtsBySize(nation, courts)
      const cookies = new Map<string, string>()
      for (const court of new Set(sample)) {
        const session = sessionOf(court, 'filing-clerk')
        cookies.set(session, String(await api.ask(session)))
      }
      const sides = {
        ours: await prepare(api, oursAsked(cookies), sample),
        peer: await prepare(peer, peerAsked, sample),
        limit: await prepare(limit, limitAsked, sample),
      }
      for (const side of [sides.peer, sides.limit])
        if (side.hash !== sides.ours.hash) throw new Error('the sides list different rows')
      settings.say(`${sides.ours.rows} rows on ${sides.ours.requests.length} pages are the same on every side`)
      const run =
        ({ process, port, requests }: Prepared) =>
        async () => {
          const cpuBefore = await process.cpuMs()
          const result = (await load.ask({ port, requests, connections, seconds })) as LoadResult
          if (result.failures > 0) throw new Error(`${result.failures} requests failed`)
          return { ...result, cpuMs: ((await process.cpuMs()) - cpuBefore) / result.latenciesMs.length }
        }
      const samples = await alternate(
        { ours: run(sides.ours), peer: run(sides.peer), limit: run(sides.limit) },
        settings,
      )
      return outcomeOf(samples, nation, sides.ours.rows)
    } finally {
      for (const one of started) one.stop()
      await nation.close()
    }
  },
}

type Sample = LoadResult & { cpuMs: number }
type Prepared = { process: BenchProcess; port: number; requests: WireRequest[]; hash: string; rows: number }

/** The first page of each court and, where there is one, the second; each asked once, so that all is warm and known to be equal. */
async function prepare(process: BenchProcess, side: Side, courts: readonly number[]): Promise<Prepared> {
  const port = Number(await process.ask('port'))
  const requests: WireRequest[] = []
  const hash = createHash('sha256')
  let rows = 0
  for (const court of courts) {
    let after: Page['after'] = null
    for (let page = 1; page <= 2; page += 1) {
      const request = side.request(court, after)
      const answered = side.page(await fetchOnce(port, request))
      requests.push(request)
      hash.update(JSON.stringify(answered.rows))
      rows += answered.rows.length
      after = answered.after
      if (!after) break
    }
  }
  return { process, port, requests, hash: hash.digest('hex'), rows }
}

async function fetchOnce(port: number, { method, path, headers, body }: WireRequest): Promise<string> {
  const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
    method,
    headers: { ...headers, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    ...(body === undefined ? {} : { body }),
  })
  const text = await answer.text()
  if (answer.status !== 200) throw new Error(`${method} ${path}: ${answer.status} ${text.slice(0, 500)}`)
  return text
}

type Sides = 'ours' | 'peer' | 'limit'
const titles: Record<Sides, string> = {
  ours: 'ours (tRPC, session, RLS)',
  peer: 'PostGraphile (RLS)',
  limit: 'plain pg (RLS)',
}

function outcomeOf(samples: Record<Sides, Sample[]>, { cases, courts }: Nation, rows: number) {
  const perSecond = (side: Sides) => samples[side].map((sample) => sample.perSecond)
  const latency = (side: Sides, share: number) =>
    median(samples[side].map(({ latenciesMs }) => percentile(latenciesMs, share)))
  const summary = (side: Sides) => ({
    perSecond: perSecond(side),
    p50Ms: latency(side, 0.5),
    p95Ms: latency(side, 0.95),
    p99Ms: latency(side, 0.99),
    cpuMsPerRequest: median(samples[side].map(({ cpuMs }) => cpuMs)),
    bytesPerAnswer: Math.round(median(samples[side].map(({ bytes, latenciesMs }) => bytes / latenciesMs.length))),
  })
  const figures = { ours: summary('ours'), peer: summary('peer'), limit: summary('limit') }
  const ratioToPeer = medianRatio(perSecond('ours'), perSecond('peer'))
  const ratioToLimit = medianRatio(perSecond('ours'), perSecond('limit'))
  return {
    ratioToPeer,
    ratioToLimit,
    table: (['ours', 'peer', 'limit'] as const).map((side) => ({
      side: titles[side],
      'requests/s': median(figures[side].perSecond),
      'p50 ms': figures[side].p50Ms,
      'p95 ms': figures[side].p95Ms,
      'p99 ms': figures[side].p99Ms,
      'CPU ms/request': figures[side].cpuMsPerRequest,
      'bytes/answer': figures[side].bytesPerAnswer,
    })),
    aims: [
      { what: 'requests per second against PostGraphile', figure: ratioToPeer, at: 'least' as const, aim: 2 },
      { what: 'requests per second against plain pg', figure: ratioToLimit, at: 'least' as const, aim: 0.85 },
    ],
    figures: { cases, courts, connections, rowsCompared: rows, ...figures },
  }
}
