import { describe, expect, test } from 'vitest'
import { builtInCodes } from '@court/procedure/code/built-in-codes.node'
import { packsFor } from '@court/procedure/code/packs-for'
import { parsePacks } from '@court/procedure/code/parse-pack'
import { resolveCode } from '@court/procedure/code/resolve-code'
import { createTestDatabase } from '@court/testkit/database'
import { someDefendant } from '@court/testkit/filings'
import { residentNumber } from '@court/testkit/resident-number'
import { createTestPorts } from '@court/testkit/ports'
import { courtAtWork, type FiledCase } from '@court/testkit/court-at-work'
import type { UseCaseContext } from '../context.ts'
import { hasDoorOfItsOwn } from './own-doors.ts'
import { showActionForm } from './show-action-form.ts'
import { showCase } from './show-case.ts'

const scene = await courtAtWork(await createTestDatabase(), await createTestPorts())
const { all, court, clock, act, must } = scene
const filingJudge = await scene.staff(['filing-clerk', 'filing-judge'], '林法官')
const courtClerk = await scene.staff(['court-clerk', 'filing-clerk'], '吴书记')
const president = await scene.staff(['president'], '院长')
const judges = [await scene.staff(['judge'], '王法官'), await scene.staff(['judge'], '孙法官')]
const plaintiff = await scene.person()
const idNumber = residentNumber()
const defendant = await scene.person({ idNumber, name: '李四' })

const start = '2026-03-02T01:00:00.000Z'
const today = '2026-03-02'
const dated = { on: today, note: '' }

const partyOf = async ({ caseId }: FiledCase, side: string) =>
  (await all.party.findFirstOrThrow({ where: { caseId, side } })).id
const judgeOf = async ({ caseId }: FiledCase) => {
  const { judgeId } = await all.case.findFirstOrThrow({ where: { id: caseId } })
  const judge = judges.find(({ actor }) => actor.staffId === judgeId)
  if (!judge) throw new Error('nobody was drawn')
  return judge
}

const filed = () => scene.fileAgainst(plaintiff, idNumber)
const done = async (given: FiledCase | Promise<FiledCase>, who: UseCaseContext, action: string, input: object = {}) => {
  const one = await given
  must(await act(who, one, action, { ...input }))
  return one
}
const returned = () => done(filed(), filingJudge, 'return-filing', { reasons: ['identity-unclear'], note: '', days: 7 })
const accepted = (procedure = 'summary') => done(filed(), filingJudge, 'accept-filing', { procedure, feeFen: 52_500 })
const answered = async () => {
  const one = await accepted()
  return done(one, courtClerk, 'record-answer', { party: await partyOf(one, 'defendant'), receivedOn: today, note: '' })
}
const atDefendant = async (one: FiledCase, input: object) => ({ party: await partyOf(one, 'defendant'), ...input })

type Door = {
  /** A case in which the action is possible. */
  given: () => Promise<FiledCase>
  by: (one: FiledCase) => UseCaseContext | Promise<UseCaseContext>
  input?: (one: FiledCase) => object | Promise<object>
  /** Days that pass before. */
  after?: number
}

const theJudge = judgeOf
const theClerk = () => courtClerk

/** One line for each action of the code; `submit-filing` has the wizard. */
const doors: Record<string, Door> = {
  'accept-filing': { given: filed, by: () => filingJudge, input: () => ({ procedure: 'summary', feeFen: 52_500 }) },
  'add-party': {
    given: accepted,
    by: theClerk,
    input: () => ({
      parties: [someDefendant({ id: 'n1', role: 'third-party', name: '赵六', idNumber: residentNumber() })],
    }),
  },
  'allow-withdrawal': { given: accepted, by: theJudge, input: () => ({ ground: '双方已经和解' }) },
  'answer-question': {
    given: () => done(filed(), plaintiff, 'ask-question', { question: '材料齐了吗？' }),
    by: theClerk,
    input: async (one) => ({ party: await partyOf(one, 'plaintiff'), answer: '已经齐全。' }),
  },
  'ask-question': { given: filed, by: () => plaintiff, input: () => ({ question: '何时立案？' }) },
  'change-procedure': {
    given: accepted,
    by: theJudge,
    input: () => ({ procedure: 'ordinary', topUpFen: 52_500, note: '案情复杂' }),
  },
  'choose-offline': { given: accepted, by: theClerk, input: (one) => atDefendant(one, { ground: 'unable' }) },
  'close-case': { given: accepted, by: theJudge, input: () => ({ ...dated, manner: 'mediation' }) },
  'correct-entry': {
    given: answered,
    by: theClerk,
    input: async ({ caseId }) => ({
      entry: (await all.docketEntry.findFirstOrThrow({ where: { caseId, type: 'answer-received' } })).seq,
      ground: '登记在了另一当事人名下',
    }),
  },
  'decide-jurisdiction': {
    given: async () => {
      const one = await accepted()
      return done(one, courtClerk, 'object-jurisdiction', await atDefendant(one, { receivedOn: today, note: '' }))
    },
    by: theClerk,
    input: () => dated,
  },
  'exclude-days': {
    given: accepted,
    by: theClerk,
    input: () => ({ period: 'trial-limit', from: today, to: '2026-03-05', ground: 'appraisal' }),
  },
  'extend-period': {
    given: () => done(accepted('ordinary'), courtClerk, 'set-evidence-period', { on: today, days: 15 }),
    by: theJudge,
    input: () => ({ period: 'evidence', count: 10, unit: 'day', note: '证据由第三人保管' }),
  },
  'forward-answer': {
    given: answered,
    by: theClerk,
    input: (one) => atDefendant(one, { receivedOn: today, note: '' }),
  },
  'invite-online': { given: accepted, by: theClerk, input: (one) => atDefendant(one, {}) },
  'join-online': {
    given: accepted,
    by: () => defendant,
    input: () => ({
      onlineConsent: true,
      eServiceConsent: true,
      serviceAddress: { recipient: '李四', phone: '13900000000', address: '宁波市鄞州区示范路8号' },
    }),
  },
  'notify-bench': { given: accepted, by: theClerk, input: () => dated },
  'object-jurisdiction': {
    given: accepted,
    by: theClerk,
    input: (one) => atDefendant(one, { receivedOn: today, note: '' }),
  },
  'post-public-notice': { given: () => accepted('ordinary'), by: theClerk, input: (one) => atDefendant(one, dated) },
  'record-answer': { given: accepted, by: theClerk, input: (one) => atDefendant(one, { receivedOn: today, note: '' }) },
  'record-appeal': {
    given: () => done(filed(), filingJudge, 'refuse-filing', { reasons: ['not-this-court'], note: '本院没有管辖权' }),
    by: theClerk,
    input: async (one) => ({
      party: await partyOf(one, 'plaintiff'),
      receivedOn: today,
      against: 'refusal-ruling',
      note: '',
    }),
  },
  'record-document-service': {
    given: accepted,
    by: theClerk,
    input: (one) => atDefendant(one, { document: 'bench-notice', servedOn: today, means: 'direct', note: '' }),
  },
  'record-payment': {
    given: accepted,
    by: theClerk,
    input: () => ({ paidOn: today, paidFen: 52_500, voucher: 'V-1' }),
  },
  'record-service': {
    given: accepted,
    by: theClerk,
    input: (one) => atDefendant(one, { servedOn: today, means: 'direct', note: '' }),
  },
  'record-top-up': {
    given: async () => {
      const one = await accepted()
      return done(one, await judgeOf(one), 'change-procedure', {
        procedure: 'ordinary',
        topUpFen: 52_500,
        note: '案情复杂',
      })
    },
    by: theClerk,
    input: () => ({ paidOn: today, paidFen: 52_500, voucher: 'V-2' }),
  },
  'redraw-judge': { given: accepted, by: () => president, input: () => ({ ground: '承办法官回避' }) },
  'refuse-filing': {
    given: filed,
    by: () => filingJudge,
    input: () => ({ reasons: ['not-this-court'], note: '本院没有管辖权' }),
  },
  'resume-case': {
    given: async () => {
      const one = await accepted()
      return done(one, await judgeOf(one), 'stay-case', { on: today, ground: 'heirs' })
    },
    by: theJudge,
    input: () => dated,
  },
  'return-filing': {
    given: filed,
    by: () => filingJudge,
    input: () => ({ reasons: ['identity-unclear'], note: '', days: 7 }),
  },
  'send-back': { given: returned, by: () => filingJudge, input: () => ({ note: '' }), after: 10 },
  'set-evidence-period': { given: accepted, by: theClerk, input: () => ({ on: today, days: 15 }) },
  'stay-case': { given: accepted, by: theJudge, input: () => ({ on: today, ground: 'heirs' }) },
  'submit-correction': { given: returned, by: () => plaintiff, input: () => ({ note: '已更正' }) },
  'treat-as-withdrawn': { given: accepted, by: theJudge, after: 10 },
  'withdraw-filing': { given: filed, by: () => plaintiff, input: () => ({ ground: '已经和解' }) },
  'witness-authorisation': {
    given: accepted,
    by: theClerk,
    input: async (one) => ({
      party: await partyOf(one, 'plaintiff'),
      on: today,
      agentName: '陈代理',
      isSpecial: false,
      note: '',
    }),
  },
}

const { packs } = parsePacks(builtInCodes())
const resolved = resolveCode({ packs: packsFor({ packs, court: '浙0212' }), court: '浙0212', on: today })
if (!resolved.ok) throw new Error('the built-in code does not load')
const actions = Object.keys(resolved.code.actions).filter(
  (action) => action !== 'submit-filing' && !hasDoorOfItsOwn(action),
)

describe('every action of the code has a door', () => {
  test.each(actions)('%s', async (action) => {
    const door = doors[action]
    if (!door) throw new Error(`nobody tried ${action}: add a line to the table`)
    clock.set(start)
    const one = await door.given()
    if (door.after) clock.advance({ days: door.after })
    const who = await door.by(one)
    expect(must(await showActionForm(who, { ...one, action })).action.allowed).toBe(true)
    const { headSeq } = must(await act(who, one, action, { ...(await door.input?.(one)) }))
    const page = must(await showCase(filingJudge, one))
    expect(page.integrity).toMatchObject({ isWhole: true, entries: headSeq })
    expect(page.clocks.filter(({ check }) => !check.isValid)).toEqual([])
  })
})

test('who joins a case later has a place, sealed data and a clock of its own', async () => {
  clock.set(start)
  const one = await accepted()
  const joined = someDefendant({ id: 'n1', name: '赵六', idNumber: residentNumber() })
  expect(
    await act(courtClerk, one, 'add-party', { parties: [{ ...joined, idNumber: '330212198505120000' }] }),
  ).toMatchObject({
    ok: false,
    fields: { 'parties.0.idNumber': {} },
  })
  must(await act(courtClerk, one, 'add-party', { parties: [joined] }))
  const page = must(await showCase(courtClerk, one))
  const party = page.parties.find(({ name }) => name === '赵六')
  expect(party).toMatchObject({ role: { role: 'defendant' }, position: 2 })
  expect(party?.phone).toMatch(/\*/)
  expect(JSON.stringify(page.docket)).not.toContain(joined.idNumber)
})

test('a judge drawn anew is another, and tells the same from the stored seed', async () => {
  clock.set(start)
  const one = await accepted()
  const before = (await judgeOf(one)).actor.staffId
  must(await act(president, one, 'redraw-judge', { ground: '承办法官回避' }))
  expect((await judgeOf(one)).actor.staffId).not.toBe(before)
})

test('a defendant who joins online has consents with the text that was shown', async () => {
  clock.set(start)
  const one = await accepted()
  must(await act(defendant, one, 'join-online', { ...(await doors['join-online']?.input?.(one)) }))
  const consents = must(await showCase(defendant, one)).consents
  expect(consents.map(({ kind }) => kind).sort()).toEqual(['electronic-service', 'online', 'online'])
  expect(
    await all.eServiceConsent.count({
      where: { courtId: court.id, caseId: one.caseId, personId: defendant.actor.personId },
    }),
  ).toBe(1)
})

test('the difference of a fee has a notice and a clock of its own', async () => {
  clock.set(start)
  const one = await accepted()
  must(await act(courtClerk, one, 'record-payment', { paidOn: today, paidFen: 52_500, voucher: 'V-3' }))
  must(
    await act(await judgeOf(one), one, 'change-procedure', {
      procedure: 'ordinary',
      topUpFen: 52_500,
      note: '案情复杂',
    }),
  )
  const fees = must(await showCase(plaintiff, one)).fees
  expect(fees.map(({ kind, status }) => `${kind} ${status}`)).toEqual(['fee paid', 'top-up owed'])
  expect(fees[1]?.due).not.toBeNull()
  must(await act(courtClerk, one, 'record-top-up', { paidOn: today, paidFen: 52_500, voucher: 'V-4' }))
  expect(must(await showCase(plaintiff, one)).fees[1]).toMatchObject({ status: 'paid', payments: [{ voucher: 'V-4' }] })
})
