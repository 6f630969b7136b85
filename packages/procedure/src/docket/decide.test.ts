import { describe, expect, test } from 'vitest'
import type { staff } from '../../test/acting.ts'
import {
  accepted,
  accepting,
  act,
  after,
  clerk,
  courtClerk,
  filed,
  filing,
  judge,
  person,
  plaintiff,
} from '../../test/acting.ts'
import { codeOf } from '../../test/codes.ts'
import { noonOf } from '../../test/docket.ts'
import { clockChanges } from './clock-changes.ts'
import { clocksOf } from './clocks.ts'
import { allocationsOf, commitmentsOwed, decide } from './decide.ts'
import { verifyChain } from './entry.ts'
import type { JsonObject } from './entry.ts'

describe('a decision', () => {
  test('writes sealed entries that follow the docket, under the hash of the code', () => {
    const entries = accepted()
    expect(verifyChain(entries)).toEqual({ valid: true })
    expect(entries.map((entry) => entry.type)).toEqual([
      'identity-verified',
      'online-consent-given',
      'address-confirmed',
      'e-service-consented',
      'filing-received',
      'filing-accepted',
      'case-numbered',
      'judge-drawn',
      'fee-notified',
    ])
    expect(new Set(entries.map((entry) => entry.codeHash))).toEqual(new Set([codeOf().hash]))
  })

  test('commits to personal data and never copies them', () => {
    const text = JSON.stringify(filed())
    for (const secret of ['甲某', '乙某', '借条', 'invented', '五万元', '收件人']) expect(text).not.toContain(secret)
    expect(filed().at(-1)?.data).toMatchObject({
      commitments: { grounds: 'commitment to grounds', signature: 'commitment to signature' },
      parties: [{ id: 'p1', commitment: 'commitment to party.p1' }, { id: 'd1' }],
    })
    expect(Object.keys(commitmentsOwed(codeOf(), 'submit-filing', filing)).sort()).toEqual([
      'grounds',
      'party.d1',
      'party.p1',
      'serviceAddress',
      'signature',
    ])
  })

  test('computes amounts and facts from the form', () => {
    const decision = act([], { action: 'submit-filing', by: plaintiff, input: filing, on: '2025-03-03' })
    expect(decision).toMatchObject({
      ok: true,
      state: { state: 'filed', filedOn: '2025-03-03', facts: { amountFen: 5_000_000, isMoneyOnly: true } },
    })
  })

  test('says what must be allocated before it', () => {
    expect(allocationsOf(codeOf(), 'accept-filing')).toMatchObject({
      numbering: { rule: 'civil-first-instance', type: '民初', division: null },
      draw: { rule: 'judge', pool: 'judge', weight: 'fewest-open', sameUnit: false },
    })
    expect(allocationsOf(codeOf('浙0281'), 'accept-filing').draw).toMatchObject({ weight: 'equal', sameUnit: true })
    expect(allocationsOf(codeOf(), 'record-payment')).toEqual({})
    expect(() =>
      decide({
        entries: filed(),
        code: codeOf(),
        action: 'accept-filing',
        actor: clerk,
        input: accepting,
        now: noonOf('2025-03-04'),
      }),
    ).toThrow(/case number that was allocated/)
  })

  test('tells the people concerned and names the documents that are due, with the last day in words', () => {
    const decision = act(filed(), { action: 'accept-filing', by: clerk, input: accepting, on: '2025-03-04' })
    if (!decision.ok) throw new Error(decision.ruleId)
    expect(decision.tells).toEqual([
      {
        notice: 'filing-accepted',
        to: { kind: 'party', partyId: 'p1', role: 'plaintiff' },
        channels: ['app', 'mail', 'sms'],
        values: expect.objectContaining({
          due: { zh: '2025年3月11日', en: '11 March 2025' },
          amount: { zh: '525.00', en: '525.00' },
          case: { zh: '（2025）浙0212民初1号', en: '（2025）浙0212民初1号' },
        }) as unknown,
      },
      expect.objectContaining({
        notice: 'case-assigned',
        to: { kind: 'staff', role: 'judge' },
        channels: ['app'],
      }) as unknown,
    ])
    expect(decision.documents.map(({ document, to, partyIds }) => [document, to, partyIds])).toEqual([
      ['acceptance-notice', 'plaintiff', ['p1']],
      ['fee-notice', 'plaintiff', ['p1']],
      ['response-notice', 'defendant', ['d1']],
    ])
  })

  test('is refused on a docket that was rewritten', () => {
    const [first, ...others] = filed()
    if (first === undefined) throw new Error('a filing has entries')
    expect(() =>
      act([{ ...first, on: '2020-01-01' }, ...others], {
        action: 'accept-filing',
        by: clerk,
        input: accepting,
        on: '2025-03-04',
      }),
    ).toThrow(/broken/)
  })

  test('shows before it is saved which clocks start, move and clear', () => {
    const before = accepted()
    const input = { party: 'd1', servedOn: '2025-03-07', means: 'direct' }
    const decision = act(before, { action: 'record-service', by: courtClerk, input, on: '2025-03-07' })
    if (!decision.ok) throw new Error(decision.ruleId)
    const changes = clockChanges(clocksOf(before, codeOf(), noonOf('2025-03-07')), decision.clocks)
    expect(changes.map(({ key, kind, from, to }) => [key, kind, from ?? '', to ?? ''])).toEqual([
      ['serve-complaint@d1', 'clears', '2025-03-10', ''],
      ['answer@d1', 'starts', '', '2025-03-24'],
      ['jurisdiction-objection@d1', 'starts', '', '2025-03-24'],
    ])
  })
})

describe('a refusal names its rule', () => {
  const service = { party: 'd1', servedOn: '2025-03-07', means: 'direct' }
  const served = () =>
    after(
      { action: 'submit-filing', by: plaintiff, input: filing, on: '2025-03-03' },
      { action: 'accept-filing', by: clerk, input: accepting, on: '2025-03-04' },
      { action: 'record-service', by: courtClerk, input: service, on: '2025-03-07' },
    )
  const table: [string, () => ReturnType<typeof filed>, string, ReturnType<typeof staff>, JsonObject, string][] = [
    ['an action that the code does not have', filed, 'fly', clerk, {}, 'actions.unknown'],
    ['a plaintiff cannot accept', filed, 'accept-filing', plaintiff, accepting, 'accept-filing.by'],
    ['a judge cannot review a filing', filed, 'accept-filing', judge, accepting, 'accept-filing.by'],
    ['what was accepted is not accepted again', accepted, 'accept-filing', clerk, accepting, 'accept-filing.from'],
    [
      'a stranger without identity cannot file',
      () => [],
      'submit-filing',
      person('plaintiff', 'p1', 0),
      filing,
      'submit-filing.identity-level',
    ],
    ['no claim', () => [], 'submit-filing', plaintiff, { ...filing, claims: [] }, 'submit-filing.form'],
    [
      'no complaint',
      () => [],
      'submit-filing',
      plaintiff,
      { ...filing, materials: [{ id: 'm', type: 'identity-document', sha256: 'aa', pages: 1 }] },
      'submit-filing.form',
    ],
    [
      'a claim for costs alone',
      () => [],
      'submit-filing',
      plaintiff,
      { ...filing, claims: [{ id: 'c', kind: 'costs', text: '诉讼费' }] },
      'submit-filing.form',
    ],
    [
      'corrections are asked for once',
      () =>
        after(
          { action: 'submit-filing', by: plaintiff, input: filing, on: '2025-03-03' },
          { action: 'return-filing', by: clerk, input: { reasons: ['not-signed'], days: 7 }, on: '2025-03-04' },
          { action: 'submit-correction', by: plaintiff, input: { note: '已签名' }, on: '2025-03-05' },
        ),
      'return-filing',
      clerk,
      { reasons: ['not-signed'], days: 7 },
      'return-filing.only-once',
    ],
    [
      'a reason of another kind',
      filed,
      'return-filing',
      clerk,
      { reasons: ['not-civil'], days: 7 },
      'return-filing.form',
    ],
    [
      'service in the future',
      accepted,
      'record-service',
      courtClerk,
      { ...service, servedOn: '2099-01-01' },
      'record-service.form',
    ],
    [
      'service before the filing',
      accepted,
      'record-service',
      courtClerk,
      { ...service, servedOn: '2025-03-01' },
      'record-service.form',
    ],
    [
      'service on somebody who is not in the case',
      accepted,
      'record-service',
      courtClerk,
      { ...service, party: 'd9' },
      'record-service.form',
    ],
    ['service twice', served, 'record-service', courtClerk, service, 'record-service.served-once'],
    [
      'electronic service without consent',
      accepted,
      'record-service',
      courtClerk,
      { ...service, means: 'electronic' },
      'record-service.electronic-needs-consent',
    ],
    [
      'an answer may not be extended at home',
      served,
      'extend-period',
      judge,
      { period: 'answer@d1', count: 5, unit: 'day', note: '申请' },
      'answer.extends',
    ],
    [
      'a defendant cannot correct the plaintiff’s filing',
      () =>
        after(
          { action: 'submit-filing', by: plaintiff, input: filing, on: '2025-03-03' },
          { action: 'return-filing', by: clerk, input: { reasons: ['not-signed'], days: 7 }, on: '2025-03-04' },
        ),
      'submit-correction',
      person('agent', 'd1'),
      { note: '改' },
      'submit-correction.by',
    ],
    [
      'a defendant that calls itself plaintiff',
      filed,
      'withdraw-filing',
      person('plaintiff', 'd1'),
      { ground: '撤' },
      'withdraw-filing.by',
    ],
  ]
  test.each(table)('%s', (_name, entries, action, by, input, ruleId) => {
    const decision = act(entries(), { action, by, input, on: '2025-03-10' })
    expect(decision).toMatchObject({ ok: false, ruleId })
    if (decision.ok) return
    expect(decision.reason.zh).toMatch(/\p{Script=Han}/u)
    expect(decision.reason.en).not.toMatch(/\p{Script=Han}/u)
  })

  test('and its article, so that the screen can cite it', () => {
    const decision = act(accepted(), {
      action: 'record-payment',
      by: courtClerk,
      input: { paidOn: '2025-03-05', paidFen: 100, voucher: 'V' },
      on: '2025-03-05',
    })
    expect(decision).toMatchObject({ ok: false, facts: { references: [{ law: '诉讼费用交纳办法', article: 22 }] } })
  })

  test('an agent may do what the party may for whom it acts', () => {
    const decision = act(filed(), {
      action: 'withdraw-filing',
      by: person('agent', 'p1'),
      input: { ground: '和解' },
      on: '2025-03-04',
    })
    expect(decision).toMatchObject({ ok: true, state: { state: 'taken-back' } })
  })
})
