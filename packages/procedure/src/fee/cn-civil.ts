import type { Tariff } from './tariff.ts'

/**
 * 《诉讼费用交纳办法》 (国务院令第481号, 2007). `province`: the measures give a range, and the province chooses within it;
 * `always` the choice is the base of every fee, `no-amount` it matters only where there is no amount.
 * Only case-acceptance fees (`isAcceptance`, 办法 13) are ever halved (解释 206); fees of an application (办法 14) are not.
 */
export type BuiltInTariff = {
  title: { zh: string; en: string }
  reference: { law: '诉讼费用交纳办法'; article: string }
  isAcceptance: boolean
  isThird: boolean
  /** Charged by the case: an amount changes nothing. */
  isPerCase: boolean
  province: { when: 'always' | 'no-amount'; minFen: number; maxFen: number } | null
  tariff: Tariff
}

const propertyBands: Tariff['bands'] = [
  { upToFen: 1_000_000, fixedFen: 5_000 },
  { upToFen: 10_000_000, ratePpm: 25_000 },
  { upToFen: 20_000_000, ratePpm: 20_000 },
  { upToFen: 50_000_000, ratePpm: 15_000 },
  { upToFen: 100_000_000, ratePpm: 10_000 },
  { upToFen: 200_000_000, ratePpm: 9_000 },
  { upToFen: 500_000_000, ratePpm: 8_000 },
  { upToFen: 1_000_000_000, ratePpm: 7_000 },
  { upToFen: 2_000_000_000, ratePpm: 6_000 },
  { ratePpm: 5_000 },
]

export const builtInTariffs: ReadonlyMap<string, BuiltInTariff> = new Map([
  define('cn.civil.property', '财产案件受理费', 'Property case', '13(1)', {
    tariff: { mode: 'marginal', bands: propertyBands },
  }),
  define('cn.civil.divorce', '离婚案件受理费', 'Divorce', '13(2)1', {
    province: { when: 'always', minFen: 5_000, maxFen: 30_000 },
    tariff: { mode: 'marginal', bands: [{ upToFen: 20_000_000 }, { ratePpm: 5_000 }] },
  }),
  define('cn.civil.personality', '侵害人格权案件受理费', 'Rights of personality', '13(2)2', {
    province: { when: 'always', minFen: 10_000, maxFen: 50_000 },
    tariff: {
      mode: 'marginal',
      bands: [{ upToFen: 5_000_000 }, { upToFen: 10_000_000, ratePpm: 10_000 }, { ratePpm: 5_000 }],
    },
  }),
  define('cn.civil.other', '其他非财产案件受理费', 'Other case not about property', '13(2)3', {
    isPerCase: true,
    province: { when: 'always', minFen: 5_000, maxFen: 10_000 },
    tariff: { mode: 'marginal', bands: [{}] },
  }),
  define('cn.civil.ip', '知识产权民事案件受理费', 'Intellectual property', '13(3)', {
    province: { when: 'no-amount', minFen: 50_000, maxFen: 100_000 },
    tariff: { mode: 'marginal', bands: propertyBands },
  }),
  define('cn.civil.labour', '劳动争议案件受理费', 'Labour dispute', '13(4)', {
    isPerCase: true,
    tariff: { mode: 'marginal', bands: [{ fixedFen: 1_000 }], noAmountFen: 1_000 },
  }),
  define('cn.civil.enforcement', '执行申请费', 'Enforcement', '14(1)', {
    isAcceptance: false,
    province: { when: 'no-amount', minFen: 5_000, maxFen: 50_000 },
    tariff: {
      mode: 'marginal',
      bands: [
        { upToFen: 1_000_000, fixedFen: 5_000 },
        { upToFen: 50_000_000, ratePpm: 15_000 },
        { upToFen: 500_000_000, ratePpm: 10_000 },
        { upToFen: 1_000_000_000, ratePpm: 5_000 },
        { ratePpm: 1_000 },
      ],
    },
  }),
  define('cn.civil.preservation', '保全申请费', 'Preservation', '14(2)', {
    isAcceptance: false,
    tariff: {
      mode: 'marginal',
      bands: [{ upToFen: 100_000, fixedFen: 3_000 }, { upToFen: 10_000_000, ratePpm: 10_000 }, { ratePpm: 5_000 }],
      capFen: 500_000,
      noAmountFen: 3_000,
    },
  }),
  define('cn.civil.payment-order', '支付令申请费', 'Payment order', '14(3)', {
    isAcceptance: false,
    isThird: true,
    tariff: { mode: 'marginal', bands: propertyBands },
  }),
])

type Rest = Partial<Omit<BuiltInTariff, 'title' | 'reference'>> & { tariff: Tariff }

function define(id: string, zh: string, en: string, article: string, rest: Rest): [string, BuiltInTariff] {
  return [
    id,
    {
      title: { zh, en },
      reference: { law: '诉讼费用交纳办法', article },
      isAcceptance: true,
      isThird: false,
      isPerCase: false,
      province: null,
      ...rest,
    },
  ]
}
