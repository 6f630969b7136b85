import { beforeAll, describe, expect, test } from 'vitest'
import { createClock } from '@court/testkit/clock'
import { testContext } from '@court/testkit/context'
import { buildCourt, buildUnit } from '@court/testkit/courts'
import { createTestDatabase } from '@court/testkit/database'
import { must } from '@court/testkit/filings'
import { buildWorkingCourts, type WorkingCourts } from '@court/testkit/working-court'
import { courtHome } from './court-home.ts'
import { listCourts, type CourtNode } from './list-courts.ts'

const database = await createTestDatabase()
const { db, all } = database
const clock = createClock('2026-03-01T17:00:00.000Z') // already 2 March in Beijing
const ctx = testContext({ db, clock })

let world: WorkingCourts
const slugOf = (code: string) => world.courts[code]?.slug ?? ''

beforeAll(async () => {
  world = await buildWorkingCourts(database, ['浙0212', '浙0281'])
  const high = await buildCourt(all, { code: '浙', level: 'high', slug: 'zhejiang' })
  await all.court.updateMany({
    where: { slug: { in: [slugOf('浙0212'), slugOf('浙0281')] } },
    data: { parentId: high.id },
  })
  await buildCourt(all, { code: '浙0299', slug: 'closed-one', status: 'closed' })
  await buildCourt(all, { code: '浙0298', slug: 'new-one', status: 'preparing', parentId: high.id })
  await all.court.update({
    where: { slug: slugOf('浙0212') },
    data: {
      contact: { phone: '0574-5550100', addressZh: '示范路1号', addressEn: '1 Shifan Road', hoursZh: '9:00–17:00' },
    },
  })
  await buildUnit(all, {
    courtId: world.courts['浙0212']?.id ?? '',
    kind: 'tribunal',
    nameZh: '姜山人民法庭',
    nameEn: 'Jiangshan',
  })
})

describe('the tree of courts', () => {
  test('hangs each court under its superior, by code, and says which receive filings', async () => {
    const roots = must(await listCourts(ctx))
    const high = roots.find(({ slug }) => slug === 'zhejiang')
    expect(high?.children.map(({ code, receivesFilings }) => [code, receivesFilings])).toEqual([
      ['浙0212', true],
      ['浙0281', true],
      ['浙0298', false],
    ])
    const flat = (nodes: CourtNode[]): CourtNode[] => nodes.flatMap((node) => [node, ...flat(node.children)])
    expect(flat(roots).map(({ slug }) => slug)).not.toContain('closed-one')
  })
})

describe('the home of a court', () => {
  test('says how to reach it, its tribunals, what it takes, and which layer sets what', async () => {
    const home = must(await courtHome(ctx, { slug: slugOf('浙0212') }))
    expect(home).toMatchObject({
      ...{ code: '浙0212', today: '2026-03-02', receivesFilings: true, phone: '0574-5550100' },
      address: { zh: '示范路1号', en: '1 Shifan Road' },
      // Said in one language alone, it is shown in both.
      hours: { zh: '9:00–17:00', en: '9:00–17:00' },
      units: [{ kind: 'tribunal', name: { zh: '姜山人民法庭', en: 'Jiangshan' } }],
      limits: { fileBytesMax: 30 * 1024 * 1024, kinds: ['jpeg', 'png', 'pdf', 'docx'] },
    })
    const own = home.layers.find(({ layer }) => layer === 'court')
    const limit = own?.changes.find(({ rule }) => rule === 'limits.upload.maxFileMb')
    expect(limit).toMatchObject({ from: 20, to: 30, title: { zh: '材料上传限额：单个文件' }, toWords: { en: '30 MB' } })
    expect(home.layers.map(({ layer }) => layer)).toEqual(['national', 'national', 'superior', 'superior', 'court'])
  })

  test('says in words what a layer changes, and leaves out what it only says again', async () => {
    const home = must(await courtHome(ctx, { slug: slugOf('浙0212') }))
    const ningbo = home.layers.find(({ packId }) => packId === 'cn.ningbo.mobile-litigation')
    // The nation allows judgments to be served electronically by now: the trial code's own permission changes nothing.
    expect(ningbo?.changes).toMatchObject([
      {
        rule: 'service.electronic-service.requires',
        title: { zh: '电子送达', en: 'Electronic service' },
        fromWords: { en: 'Address for service confirmed, Agreed to electronic service' },
        toWords: {
          zh: '已确认送达地址、已同意电子送达、身份已认证',
          en: 'Address for service confirmed, Agreed to electronic service, Identity verified',
        },
      },
    ])
  })

  test('has no raw ids or notation of the packs in what layers change', async () => {
    for (const slug of ['浙0212', '浙0281'].map(slugOf)) {
      const { layers } = must(await courtHome(ctx, { slug }))
      const said = layers.flatMap(({ changes }) =>
        changes.flatMap(({ title, fromWords, toWords }) => [title, fromWords, toWords]),
      )
      expect(said.length).toBeGreaterThan(6)
      for (const { zh, en } of said) {
        expect(zh + en).not.toMatch(/[{}[\]]|[a-z]-[a-z]+-|undefined/)
        expect(en).not.toMatch(/\p{Script=Han}/u)
      }
    }
  })

  test('of a court with other rules shows the other rules', async () => {
    const home = must(await courtHome(ctx, { slug: slugOf('浙0281') }))
    const rules = home.layers.at(-1)?.changes.map(({ rule, to }) => [rule, to])
    expect(rules).toContainEqual(['periods.filing-decision.rule.count', 3])
    expect(home.limits?.fileBytesMax).toBe(15 * 1024 * 1024)
  })

  test('of a court that is not ready has no limits and receives nothing', async () => {
    expect(must(await courtHome(ctx, { slug: 'new-one' }))).toMatchObject({
      receivesFilings: false,
      limits: null,
      layers: [],
    })
  })

  test('of a closed court is as absent as one that never was', async () => {
    const [closed, never] = [
      await courtHome(ctx, { slug: 'closed-one' }),
      await courtHome(ctx, { slug: 'no-such-court' }),
    ]
    expect(closed).toEqual(never)
    expect(closed).toMatchObject({ kind: 'not-found' })
  })

  test('its day is that of its own zone', async () => {
    await buildCourt(all, { code: '沪01', slug: 'far-west', zone: 'America/New_York' })
    expect(must(await courtHome(ctx, { slug: 'far-west' })).today).toBe('2026-03-01')
  })
})
