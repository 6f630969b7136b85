import { describe, expect, test } from 'vitest'
import { accepted, clerk, filed, judge, person, plaintiff } from '../../test/acting.ts'
import { codeOf } from '../../test/codes.ts'
import { noonOf } from '../../test/docket.ts'
import { mayServeElectronically } from './electronic-service.ts'
import { feeQuote } from './fee-quote.ts'
import { factsOfDraft } from './draft-facts.ts'
import { fold } from './fold.ts'
import { nextSteps, whatHappensNext } from './next.ts'
import { proposeProcedure } from './procedure.ts'
import { filing } from '../../test/acting.ts'

const code = codeOf()
const on = noonOf('2025-03-05')

describe('what can happen next', () => {
  test.each([
    ['a clerk before review', filed(), clerk, ['accept-filing', 'return-filing', 'answer-question']],
    ['the plaintiff before review', filed(), plaintiff, ['withdraw-filing', 'ask-question']],
    ['the defendant before review', filed(), person('defendant', 'd1'), ['ask-question']],
    [
      'the defendant after docketing',
      accepted(),
      person('defendant', 'd1'),
      ['join-online', 'agree-hearing-online', 'decline-hearing-online', 'ask-question'],
    ],
    ['an unknown person without a case', [], person('plaintiff', 'p1'), ['submit-filing']],
  ])('%s', (_name, entries, actor, actions) => {
    expect(nextSteps(entries, code, actor, on).map((step) => step.action)).toEqual(actions)
  })

  test('a step that a rule forbids says which, before the form is filled in', () => {
    const steps = nextSteps(accepted(), code, judge, on)
    expect(steps.find((step) => step.action === 'treat-as-withdrawn')).toMatchObject({
      danger: true,
      allowed: { ok: false, ruleId: 'treat-as-withdrawn.fee-unpaid' },
    })
    expect(steps.find((step) => step.action === 'record-service')).toMatchObject({
      allowed: true,
      clockKey: 'serve-complaint@d1',
      due: '2025-03-10',
      form: 'service',
    })
  })

  test.each([
    [
      'a filing waits for the court',
      filed(),
      '2025-03-05',
      { by: 'filing-clerk', due: '2025-03-10', clockKey: 'filing-decision', isOverdue: false },
    ],
    ['a late filing says so', filed(), '2025-03-11', { by: 'filing-chief', due: '2025-03-10', isOverdue: true }],
    [
      'a docketed case: first what is due first',
      accepted(),
      '2025-03-05',
      { by: 'court-clerk', due: '2025-03-07', clockKey: 'bench-notice' },
    ],
  ])('%s', (_name, entries, day, next) => {
    expect(whatHappensNext(entries, code, noonOf(day))).toMatchObject(next)
  })

  test('cites the article', () => {
    expect(whatHappensNext(filed(), code, on)?.reference[0]).toMatchObject({ law: '民诉法', article: 126 })
  })

  test('a draft waits for its author, an ended case for nobody', () => {
    expect(whatHappensNext([], code, on)).toMatchObject({ by: 'plaintiff' })
  })
})

describe('what a case pays and which procedure it takes', () => {
  test.each([
    [
      'a loan of 50,000 in small claims',
      { amountFen: 5_000_000, procedure: 'small-claims' },
      '浙0212',
      52_500,
      'property',
    ],
    [
      'the same in the ordinary procedure',
      { amountFen: 5_000_000, procedure: 'ordinary' },
      '浙0212',
      105_000,
      'property',
    ],
    ['123,456.78 halved', { amountFen: 12_345_678, procedure: 'summary' }, '浙0212', 138_457, 'property'],
    ['35,000,000', { amountFen: 3_500_000_000, procedure: 'ordinary' }, '浙0212', 21_680_000, 'property'],
    ['wages', { amountFen: 1_200_000, cause: 'labour.wages' }, '浙0212', 1000, 'labour'],
    [
      'a divorce with property of 300,000 in Zhejiang',
      { amountFen: 30_000_000, cause: 'family.divorce' },
      '浙0212',
      80_000,
      'divorce',
    ],
    ['the same in Hubei', { amountFen: 30_000_000, cause: 'family.divorce' }, '鄂0106', 70_000, 'divorce'],
    ['a declaration without amount in Zhejiang', { amountFen: 0 }, '浙0212', 8000, 'other'],
    ['the same in Hubei', { amountFen: 0 }, '鄂0106', 5000, 'other'],
    ['a patent without amount', { amountFen: 0, cause: 'ip.patent' }, '鄂0106', 60_000, 'intellectual-property'],
  ])('%s', (_name, facts, court, feeFen, rule) => {
    const quote = feeQuote({ code: codeOf(court), facts, on: '2025-03-03' })
    expect(quote).toMatchObject({ ok: true, feeFen, rule })
    if (quote.ok) expect(quote.steps.length).toBeGreaterThan(1)
  })

  test('a province that chose nothing gives no quote, and says so', () => {
    expect(feeQuote({ code: codeOf('京0101'), facts: { amountFen: 0 }, on: '2025-03-03' })).toMatchObject({
      ok: false,
      rule: 'other',
    })
  })

  test.each([
    ['50,000 in Zhejiang', { isMoneyOnly: true, amountFen: 5_000_000 }, [], '浙0212', 'small-claims'],
    [
      '50,000 in Hubei, where half the wage is 45,000',
      { isMoneyOnly: true, amountFen: 5_000_000 },
      [],
      '鄂0106',
      'summary',
    ],
    ['50,000 in an intermediate court', { isMoneyOnly: true, amountFen: 5_000_000 }, [], '浙02', 'ordinary'],
    [
      'a defendant abroad',
      { isMoneyOnly: true, amountFen: 100 },
      [{ id: 'd', role: 'defendant', kind: 'person', abroad: true, missing: false }],
      '浙0212',
      'summary',
    ],
    [
      'a missing defendant',
      { isMoneyOnly: true, amountFen: 100 },
      [{ id: 'd', role: 'defendant', kind: 'person', abroad: false, missing: true }],
      '浙0212',
      'ordinary',
    ],
  ])('%s: %s', (_name, facts, parties, court, procedure) => {
    expect(proposeProcedure({ code: codeOf(court), facts, parties, on: '2025-03-03' })).toMatchObject({ procedure })
  })

  test('a draft has facts before it is submitted, also when half filled in', () => {
    const drafted = factsOfDraft({ code, action: 'submit-filing', input: filing, today: '2025-03-03' })
    expect(drafted.facts).toMatchObject({ amountFen: 5_000_000, isMoneyOnly: true, cause: 'contract.loan.private' })
    expect(drafted.parties.map((party) => party.id)).toEqual(['p1', 'd1'])
    expect(factsOfDraft({ code, action: 'submit-filing', input: {}, today: '2025-03-03' }).facts).toMatchObject({
      amountFen: 0,
    })
  })
})

describe('electronic service', () => {
  test.each([
    ['the plaintiff has the three records', 'p1', 'judgment', '浙0212', true, 'electronic-service'],
    ['the defendant has none', 'd1', 'judgment', '浙0212', false, 'electronic-service.requires'],
    ['Hubei serves judgments on paper', 'p1', 'judgment', '鄂0106', false, 'electronic-service.electronic.judgment'],
    ['Hubei serves a ruling electronically', 'p1', 'ruling', '鄂0106', true, 'electronic-service'],
    ['a document without a switch', 'p1', 'summons', '浙0212', false, 'service.electronic.summons'],
  ])('%s', (_name, partyId, document, court, ok, ruleId) => {
    const state = fold(accepted(), code)
    expect(mayServeElectronically({ code: codeOf(court), state, document, partyId })).toMatchObject({ ok, ruleId })
  })
})
