import { beforeAll, describe, expect, test } from 'vitest'
import type { PartyValue } from '@court/procedure/code/form-values'
import { assignCodes } from '../codes/assign-codes.ts'
import { publishPacks } from '../codes/publish-packs.ts'
import type { PersonActor } from '../actor.ts'
import { createClock } from '@court/testkit/clock'
import { anonymous, testContext } from '@court/testkit/context'
import { buildCourt, buildStaff, type BuiltCourt } from '@court/testkit/courts'
import { createTestDatabase } from '@court/testkit/database'
import { goodAnswers, must, ownPlaintiff, someDefendant } from '@court/testkit/filings'
import { buildPerson } from '@court/testkit/persons'
import { buildWorkingCourts, type WorkingCourts } from '@court/testkit/working-court'
import { kindOf } from '../refusal.ts'
import { checkDraft } from './check-draft.ts'
import { discardDraft } from './discard-draft.ts'
import { listDrafts } from './list-drafts.ts'
import { quoteFiling } from './quote-filing.ts'
import { saveDraft } from './save-draft.ts'
import { showDraft } from './show-draft.ts'
import { startDraft } from './start-draft.ts'

const database = await createTestDatabase()
const { db, adminDb, all } = database
const clock = createClock()

let world: WorkingCourts
let court: BuiltCourt
let person: PersonActor & { name: string }

beforeAll(async () => {
  world = await buildWorkingCourts(database, ['浙0212', '鄂0106'])
  court = world.courts['浙0212'] as BuiltCourt
  person = await buildPerson(all, { name: '王示例' })
})

const as = <A extends PersonActor>(actor: A) => ({ ...testContext({ db, actor, clock }), actor })
const start = async (ctx = as(person), courtSlug = court.slug) =>
  must(await startDraft(ctx, { courtSlug, key: `key-${ctx.newId()}` })).draftId
type Patch = Parameters<typeof saveDraft>[1]['patch']
const patch = (fields: object) => JSON.parse(JSON.stringify(fields)) as Patch
const save = (draftId: string, version: number, fields: object, ctx = as(person)) =>
  saveDraft(ctx, { draftId, version, patch: patch(fields) })
const filled = async (fields: object = {}) => {
  const draftId = await start()
  const plaintiff = await ownPlaintiff(as(person))
  must(await save(draftId, 1, { ...goodAnswers(plaintiff), ...fields }))
  return draftId
}
const problemsOf = async (draftId: string) => {
  const { problems } = must(await checkDraft(as(person), { draftId }))
  return Object.fromEntries(problems.map(({ path, words }) => [path, words]))
}

describe('beginning', () => {
  test('a draft opens with the person as first plaintiff, sealed in the database', async () => {
    const draftId = await start()
    const view = must(await showDraft(as(person), { draftId }))
    expect(view.input['parties']).toMatchObject([
      { id: 'p1', role: 'plaintiff', name: '王示例', idKind: 'resident-id' },
    ])
    expect(view.court).toMatchObject({ code: '浙0212', today: '2026-03-02' })
    expect(view.limits).toMatchObject({ fileBytesMax: 30 * 1024 * 1024, filesMax: 60 })
    expect(view.lists.consents['online-litigation']?.hash).toMatch(/^[0-9a-f]{64}$/)
    expect(view.steps[0]).toMatchObject({ id: 'court', status: 'empty' })
    const row = await all.draft.findUniqueOrThrow({ where: { id: draftId } })
    expect(JSON.stringify(row.data)).not.toContain('王示例')
  })

  test('the same key opens the same draft, also ten at once', async () => {
    const ctx = as(person)
    const input = { courtSlug: court.slug, key: `key-${ctx.newId()}` }
    const answers = await Promise.all(Array.from({ length: 10 }, () => startDraft(as(person), input)))
    expect(new Set(answers.map((answer) => must(answer).draftId)).size).toBe(1)
  })

  test('a court that has no code, or that does not exist, begins nothing', async () => {
    const without = await buildCourt(all, { code: '浙0213' })
    const answers = await Promise.all(
      [without.slug, 'no-such-court'].map((courtSlug) => startDraft(as(person), { courtSlug, key: 'key-of-nothing' })),
    )
    expect(answers.map((answer) => !answer.ok && answer.ruleId)).toEqual(['court.no-filings', 'not-found'])
  })

  test('nobody signed in, and staff, begin nothing', async () => {
    const staff = await buildStaff(all, { courtId: court.id, roles: ['filing-clerk'] })
    const input = { courtSlug: court.slug, key: 'key-of-nobody' }
    expect(await startDraft(testContext({ db, actor: anonymous }), input)).toMatchObject({ kind: 'sign-in-needed' })
    expect(await startDraft(testContext({ db, actor: staff }), input)).toMatchObject({ kind: 'not-allowed' })
  })
})

describe('another person', () => {
  test('finds a draft as absent as one that never was', async () => {
    const draftId = await start()
    const other = as(await buildPerson(all))
    const never = '01900000-0000-7000-8000-000000000000'
    for (const act of [showDraft, checkDraft, quoteFiling, discardDraft])
      expect(await act(other, { draftId })).toEqual(await act(other, { draftId: never }))
    expect(await save(draftId, 1, { grounds: '不是我的' }, other)).toMatchObject({ kind: 'not-found' })
    expect(must(await listDrafts(other))).toEqual([])
  })
})

describe('saving', () => {
  test('keeps what is wrong as it was typed, and says what is wrong', async () => {
    const draftId = await filled({ claims: [{ id: 'c1', kind: 'payment', text: '还钱', amountFen: '五万' }] })
    const view = must(await showDraft(as(person), { draftId }))
    expect(view.input['claims']).toMatchObject([{ amountFen: '五万' }])
    expect(view.problems['claims.0.amountFen']?.zh).toContain('金额')
    expect(view.title).toBe('王示例诉李四民间借贷纠纷')
    const listed = must(await listDrafts(as(person))).find((one) => one.draftId === draftId)
    expect(listed).toMatchObject({ title: '王示例诉李四民间借贷纠纷', version: 2, court: { code: '浙0212' } })
  })

  test('two devices on different answers lose nothing of each other', async () => {
    const draftId = await start()
    must(await save(draftId, 1, { grounds: '手机上写的事实和理由' }))
    must(await save(draftId, 1, { mediation: true }))
    const { input, version } = must(await showDraft(as(person), { draftId }))
    expect(input).toMatchObject({ grounds: '手机上写的事实和理由', mediation: true })
    expect(version).toBe(3)
  })

  test('the same answer on two devices is a conflict with both, and the choice settles it', async () => {
    const draftId = await start()
    must(await save(draftId, 1, { grounds: '手机上写的事实和理由' }))
    const answer = await save(draftId, 1, { grounds: '电脑上写的事实和理由', mediation: true })
    expect(answer).toMatchObject({
      ok: false,
      kind: 'conflict',
      ruleId: 'draft.changed-elsewhere',
      facts: {
        version: 2,
        fields: [{ field: 'grounds', mine: '电脑上写的事实和理由', theirs: '手机上写的事实和理由' }],
      },
    })
    expect(must(await showDraft(as(person), { draftId })).input).not.toHaveProperty('mediation', true)
    must(
      await saveDraft(as(person), {
        draftId,
        version: 1,
        patch: patch({ grounds: '电脑上写的事实和理由' }),
        overwrite: ['grounds'],
      }),
    )
    expect(must(await showDraft(as(person), { draftId })).input['grounds']).toBe('电脑上写的事实和理由')
  })

  test('twenty saves at once are twenty versions, and none is lost', async () => {
    const draftId = await start()
    const names = Array.from({ length: 20 }, (_, index) => `note${index}`)
    const answers = await Promise.all(names.map((name) => save(draftId, 1, { [name]: name })))
    expect(answers.every(({ ok }) => ok)).toBe(true)
    const view = must(await showDraft(as(person), { draftId }))
    expect(view.version).toBe(21)
    expect(view.noLongerAsked.map(({ field }) => field).sort()).toEqual([...names].sort())
  })

  test('a save that changes nothing is no new version', async () => {
    const draftId = await filled()
    expect(must(await save(draftId, 2, { mediation: true })).version).toBe(2)
    expect(must(await save(draftId, 1, {})).version).toBe(2)
  })

  test('null empties an answer; materials and signature are passed over', async () => {
    const draftId = await filled()
    must(await save(draftId, 2, { jurisdiction: null, materials: [{ id: 'x', type: 'complaint' }], signature: {} }))
    const { input } = must(await showDraft(as(person), { draftId }))
    expect(input['jurisdiction']).toBeUndefined()
    expect(input['materials']).toBeUndefined()
    expect(input['signature']).toBeUndefined()
  })

  test('a draft that outgrows its bounds is refused and stays as it was', async () => {
    const draftId = await filled()
    const answer = await save(draftId, 2, { grounds: '长'.repeat(700_000) })
    expect(!answer.ok && [kindOf(answer), answer.ruleId]).toEqual(['invalid', 'draft.too-large'])
    expect(must(await showDraft(as(person), { draftId })).version).toBe(2)
  })
})

const party = (part: Partial<PartyValue>) => ({ parties: [someDefendant(part)] })
const claim = (amountFen: unknown) => ({ claims: [{ id: 'c1', kind: 'payment', text: '还钱', amountFen }] })

describe('bad input gets a clear answer', () => {
  // What was typed → the field that is named, and words that must stand in what is said.
  test.each<[string, object, string, string]>([
    ['a wrong check digit', party({ idNumber: '339900198505120010' }), 'parties.0.idNumber', '校验位'],
    ['a birthday that never was', party({ idNumber: '339900198502300018' }), 'parties.0.idNumber', '没有'],
    ['an old number of 15 digits', party({ idNumber: '339900850512001' }), 'parties.0.idNumber', '18位'],
    [
      'a credit code with a wrong check',
      party({ kind: 'organisation', name: '某某有限公司', idKind: 'credit-code', idNumber: '91330212MA2AF00001' }),
      'parties.0.idNumber',
      '代码',
    ],
    [
      'a passport without its country',
      party({ idKind: 'passport', idNumber: 'L01X00T47' }),
      'parties.0.nationality',
      '护照',
    ],
    ['a name with digits', party({ name: '李4' }), 'parties.0.name', '数字'],
    ['no address, and not said to be unknown', party({ address: '' }), 'parties.0.address', '下落不明'],
    ['a telephone number that is none', party({ phone: '12345' }), 'parties.0.phone', '号码'],
    ['an amount as text', claim('五万元'), 'claims.0.amountFen', '数字'],
    ['a negative amount', claim(-1), 'claims.0.amountFen', '不能少于'],
    ['half a fen', claim(0.5), 'claims.0.amountFen', '数字'],
    ['more than 10^15 fen', claim(1_000_000_000_000_001), 'claims.0.amountFen', '不能超过'],
    ['an amount that no number holds', claim(1e21), 'claims.0.amountFen', '数字'],
    ['a cause that is not in the catalogue', { cause: 'contract.of-old' }, 'cause', '不再使用'],
    ['no consent', { onlineConsent: false }, 'onlineConsent', '勾选'],
    ['grounds of two words', { grounds: '还钱' }, 'grounds', '10'],
    [
      'an address for service without telephone',
      { serviceAddress: { recipient: '王', phone: '', address: '示范路1号' } },
      'serviceAddress.phone',
      '电话',
    ],
    [
      'a bad e-mail address',
      { serviceAddress: { recipient: '王', phone: '13800000000', address: '示范路1号', email: 'x@y' } },
      'serviceAddress.email',
      '邮箱',
    ],
    ['a ground of jurisdiction that needs a word more', { jurisdiction: 'agreed' }, 'jurisdictionNote', '填写'],
  ])('%s', async (_what, fields, path, word) => {
    const problems = await problemsOf(await filled(fields))
    expect(problems[path]?.zh).toContain(word)
    expect(problems[path]?.en).toMatch(/[A-Za-z]{3}/)
  })

  test('amounts that are each in bounds and together beyond 10^15', async () => {
    const claims = [1, 2].map((n) => ({ id: `c${n}`, kind: 'payment', text: '还钱', amountFen: 600_000_000_000_000 }))
    expect((await problemsOf(await filled({ claims })))['claims']?.zh).toContain('相加')
  })

  test('one person on both sides', async () => {
    const plaintiff = { ...(await ownPlaintiff(as(person))), address: '示范路1号' }
    const parties = [plaintiff, someDefendant({ idNumber: plaintiff.idNumber ?? '' })]
    expect((await problemsOf(await filled({ parties })))['parties.1.idNumber']?.zh).toContain('原告和被告')
  })

  test('whoever files must stand in the filing, and is told how', async () => {
    const stranger = someDefendant({ id: 'p1', role: 'plaintiff', name: '赵他人' })
    const parties = [stranger, someDefendant({ idNumber: '' })]
    expect((await problemsOf(await filled({ parties })))['parties']?.zh).toContain('王示例')
    const agent = { id: 'a1', kind: 'relative', name: '王示例', powers: [] }
    const withAgent = [{ ...stranger, agents: [agent] }, someDefendant({ idNumber: '' })]
    expect((await problemsOf(await filled({ parties: withAgent })))['parties']).toBeUndefined()
  })

  test('one’s own document under another name', async () => {
    const parties = [{ ...(await ownPlaintiff(as(person))), address: '示范路1号', name: '王另名' }, someDefendant()]
    expect((await problemsOf(await filled({ parties })))['parties.0.name']?.zh).toContain('王示例')
  })

  test('rare characters of names and a foreign party are taken as they are', async () => {
    const plaintiff = { ...(await ownPlaintiff(as(person))), address: '示范路1号' }
    const parties = [
      plaintiff,
      someDefendant({ name: '䶮𬭊' }),
      someDefendant({
        id: 'd2',
        name: 'Zoë O’Neill',
        idKind: 'passport',
        idNumber: 'L01X00T47',
        nationality: 'DE',
        abroad: true,
        phone: '+49 1512 3456789',
      }),
    ]
    const draftId = await filled({ parties })
    const problems = await problemsOf(draftId)
    expect(Object.keys(problems).filter((path) => path.startsWith('parties'))).toEqual([])
    expect(must(await showDraft(as(person), { draftId })).title).toBe('王示例诉䶮𬭊等民间借贷纠纷')
  })

  test('nothing but materials and signature is missing from a good filing', async () => {
    expect(Object.keys(await problemsOf(await filled()))).toEqual(['materials'])
  })
})

describe('the quote', () => {
  test('shows the fee with its arithmetic, its rule and the procedure proposed', async () => {
    const quote = must(await quoteFiling(as(person), { draftId: await filled() }))
    expect(quote.amountFen).toBe(5_000_000)
    expect(quote.procedure).toMatchObject({ procedure: 'small-claims' })
    expect(quote.fee).toMatchObject({ ok: true, feeFen: 52_500, isHalved: true, tariff: 'cn.civil.property' })
    expect(quote.fee.ok && quote.fee.steps.length).toBeGreaterThan(1)
    expect(quote.fee.ok && quote.fee.references.length).toBeGreaterThan(0)
  })

  test('does not break on an empty draft, nor on amounts that are none', async () => {
    for (const draftId of [await start(), await filled(claim('五万'))])
      expect(must(await quoteFiling(as(person), { draftId }))).toMatchObject({ amountFen: 0 })
  })
})

describe('a code that changes under a draft', () => {
  test('is told, loses nothing, and is taken note of by saving', async () => {
    const moving = await buildCourt(all, { code: '浙0282' })
    const admin = testContext({ db: adminDb, actor: world.nationalAdmin, clock })
    must(await assignCodes(admin, { courtId: moving.id, packIds: ['cn.zhejiang'], from: '2024-01-01' }))
    const draftId = await start(as(person), moving.slug)
    must(await save(draftId, 1, { grounds: '在旧规程下写的事实和理由' }))
    must(
      await publishPacks(
        admin,
        new Map([
          [
            'courts/浙0282.yaml',
            [
              'id: court.浙0282',
              "version: '2026.1'",
              'layer: court',
              'title: { zh: 慈溪市人民法院, en: Court of Cixi }',
              'extends: [cn.zhejiang]',
              'courts: [浙0282]',
              "from: '2026-03-01'",
              'set:',
              '  upload.maxFileMb: { value: 5, reference: { reported: 测试, verified: false } }',
            ].join('\n'),
          ],
        ]),
      ),
    )
    must(await assignCodes(admin, { courtId: moving.id, packIds: ['court.浙0282'], from: '2026-03-02' }))
    const view = must(await showDraft(as(person), { draftId }))
    expect(view.code.hasChanged).toBe(true)
    expect(view.code.changes).toMatchObject([{ kind: 'limits-changed' }])
    expect(view.code.changes[0]?.words.zh).toContain('5 MB')
    expect(view.input['grounds']).toBe('在旧规程下写的事实和理由')
    must(await save(draftId, view.version, {}))
    expect(must(await showDraft(as(person), { draftId })).code).toMatchObject({ hasChanged: false, changes: [] })
  })

  test('a court that stops receiving filings keeps the draft readable', async () => {
    const stopping = await buildCourt(all, { code: '浙0281' })
    const admin = testContext({ db: adminDb, actor: world.nationalAdmin, clock })
    must(await assignCodes(admin, { courtId: stopping.id, packIds: ['cn.zhejiang'], from: '2024-01-01' }))
    const draftId = await start(as(person), stopping.slug)
    must(await save(draftId, 1, { grounds: '写好的事实和理由都还在' }))
    await all.courtCodeAssignment.updateMany({ where: { courtId: stopping.id }, data: { validTo: '2026-03-01' } })
    const view = must(await showDraft(as(person), { draftId }))
    expect(view.code.receivesFilings).toBe(false)
    expect(view.input['grounds']).toBe('写好的事实和理由都还在')
  })
})

test('a discarded draft is gone, and its files are for the sweep', async () => {
  const draftId = await start()
  must(await discardDraft(as(person), { draftId }))
  expect(await discardDraft(as(person), { draftId })).toMatchObject({ kind: 'not-found' })
  expect(await all.draft.count({ where: { id: draftId } })).toBe(0)
})
