import pg from 'pg'
import type { Bench } from '../bench.ts'
import { createDatabase, type Database } from '@court/db/database'
import { findCases } from '@court/db/reads/search-cases'
import { alternate } from '../measure/alternate.ts'
import { closedLoop, type LoopResult } from '../measure/closed-loop.ts'
import { median, medianRatio, percentile } from '../measure/statistics.ts'
import { courtId, staffId } from '../nation/ids.ts'
import { openNation, type Nation } from '../nation/open-nation.ts'
import { someNames, type AskedName } from '../nation/samples.ts'
import { withRole } from '../postgres/addresses.ts'

const scales = {
  small: { cases: 10_000, names: 20, callsMax: 40 },
  normal: { cases: 1_000_000, names: 400, callsMax: 600 },
  full: { cases: 10_000_000, names: 400, callsMax: 600 },
}

type Asked = AskedName

export const search: Bench = {
  name: 'search',
  description:
    'cases of a court by a party of two characters, under row-level security; peer: ILIKE under the same policy; limit: the same search as the owner of the tables',
  async run(settings) {
    const { cases, names, callsMax } = scales[settings.scale]
    const nation = await openNation(cases, settings.say)
    const db = createDatabase({ urls: { staff: withRole(nation.url, 'app_staff') }, poolMax: 1 })
    const staff = new pg.Pool({ connectionString: withRole(nation.url, 'app_staff'), max: 1 })
    const owner = new pg.Pool({ connectionString: nation.url, max: 1, pipeline: true })
    try {
      const asked = await someNames(nation, names)
      await mustBeEqual(asked.slice(0, 25), db, staff, owner)
      const run = (search: (one: Asked) => Promise<unknown>, calls: number) => () =>
        closedLoop({ items: asked, calls, lanes: 1, work: search })
      const samples = await alternate(
        {
          ours: run((one) => ours(db, one), callsMax),
          peer: run((one) => byPattern(staff, one), Math.ceil(callsMax / 8)),
          limit: run((one) => asOwner(owner, one), callsMax),
        },
        settings,
      )
      return outcomeOf(samples, nation)
    } finally {
      await Promise.all([db.close(), staff.end(), owner.end()])
      await nation.close()
    }
  },
}

const reach = (court: number) => ({
  courtId: courtId(court),
  staffId: staffId(court, 'filing-clerk'),
  roles: ['filing-clerk'],
  isWholeCourt: true,
})

async function ours(db: Database, { court, name }: Asked): Promise<string[]> {
  const actor = { kind: 'staff', staffId: staffId(court, 'filing-clerk') } as const
  const { hits } = await db.askCourt(
    { courtId: courtId(court), actor },
    { hits: findCases({ reach: reach(court), q: name, limit: 10 }) },
  )
  return hits.map(({ caseId }) => caseId)
}

/** The same statement by one who owns the tables: no policy stands between. */
async function asOwner(pool: pg.Pool, { court, name }: Asked): Promise<string[]> {
  const { text, values } = findCases({ reach: reach(court), q: name, limit: 10 }).sql
  const client = await pool.connect()
  try {
    const [, { rows }] = await Promise.all([
      client.query(`begin; set local app.court_id = '${courtId(court)}'`),
      client.query<{ caseId: string }>({ name: 'search', text, values }),
      client.query('commit'),
    ])
    return rows.map(({ caseId }) => caseId)
  } finally {
    client.release()
  }
}

/** What one writes first: it finds the same parties, reading all of the court. */
async function byPattern(pool: pg.Pool, { court, name }: Asked): Promise<string[]> {
  const client = await pool.connect()
  try {
    await client.query(`begin; set local app.court_id = '${courtId(court)}'`)
    const { rows } = await client.query<{ caseId: string }>({
      name: 'pattern',
      text: `select c.id as "caseId", c.number, c.title, c.state_title as "stateTitle" from court_case c
        where c.court_id = $1 and (c.title ilike $2 or exists (
          select 1 from party p where p.court_id = c.court_id and p.case_id = c.id and p.name ilike $2))
        order by c.id desc limit 10`,
      values: [courtId(court), `%${name}%`],
    })
    await client.query('commit')
    return rows.map(({ caseId }) => caseId)
  } finally {
    client.release()
  }
}

/** Ours lists parties before titles, so of long lists another ten are shown: compared are those that both can show whole. */
async function mustBeEqual(asked: readonly Asked[], db: Database, staff: pg.Pool, owner: pg.Pool): Promise<void> {
  for (const one of asked) {
    const [mine, owners, pattern] = [await ours(db, one), await asOwner(owner, one), await byPattern(staff, one)]
    if (mine.join() !== owners.join()) throw new Error(`${one.name}: the owner finds something else`)
    if (pattern.length < 10 && mine.toSorted().join() !== pattern.toSorted().join())
      throw new Error(`${one.name} in court ${one.court}: ${mine.length} found, by pattern ${pattern.length}`)
  }
}

type Sides = 'ours' | 'peer' | 'limit'
const titles: Record<Sides, string> = { ours: 'ours (RLS)', peer: 'ILIKE (RLS)', limit: 'ours as owner (no RLS)' }

function outcomeOf(samples: Record<Sides, LoopResult[]>, { cases, courts }: Nation) {
  const perSecond = (side: Sides) => samples[side].map((sample) => sample.perSecond)
  const latency = (side: Sides, share: number) =>
    median(samples[side].map(({ latenciesMs }) => percentile(latenciesMs, share)))
  const ratioToPeer = medianRatio(perSecond('ours'), perSecond('peer'))
  const ratioToLimit = medianRatio(perSecond('ours'), perSecond('limit'))
  const summary = (side: Sides) => ({
    perSecond: perSecond(side),
    p50Ms: latency(side, 0.5),
    p95Ms: latency(side, 0.95),
    p99Ms: latency(side, 0.99),
  })
  return {
    ratioToPeer,
    ratioToLimit,
    table: (['ours', 'peer', 'limit'] as const).map((side) => ({
      side: titles[side],
      'searches/s': median(perSecond(side)),
      'p50 ms': latency(side, 0.5),
      'p95 ms': latency(side, 0.95),
      'p99 ms': latency(side, 0.99),
    })),
    aims: [
      { what: 'p95 of a search', figure: latency('ours', 0.95), at: 'most' as const, aim: 5, unit: 'ms' },
      { what: 'searches per second against the owner', figure: ratioToLimit, at: 'least' as const, aim: 0.85 },
    ],
    figures: {
      parties: cases * 2,
      courts,
      connections: 1,
      ours: summary('ours'),
      peer: summary('peer'),
      limit: summary('limit'),
    },
  }
}
