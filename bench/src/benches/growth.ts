import { createDatabase, type Database } from '@court/db/database'
import { connect } from '@court/db/connection'
import type { PersonActor, StaffActor } from '@court/usecases/actor'
import { showCase } from '@court/usecases/case/show-case'
import { inboxInput } from '@court/usecases/desk/desk-types'
import { listInbox } from '@court/usecases/desk/list-inbox'
import { searchCases } from '@court/usecases/desk/search-cases'
import { testContext } from '@court/testkit/context'
import { fileCase, must } from '@court/testkit/filings'
import { buildPerson } from '@court/testkit/persons'
import type { Bench, Settings } from '../bench.ts'
import { openPorts } from '../filing/bench-ports.ts'
import { closedLoop } from '../measure/closed-loop.ts'
import { alternate } from '../measure/alternate.ts'
import { median, percentile } from '../measure/statistics.ts'
import { courtId, sessionOf, staffId } from '../nation/ids.ts'
import { openNation, type Nation } from '../nation/open-nation.ts'
import { courtsBySize, someNames } from '../nation/samples.ts'
import { withClient, withRole } from '../postgres/addresses.ts'

const scales = {
  small: { sizes: [1_000, 2_000], calls: 10 },
  normal: { sizes: [10_000, 100_000, 1_000_000], calls: 200 },
  full: { sizes: [10_000, 100_000, 1_000_000, 10_000_000], calls: 200 },
}

const works = ['docket', 'case', 'search'] as const
type Work = (typeof works)[number]

export const growth: Bench = {
  name: 'growth',
  description:
    'the list of a court, the page of a case and a search by name, by use case under row-level security, at 10,000 to 1,000,000 cases (with --full 10,000,000): p95 by size',
  async run(settings) {
    const { sizes, calls } = scales[settings.scale]
    const grounds: Ground[] = []
    try {
      for (const cases of sizes) grounds.push(await openGround(cases, settings))
      const sides = Object.fromEntries(
        grounds.flatMap((ground) =>
          works.map((work) => [
            `${work} ${ground.nation.cases}`,
            () => closedLoop({ items: ground.items[work], calls, lanes: 1, work: (item) => item() }),
          ]),
        ),
      )
      const samples = await alternate(sides, settings)
      const p95 = (work: Work, cases: number) =>
        (samples[`${work} ${cases}`] ?? []).map((one) => percentile(one.latenciesMs, 0.95))
      return outcomeOf(sizes, p95)
    } finally {
      for (const ground of grounds) await ground.close()
    }
  },
}

type Ground = { nation: Nation; items: Record<Work, (() => Promise<unknown>)[]>; close(): Promise<void> }

async function openGround(cases: number, { say }: Settings): Promise<Ground> {
  const nation = await openNation(cases, say)
  const { url } = nation
  const db = createDatabase({
    urls: { public: withRole(url, 'app_public'), staff: withRole(url, 'app_staff') },
    poolMax: 1,
  })
  const clerk = (court: number) => testContext({ db, actor: clerkOf(court), now: new Date() })
  const courts = await courtsBySize(nation, 100)
  const names = await someNames(nation, 200)
  const input = inboxInput.parse({ state: 'accepted', sort: 'updated', limit: 50 })
  return {
    nation,
    items: {
      docket: courts.map((court) => async () => must(await listInbox(clerk(court), input))),
      case: await filedCases(url, db),
      search: names.map(
        ({ court, name }) =>
          async () =>
            must(await searchCases(clerk(court), { q: name, limit: 10 })),
      ),
    },
    close: async () => {
      await db.close()
      await nation.close()
    },
  }
}

const clerkOf = (court: number): StaffActor => ({
  kind: 'staff',
  accountId: staffId(court, 'filing-clerk'),
  staffId: staffId(court, 'filing-clerk'),
  courtId: courtId(court),
  sessionId: sessionOf(court, 'filing-clerk'),
  roles: ['filing-clerk'],
})

/** Cases filed in earnest among all the made ones, each opened by whoever filed it. */
async function filedCases(url: string, db: Database): Promise<(() => Promise<unknown>)[]> {
  const { ports, remove } = await openPorts()
  const all = connect(url, 2)
  try {
    const { rows } = await withClient(url, (client) =>
      client.query<{ slug: string }>(
        `select c.slug from court c join court_code k on k.court_id = c.id where k.code = '浙0212'`,
      ),
    )
    const courtSlug = rows[0]?.slug ?? ''
    const opened: (() => Promise<unknown>)[] = []
    for (let index = 0; index < 10; index += 1) {
      const actor: PersonActor = await buildPerson(all.client)
      const ctx = { ...testContext({ db, actor, now: new Date(), ports }), actor }
      const { caseId } = await fileCase({ ctx, ports, courtSlug })
      opened.push(async () => must(await showCase(ctx, { courtSlug, caseId })))
    }
    return opened
  } finally {
    await Promise.all([all.close(), remove()])
  }
}

const titles: Record<Work, string> = { docket: 'list of a court', case: 'page of a case', search: 'search by name' }
const aims: Record<Work, number> = { docket: 1.5, case: 1.5, search: 2 }

function outcomeOf(sizes: readonly number[], p95: (work: Work, cases: number) => number[]) {
  const [smallest = 0, largest = 0] = [sizes[0], sizes.at(-1)]
  const slope = (work: Work) => median(p95(work, largest)) / median(p95(work, smallest))
  return {
    ratioToPeer: null,
    ratioToLimit: null,
    table: works.map((work) => ({
      'p95 in ms': titles[work],
      ...Object.fromEntries(sizes.map((cases) => [`${cases.toLocaleString('en')} cases`, median(p95(work, cases))])),
      'largest ÷ smallest': slope(work),
    })),
    aims: works.map((work) => ({
      what: `${titles[work]}: p95 at ${largest.toLocaleString('en')} ÷ at ${smallest.toLocaleString('en')}`,
      figure: slope(work),
      at: 'most' as const,
      aim: aims[work],
    })),
    figures: {
      sizes,
      p95Ms: Object.fromEntries(
        works.map((work) => [work, Object.fromEntries(sizes.map((cases) => [cases, p95(work, cases)]))]),
      ),
    },
  }
}
