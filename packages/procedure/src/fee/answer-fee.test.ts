import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { answerFee } from './answer-fee.ts'
import type { FeeAnswer, ResolveTariff } from './answer-fee.ts'

const yuan = (amount: number) => Math.round(amount * 100)
const feeOf = (request: object, resolve?: ResolveTariff) => {
  const answer = answerFee({ id: 'a', ...request }, resolve)
  return 'error' in answer ? answer.error.code : answer.feeFen / 100
}
const messageOf = (answer: FeeAnswer) => ('error' in answer ? answer.error.message : null)

describe('the tariffs of 诉讼费用交纳办法, in yuan', () => {
  test.each([
    // tariff, amount, fee, halved
    ['property', 0, 50, 25],
    ['property', 7_000, 50, 25],
    ['property', 10_000, 50, 25],
    ['property', 10_000.01, 50, 25],
    ['property', 50_000, 1_050, 525],
    ['property', 100_000, 2_300, 1_150],
    ['property', 123_456.78, 2_769.14, 1_384.57],
    ['property', 200_000, 4_300, 2_150],
    ['property', 500_000, 8_800, 4_400],
    ['property', 1_000_000, 13_800, 6_900],
    ['property', 2_000_000, 22_800, 11_400],
    ['property', 5_000_000, 46_800, 23_400],
    ['property', 10_000_000, 81_800, 40_900],
    ['property', 20_000_000, 141_800, 70_900],
    ['property', 35_000_000, 216_800, 108_400],
    ['property', 10_000_000_000_000, 50_000_041_800, 25_000_020_900],
    ['ip', 50_000, 1_050, 525],
    ['labour', 20_000, 10, 5],
    ['labour', undefined, 10, 5],
    ['preservation', undefined, 30, 'not-halved'],
    ['preservation', 1_000, 30, 'not-halved'],
    ['preservation', 20_000, 220, 'not-halved'],
    ['preservation', 100_000, 1_020, 'not-halved'],
    ['preservation', 895_999.99, 5_000, 'not-halved'],
    ['preservation', 896_000, 5_000, 'not-halved'],
    ['preservation', 2_000_000, 5_000, 'not-halved'],
    ['enforcement', 10_000, 50, 'not-halved'],
    ['enforcement', 100_000, 1_400, 'not-halved'],
    ['enforcement', 500_000, 7_400, 'not-halved'],
    ['enforcement', 5_000_000, 52_400, 'not-halved'],
    ['enforcement', 10_000_000, 77_400, 'not-halved'],
    ['enforcement', 20_000_000, 87_400, 'not-halved'],
    ['payment-order', 5_000, 16.67, 'not-halved'],
    ['payment-order', 100_000, 766.67, 'not-halved'],
  ])('%s of %s costs %s, halved %s', (tariff, amount, fee, halved) => {
    const request = { tariff: `cn.civil.${tariff}`, ...(amount === undefined ? {} : { amountFen: yuan(amount) }) }
    expect(feeOf(request)).toBe(fee)
    expect(feeOf({ ...request, halve: 1 })).toBe(halved)
  })
})

describe('a range of the province is settled by the code of the court', () => {
  const choices: Record<string, number> = {
    divorce: 30_000,
    personality: 20_000,
    other: 8_000,
    ip: 80_000,
    enforcement: 20_000,
  }
  const resolve: ResolveTariff = (tariff, court, on) => {
    const fen = choices[tariff.replace('cn.civil.', '')]
    return court === '浙0212' && on === '2026-03-01' && fen !== undefined
      ? { fen, reference: { zh: '浙江', en: 'Zhejiang' } }
      : null
  }
  const where = { court: '浙0212', on: '2026-03-01' }
  test.each([
    ['divorce', undefined, 300],
    ['divorce', 200_000, 300],
    ['divorce', 300_000, 800],
    ['personality', undefined, 200],
    ['personality', 50_000, 200],
    ['personality', 80_000, 500],
    ['personality', 100_000, 700],
    ['personality', 300_000, 1_700],
    ['other', undefined, 80],
    ['other', 1_000_000, 80],
    ['ip', undefined, 800],
    ['ip', 50_000, 1_050],
    ['enforcement', undefined, 200],
  ])('%s of %s costs %s', (tariff, amount, fee) => {
    expect(
      feeOf(
        { tariff: `cn.civil.${tariff}`, ...where, ...(amount === undefined ? {} : { amountFen: yuan(amount) }) },
        resolve,
      ),
    ).toBe(fee)
  })
  test.each(['divorce', 'personality', 'other', 'ip', 'enforcement'])(
    '%s without a court, or without a day, is refused',
    (tariff) => {
      const id = `cn.civil.${tariff}`
      expect(feeOf({ tariff: id }, resolve)).toBe('province-range')
      expect(feeOf({ tariff: id, court: '浙0212' }, resolve)).toBe('province-range')
      expect(feeOf({ tariff: id, on: '2026-03-01' }, resolve)).toBe('province-range')
      expect(feeOf({ tariff: id, court: '粤0703', on: '2026-03-01' }, resolve)).toBe('no-choice')
    },
  )
  it('refuses a choice outside the range of the measures', () => {
    expect(feeOf({ tariff: 'cn.civil.other', ...where }, () => ({ fen: 4_999, reference: { zh: '', en: '' } }))).toBe(
      'outside-range',
    )
  })
})

describe('faults of an own tariff name the bands', () => {
  const bands = (...list: object[]) => ({ tariff: { bands: list }, amountFen: 100 })
  test.each([
    ['gap', bands({ upToFen: 100, ratePpm: 1 }, { fromFen: 102, ratePpm: 1 })],
    ['overlap', bands({ upToFen: 100, ratePpm: 1 }, { fromFen: 90, ratePpm: 1 })],
    ['overlap', bands({ upToFen: 100, ratePpm: 1 }, { upToFen: 100, ratePpm: 1 })],
    ['shared-bound', bands({ upToFen: 100, ratePpm: 1 }, { fromFen: 100, ratePpm: 1 })],
    ['wrong-order', bands({ upToFen: 100, ratePpm: 1 }, { upToFen: 50, ratePpm: 1 })],
    ['two-open-ends', bands({ ratePpm: 1 }, { ratePpm: 1 })],
    ['open-band-not-last', bands({ ratePpm: 1 }, { upToFen: 50, ratePpm: 1 })],
  ])('%s', (code, request) => {
    const answer = answerFee({ id: 1, ...request })
    expect(answer).toMatchObject({ id: 1, error: { code } })
    expect(messageOf(answer)).toMatch(/band 1.*band 2|band 2.*band 1/)
  })
  test.each([
    ['step with both', { mode: 'step', bands: [{ fixedFen: 1, ratePpm: 1 }] }],
    ['step with neither', { mode: 'step', bands: [{ upToFen: 1 }] }],
    ['whole with a fixed fee', { mode: 'whole', bands: [{ fixedFen: 1 }] }],
    ['whole with both', { mode: 'whole', bands: [{ fixedFen: 1, ratePpm: 1 }] }],
  ])('%s', (_, tariff) => {
    expect(messageOf(answerFee({ tariff, amountFen: 1 }))).toMatch(/^band 1/)
  })
  test.each([
    ['no bands', { bands: [] }],
    ['an unknown mode', { mode: 'flat', bands: [{ ratePpm: 1 }] }],
    ['an unknown field', { bands: [{ ratePpm: 1 }], maxFen: 1 }],
    ['an unknown field of a band', { bands: [{ ratePpm: 1, toFen: 1 }] }],
    ['a rounding up and down', { bands: [{ ratePpm: 1 }], roundFeeFen: { to: 10, dir: 'nearest' } }],
    ['a rounding to nothing', { bands: [{ ratePpm: 1 }], roundFeeFen: { to: 0, dir: 'up' } }],
    ['a minimum above the cap', { bands: [{ ratePpm: 1 }], minFen: 2, capFen: 1 }],
    ['a negative fee', { bands: [{ fixedFen: -1 }] }],
  ])('%s is refused', (_, tariff) => expect(answerFee({ tariff, amountFen: 1 })).toHaveProperty('error'))
})

describe('the amount', () => {
  const own = { mode: 'step', bands: [{ fromFen: 10, upToFen: 20, fixedFen: 1 }] }
  test.each([
    ['below the first band', { tariff: own, amountFen: 9 }],
    ['above the last closed band', { tariff: own, amountFen: 21 }],
    ['missing', { tariff: own }],
    ['missing for property', { tariff: 'cn.civil.property' }],
    ['missing for a payment order', { tariff: 'cn.civil.payment-order' }],
    ['negative', { tariff: 'cn.civil.property', amountFen: -1 }],
    ['a text', { tariff: 'cn.civil.property', amountFen: '100' }],
    ['a fraction of a fen', { tariff: 'cn.civil.property', amountFen: 0.5 }],
    ['beyond what is held exactly', { tariff: 'cn.civil.property', amountFen: Number.MAX_SAFE_INTEGER + 1 }],
    ['null', { tariff: 'cn.civil.property', amountFen: null }],
  ])('%s is refused', (_, request) => expect(answerFee(request)).toHaveProperty('error'))
  test.each([
    [{ halve: 2 }],
    [{ halve: true }],
    [{ on: '2026-02-30' }],
    [{ court: 5 }],
    [{ colour: 'red' }],
    [{ amount: 1 }],
  ])('a request with %j is refused', (more) => {
    expect(answerFee({ tariff: 'cn.civil.property', amountFen: 1, ...more })).toHaveProperty('error')
  })
})

describe('computed exactly, rounded once at the end', () => {
  const tariff = (more: object) => ({ bands: [{ ratePpm: 30_000 }], ...more })
  test.each([
    ['half a fen goes up', { tariff: { bands: [{ ratePpm: 500_000 }] }, amountFen: 1 }, 0.01],
    ['a third of a fen goes down', { tariff: { bands: [{ ratePpm: 333_333 }] }, amountFen: 1 }, 0],
    [
      'halved before it is rounded: 5,002.5 / 2',
      { tariff: 'cn.civil.property', amountFen: 1_000_100, halve: 1 },
      25.01,
    ],
    ['the minimum after the halving', { tariff: tariff({ minFen: 200 }), amountFen: 10_000, halve: 1 }, 2],
    ['the cap after the halving', { tariff: tariff({ capFen: 200 }), amountFen: 10_000, halve: 1 }, 1.5],
    ['rounded up from the exact fee', { tariff: tariff({ roundFeeFen: { to: 100, dir: 'up' } }), amountFen: 3_334 }, 2],
    ['and down', { tariff: tariff({ roundFeeFen: { to: 100, dir: 'down' } }), amountFen: 6_666 }, 1],
    ['the basis first', { tariff: tariff({ roundBasisFen: { to: 10_000, dir: 'up' } }), amountFen: 10_001 }, 6],
    ['no amount: the fee as it stands', { tariff: tariff({ noAmountFen: 5_001, minFen: 9_000 }) }, 50.01],
    ['and halved like one', { tariff: tariff({ noAmountFen: 5_001 }), halve: 1 }, 25.01],
    [
      'the lower edge of a first band counts from its first fen',
      { tariff: { bands: [{ fromFen: 101, ratePpm: 1_000_000 }] }, amountFen: 101 },
      0.01,
    ],
  ])('%s', (_, request, fee) => expect(feeOf(request)).toBe(fee))

  it('shows arithmetic that a party can follow, in both languages', () => {
    const answer = answerFee({ id: 'q', tariff: 'cn.civil.property', amountFen: 12_345_678, halve: 1 })
    expect(answer).toMatchObject({ id: 'q', feeFen: 138_457 })
    const steps = 'steps' in answer ? answer.steps : []
    expect(steps.map(({ en }) => en)).toEqual([
      'Property case (Fee Measures 13(1))',
      'up to 10,000.00: 50.00',
      'The part above 10,000.00 up to 100,000.00: 90,000.00 × 2.5 % = 2,250.00',
      'The part above 100,000.00 up to 200,000.00: 23,456.78 × 2 % = 469.1356',
      'Halved: 2,769.1356 ÷ 2 = 1,384.5678',
      'The fee is 1,384.57 yuan (rounded to the fen, once)',
    ])
    expect(steps.every(({ zh }) => /\p{Script=Han}/u.test(zh))).toBe(true)
  })
})

describe('for every amount', () => {
  const amount = fc.maxSafeNat()
  const fee = (tariff: unknown, amountFen: number) => {
    const answer = answerFee({ tariff, amountFen })
    if ('error' in answer) throw new Error(answer.error.message)
    return answer.feeFen
  }
  it.each(['property', 'ip', 'labour', 'enforcement', 'preservation', 'payment-order'])(
    '%s never falls as the amount rises',
    (name) => {
      fc.assert(
        fc.property(
          amount,
          amount,
          (a, b) => fee(`cn.civil.${name}`, Math.min(a, b)) <= fee(`cn.civil.${name}`, Math.max(a, b)),
        ),
      )
    },
  )
  it('marginal bands equal a count fen by fen', () => {
    const bands = fc.array(
      fc.record({
        width: fc.integer({ min: 1, max: 40 }),
        ratePpm: fc.integer({ min: 0, max: 2_000_000 }),
        fixedFen: fc.integer({ min: 0, max: 99 }),
      }),
      { minLength: 1, maxLength: 5 },
    )
    fc.assert(
      fc.property(bands, fc.integer({ min: 0, max: 250 }), (widths, amountFen) => {
        let top = 0
        const list = widths.map(({ width, ratePpm, fixedFen }, index) => {
          top += width
          return { ratePpm, fixedFen, ...(index === widths.length - 1 ? {} : { upToFen: top }) }
        })
        let millionths = list[0]?.fixedFen ?? 0
        millionths *= 1_000_000
        for (let fen = 1; fen <= amountFen; fen++) {
          const index = list.findIndex((band) => band.upToFen === undefined || fen <= band.upToFen)
          const before = list[index - 1]?.upToFen
          if (before !== undefined && fen === before + 1) millionths += (list[index]?.fixedFen ?? 0) * 1_000_000
          millionths += list[index]?.ratePpm ?? 0
        }
        expect(fee({ bands: list }, amountFen)).toBe(Math.floor((2 * millionths + 1_000_000) / 2_000_000))
      }),
    )
  })
  it('answers whatever is sent', () => {
    fc.assert(fc.property(fc.anything(), (request) => void answerFee(request)))
    fc.assert(
      fc.property(
        fc.record({
          tariff: fc.record({
            bands: fc.array(fc.dictionary(fc.constantFrom('fromFen', 'upToFen', 'ratePpm', 'fixedFen'), fc.nat())),
          }),
          amountFen: fc.nat(),
        }),
        (request) => void answerFee(request),
      ),
    )
  })
})

const vectors = fileURLToPath(new URL('../../../../../shared/vectors/', import.meta.url))
describe.skipIf(!existsSync(vectors))('the public examples', () => {
  type Vector = { request: object; feeFen?: number; error?: true; note: string }
  const read = (file: string) =>
    existsSync(vectors)
      ? readFileSync(vectors + file, 'utf8')
          .trim()
          .split('\n')
          .map((line) => JSON.parse(line) as Vector)
      : []
  it.each([...read('fees-cn.ndjson'), ...read('fees-more.ndjson')])('$note', ({ request, feeFen, error }) => {
    expect(answerFee({ id: 1, ...request })).toMatchObject(error ? { error: {} } : { feeFen })
  })
})
