import { describe, expect, test } from 'vitest'
import { accepted, filed, filing } from '../../test/acting.ts'
import { codeOf } from '../../test/codes.ts'
import { noonOf } from '../../test/docket.ts'
import { checkInput, prefill, shownFields } from './check-input.ts'
import { clocksOf } from './clocks.ts'
import type { JsonObject, JsonValue } from './entry.ts'
import { fold } from './fold.ts'

const today = '2025-03-10'
const check = (form: string, input: JsonObject, court = '浙0212') =>
  checkInput(form, input, { code: codeOf(court), today })
const context = (entries: ReturnType<typeof filed>) => ({
  code: codeOf(),
  today,
  state: fold(entries, codeOf()),
  clocks: clocksOf(entries, codeOf(), noonOf(today)),
})
const claim = { id: 'c1', kind: 'payment', text: '还款', amountFen: 1 }
const party = { id: 'p1', role: 'plaintiff', kind: 'person', name: '甲某' }

describe('a filing', () => {
  test('that is whole has nothing to mend', () => {
    expect(check('filing', filing)).toEqual({})
  })

  test('that is empty is told every field at once', () => {
    expect(Object.keys(check('filing', {})).sort()).toEqual([
      'cause',
      'claims',
      'grounds',
      'jurisdiction',
      'materials',
      'onlineConsent',
      'parties',
      'serviceAddress',
      'signature',
    ])
  })

  test.each<[string, JsonObject, string, string]>([
    ['an unknown ground', { jurisdiction: 'moon' }, 'jurisdiction', '请选择“为什么由该法院管辖”。'],
    ['another ground without a word', { jurisdiction: 'other' }, 'jurisdictionNote', '请填写“管辖说明”。'],
    ['grounds too short', { grounds: '短' }, 'grounds', '请至少写10个字，现在是1个。'],
    ['no plaintiff', { parties: [{ ...party, role: 'defendant' }] }, 'parties', '请至少添加一名原告。'],
    [
      'a party without a name',
      { parties: [party, { ...party, id: 'd1', role: 'defendant', name: ' ' }] },
      'parties.1.name',
      '请填写姓名或者名称。',
    ],
    ['a party twice', { parties: [party, { ...party, role: 'defendant' }] }, 'parties.1', '该当事人重复，请删去一个。'],
    [
      'a role of the court',
      { parties: [party, { ...party, id: 'x', role: 'judge' }, { ...party, id: 'd', role: 'defendant' }] },
      'parties.1.role',
      '请选择诉讼地位。',
    ],
    ['no claim', { claims: [] }, 'claims', '请填写“诉讼请求”。'],
    ['a claim without text', { claims: [{ ...claim, text: '' }] }, 'claims.0.text', '请填写“内容”。'],
    [
      'an amount as text',
      { claims: [{ ...claim, amountFen: '五万' }] },
      'claims.0.amountFen',
      '请写数字金额，例如 50000.00。',
    ],
    ['a negative amount', { claims: [{ ...claim, amountFen: -1 }] }, 'claims.0.amountFen', '金额不能少于 0.00 元。'],
    ['half a fen', { claims: [{ ...claim, amountFen: 0.5 }] }, 'claims.0.amountFen', '请写数字金额，例如 50000.00。'],
    [
      'an amount beyond 10^15 fen',
      { claims: [{ ...claim, amountFen: 1_000_000_000_000_001 }] },
      'claims.0.amountFen',
      '金额不能超过 10000000000000.00 元。',
    ],
    [
      'an amount beyond whole numbers',
      { claims: [{ ...claim, amountFen: 1e20 }] },
      'claims.0.amountFen',
      '请写数字金额，例如 50000.00。',
    ],
    [
      'too many claims',
      { claims: Array.from({ length: 31 }, (_, index) => ({ ...claim, id: `c${index}` })) },
      'claims',
      '最多30项，请删去多余的。',
    ],
    [
      'costs alone',
      { claims: [{ id: 'c', kind: 'costs', text: '诉讼费' }] },
      'claims',
      '除诉讼费用外，至少写一项诉讼请求。',
    ],
    [
      'no proof of identity',
      { materials: [{ id: 'm', type: 'complaint', sha256: 'aa' }] },
      'materials',
      '还缺少：身份证明。',
    ],
    [
      'a material without a file',
      {
        materials: [
          { id: 'm', type: 'complaint' },
          { id: 'n', type: 'identity-document', files: [{ uploadId: 'u', fileName: 'a.jpg' }] },
        ],
      },
      'materials.0',
      '这份材料还没有文件，请拍照或者上传。',
    ],
    [
      'too many pages',
      {
        materials: [
          { id: 'm', type: 'complaint', sha256: 'aa', pages: 201 },
          { id: 'n', type: 'identity-document', sha256: 'bb' },
        ],
      },
      'materials',
      '一共最多200页，现在是201页。',
    ],
    ['consent not given', { onlineConsent: false }, 'onlineConsent', '请阅读并勾选“同意在线立案”。'],
    [
      'half an address',
      { serviceAddress: { recipient: '收件人', phone: '', address: 'x' } },
      'serviceAddress',
      '请把“送达地址”填写完整。',
    ],
    ['an empty signature', { signature: { width: 300, height: 120, strokes: [] } }, 'signature', '请在签名处签名。'],
  ])('%s', (_name, change, field, words) => {
    const problems = check('filing', { ...filing, ...change })
    expect(problems[field]?.zh).toBe(words)
    expect(problems[field]?.en).not.toMatch(/\p{Script=Han}/u)
  })

  test('counts rare characters as one and keeps them', () => {
    const name = '䶮𬭊'
    const parties: JsonValue = [
      { ...party, name },
      { ...party, id: 'd1', role: 'defendant', name: '𬭊'.repeat(200) },
    ]
    expect(check('filing', { ...filing, parties, grounds: '𬭊'.repeat(10) })).toEqual({})
    expect(check('filing', { ...filing, grounds: '𬭊'.repeat(9) })).toHaveProperty('grounds')
  })

  test('needs in Hubei a list of evidence and a word on mediation, in Zhejiang neither', () => {
    const { mediation: _left, ...without } = filing
    expect(check('filing', without, '鄂0106')).toMatchObject({
      materials: { zh: '还缺少：证据清单。' },
      mediation: { zh: '请选择“愿意先行调解”。' },
    })
    expect(check('filing', without, '浙0212')).toEqual({})
  })

  test('shows a field only when its condition holds', () => {
    const shown = (jurisdiction: string) =>
      shownFields('filing', { ...filing, jurisdiction }, { code: codeOf(), today })
    expect(shown('agreed')).toContain('jurisdictionNote')
    expect(shown('defendant-domicile')).not.toContain('jurisdictionNote')
  })
})

describe('a form of the court', () => {
  test.each<[string, string, JsonObject, string]>([
    ['a date that does not exist', 'service', { party: 'd1', servedOn: '2025-02-30', means: 'direct' }, 'servedOn'],
    ['a day to come', 'service', { party: 'd1', servedOn: '2025-03-11', means: 'direct' }, 'servedOn'],
    ['a day before the filing', 'service', { party: 'd1', servedOn: '2025-03-02', means: 'direct' }, 'servedOn'],
    ['the wrong side', 'service', { party: 'p1', servedOn: '2025-03-10', means: 'direct' }, 'party'],
    [
      'a clock that the form does not offer',
      'extend-period',
      { period: 'fee-prepayment', count: 1, unit: 'day', note: 'x' },
      'period',
    ],
    ['an entry that may not be corrected', 'correct-entry', { entry: 1, ground: 'x' }, 'entry'],
    ['a number out of range', 'return-filing', { reasons: ['not-signed'], days: 31 }, 'days'],
    [
      'days the wrong way round',
      'exclude-days',
      { period: 'trial-limit', from: '2025-03-09', to: '2025-03-08', ground: 'appraisal' },
      'to',
    ],
  ])('%s', (_name, form, input, field) => {
    expect(Object.keys(checkInput(form, input, context(accepted())))).toEqual([field])
  })

  test('offers what the rules propose', () => {
    expect(prefill('accept-filing', context(filed()))).toEqual({ procedure: 'small-claims', feeFen: 52_500 })
    expect(prefill('payment', context(accepted()))).toEqual({ paidOn: today, paidFen: 52_500 })
    expect(prefill('evidence-period', context(accepted()))).toEqual({ on: today, days: 7 })
    expect(prefill('return-filing', { ...context(filed()), code: codeOf('鄂0106') })).toEqual({ days: 10 })
  })
})
