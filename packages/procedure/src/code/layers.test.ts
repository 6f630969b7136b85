import { describe, expect, test } from 'vitest'
import { codeOf, packs } from '../../test/codes.ts'
import { explain } from './explain.ts'
import { builtInCodes } from './built-in-codes.node.ts'
import { packsFor } from './packs-for.ts'
import { parsePack, parsePacks } from './parse-pack.ts'
import type { Pack } from './pack.ts'
import { resolveCode } from './resolve-code.ts'
import { paramsOn } from './resolved-code.ts'
import { ruleLookUp } from './rule-look-up.ts'
import { tariffChoices } from './tariff-choices.ts'
import { valueAt } from './rule-path.ts'

describe('what each court gets from the layers', () => {
  test.each([
    ['filing-decision.rule.count', '浙0212', 7],
    ['filing-decision.rule.count', '浙0281', 3],
    ['filing-decision.rule.count', '鄂0106', 5],
    ['filing-decision.rule.count', '京0101', 7],
    ['serve-complaint.rule.count', '浙0281', 3],
    ['correction.rule.count.default', '浙0212', 7],
    ['correction.rule.count.default', '浙0281', 10],
    ['correction.rule.count.default', '鄂0106', 10],
    ['evidence.rule.count.min', '鄂0106', 20],
    ['evidence.rule.count.min', '浙0212', 15],
    ['upload.maxFileMb', '浙0212', 30],
    ['upload.maxFileMb', '浙0281', 15],
    ['upload.maxFileMb', '浙0213', 20],
    ['upload.maxFileMb', '鄂0106', 10],
    ['judge.weight', '浙0281', 'equal'],
    ['judge.weight', '浙0212', 'fewest-open'],
    ['electronic-service.electronic.judgment', '浙0213', true],
    ['electronic-service.electronic.judgment', '鄂01', false],
    ['other.choice.chosenFen', '浙0212', 8000],
    ['other.choice.chosenFen', '鄂0106', 5000],
  ])('%s in %s is %s', (rule, court, value) => {
    expect(explain(codeOf(court), rule)).toMatchObject({ ok: true, value })
  })

  test.each([
    ['浙0212', ['complaint', 'identity-document']],
    ['鄂0106', ['complaint', 'identity-document', 'evidence-list']],
  ])('a filing in %s needs %s', (court, materials) => {
    expect(codeOf(court).actions['submit-filing']?.materials).toEqual(materials)
    expect(valueAt(codeOf(court).forms, ['filing', 'fields', 'materials', 'needs'])).toEqual(materials)
  })

  test.each([
    ['浙0212', ['address-confirmed', 'e-service-consented', 'identity-verified']],
    ['鄂0106', ['address-confirmed', 'e-service-consented']],
    ['浙01', ['address-confirmed', 'e-service-consented']],
  ])('electronic service in %s needs the records %s', (court, requires) => {
    expect(codeOf(court).service['electronic-service']?.requires).toEqual(requires)
  })

  test('a court without a pack of its own gets the national packs and those of its superiors', () => {
    expect(codeOf('浙0213').packs.map((pack) => pack.id)).toEqual([
      'cn.base',
      'cn.civil-first-instance',
      'cn.zhejiang',
      'cn.ningbo.mobile-litigation',
    ])
    expect(codeOf('京0101').packs.map((pack) => pack.id)).toEqual(['cn.base', 'cn.civil-first-instance'])
    expect(codeOf('浙0213').actions['witness-authorisation']).toBeDefined()
    expect(codeOf('浙01').actions['witness-authorisation']).toBeUndefined()
  })

  test('yearly figures count from their day', () => {
    expect(paramsOn(codeOf('浙0212'), '2022-01-10')).not.toHaveProperty('averageWageFen')
    expect(paramsOn(codeOf('浙0212'), '2022-01-11')).toMatchObject({ averageWageFen: 10_864_500 })
  })

  test('the hash names the content: the same packs give the same, another court another', () => {
    const again = resolveCode({
      packs: packsFor({ packs: [...packs].reverse(), court: '浙0212' }),
      court: '浙0212',
      on: '2025-03-03',
    })
    expect(again).toMatchObject({ ok: true, code: { hash: codeOf('浙0212').hash } })
    expect(codeOf('浙0281').hash).not.toBe(codeOf('浙0212').hash)
  })

  test('a resolved code is plain JSON and survives storage', () => {
    expect(JSON.parse(JSON.stringify(codeOf()))).toEqual(codeOf())
    const pack = packs.find((one) => one.header.id === 'cn.zhejiang')
    expect(JSON.parse(JSON.stringify(pack))).toEqual(pack)
  })
})

describe('explain', () => {
  test.each([
    [
      'answer.rule.count',
      '浙0212',
      "rule.count 15 days: 民诉法 art 128; not changed by Rules of the High Court of Zhejiang; not changed by Ningbo mobile litigation code (trial); not changed by People's Court of Yinzhou",
    ],
    [
      'filing-decision.rule.count',
      '浙0281',
      "rule.count 7 days: 民诉法 art 126, 民诉法解释 art 208; not changed by Rules of the High Court of Zhejiang; not changed by Ningbo mobile litigation code (trial); People's Court of Yuyao sets 3 days (演示数据：本院承诺三日内审查立案 (unverified))",
    ],
    ['trial-limit.rule.count', '京0101', 'rule.count 6 months: 民诉法 art 152'],
    [
      'other.choice.chosenFen',
      '鄂0106',
      "choice.chosenFen none yet: 诉讼费用交纳办法 art 13(2); Rules of the High Court of Hubei sets 50.00 yuan (演示数据：省内其他非财产案件每件五十元 (unverified)); not changed by People's Court of Wuchang",
    ],
  ])('%s in %s', (rule, court, text) => {
    expect(explain(codeOf(court), rule)).toMatchObject({ ok: true, text: { en: text } })
  })

  test('speaks Chinese', () => {
    expect(explain(codeOf('鄂0106'), 'answer.rule.count')).toMatchObject({
      text: { zh: 'rule.count 15日: 民诉法第128条；湖北省高级人民法院规定未改；武汉市武昌区人民法院未改' },
    })
  })

  test('a whole rule is explained value by value', () => {
    const found = explain(codeOf('浙0281'), 'service.electronic-service')
    if (!found.ok) throw new Error(found.message)
    expect(found.parts.map((part) => part.path)).toContain('electronic.judgment')
    expect(found.parts.find((part) => part.path === 'requires')?.layers.map((layer) => layer.changed)).toEqual([
      false,
      false,
      true,
      false,
    ])
  })

  test.each([
    ['filing-decison', 'there is no rule "filing-decison"', 'did you mean filing-decision?'],
    ['filing-decision.rule.cuont', 'has no value at rule.cuont', 'it has:'],
  ])('%s: %s', (rule, message, fix) => {
    const found = explain(codeOf(), rule)
    expect(found).toMatchObject({ ok: false })
    if (!found.ok)
      expect([found.message, found.fix].join(' ')).toMatch(new RegExp(`${message}.*${fix.replace('?', '\\?')}`))
  })
})

describe('the floor', () => {
  const courtPack = (set: string): Pack => {
    const text = `id: court.浙0999\nversion: '2026.1'\nlayer: court\ntitle: { zh: 某法院, en: A court }\nextends: [cn.zhejiang]\ncourts: [浙0999]\nfrom: '2024-01-01'\nset:\n${set}`
    const parsed = parsePack(new Map([['courts/浙0999.yaml', text]]))
    if (!parsed.ok) throw new Error(parsed.findings.map((one) => one.message).join('\n'))
    return parsed.pack
  }
  const load = (set: string) => {
    const own = courtPack(set)
    return resolveCode({
      packs: packsFor({ packs: [...packs, own], court: '浙0999' }),
      court: '浙0999',
      on: '2025-03-03',
    })
  }

  test.each([
    [
      'longer review',
      'filing-decision.rule.count: 10',
      'floor',
      'periods.filing-decision',
      'filing-decision.rule.count: it may only go down (at-most): 民诉法 art 126, 民诉法解释 art 208 gives 7, court.浙0999 sets 10',
    ],
    [
      'another time to answer',
      'answer.rule.count: 10',
      'floor',
      'periods.answer',
      'answer.rule.count: it is fixed: 民诉法 art 128 gives 15, court.浙0999 sets 10',
    ],
    [
      'shorter evidence period',
      'evidence.rule.count.min: 10',
      'floor',
      'periods.evidence',
      'evidence.rule.count.min: it may only go up (at-least): 民诉法解释 art 99 gives 15, court.浙0999 sets 10',
    ],
    [
      'fewer records before electronic service',
      'electronic-service.requires: [e-service-consented]',
      'floor',
      'service.electronic-service',
      'it may only be added to (only-add): 民诉法 art 90, 在线诉讼规则 art 29, 在线诉讼规则 art 30 gives ["address-confirmed","e-service-consented"], court.浙0999 sets ["e-service-consented"]',
    ],
    [
      'fewer materials',
      'submit-filing.materials: [complaint]',
      'floor',
      'actions.submit-filing',
      'gives ["complaint","identity-document"], court.浙0999 sets ["complaint"]',
    ],
    [
      'less notice before an inquiry',
      'inquiryNoticeDays.values.0.value: 2',
      'floor',
      'parameters.inquiryNoticeDays',
      'inquiryNoticeDays.values.0.value: it may only go up (at-least)',
    ],
    [
      'a fee outside the range',
      'other.choice.chosenFen: 20000',
      'floor',
      'fees.other',
      'only the superior layer may change it: 诉讼费用交纳办法 art 13(2) gives 8000, court.浙0999 sets 20000',
    ],
    [
      'what the rule does not open',
      'trial-limit.onExpiry.to: judge',
      'undeclared-override',
      'periods.trial-limit',
      '民诉法 art 152 gives "president", and the rule does not open it',
    ],
    [
      'a rule that does not exist',
      'filing-decison.rule.count: 3',
      'unknown-rule',
      'set.filing-decison.rule.count',
      'there is no rule "filing-decison"',
    ],
    ['a value of the wrong type', "upload.maxFileMb: 'many'", 'schema', 'limits.upload', 'upload.maxFileMb'],
  ])('%s does not load, and the message names rule, article and both values', (_name, set, code, rule, message) => {
    const resolved = load(`  ${set}\n`)
    expect(resolved).toMatchObject({ ok: false, findings: [{ code, rule, file: 'courts/浙0999.yaml', line: 9 }] })
    if (!resolved.ok) expect(resolved.findings[0]?.message).toContain(message)
  })

  test.each([
    ['shorter review', 'filing-decision.rule.count: 2', 'filing-decision.rule.count', 2],
    [
      'more materials',
      'submit-filing.materials: [complaint, identity-document, evidence]',
      'submit-filing.materials',
      ['complaint', 'identity-document', 'evidence'],
    ],
    ['smaller files', 'upload.maxFileMb: 5', 'upload.maxFileMb', 5],
  ])('%s loads', (_name, set, rule, value) => {
    const resolved = load(`  ${set}\n`)
    expect(resolved.ok && explain(resolved.code, rule)).toMatchObject({ value })
  })
})

describe('versions in time', () => {
  const text = (from: string, version: string, transition: string, count: number) =>
    `id: court.浙0999\nversion: '${version}'\nlayer: court\ntitle: { zh: 某法院, en: A court }\nextends: [cn.zhejiang]\ncourts: [浙0999]\nfrom: '${from}'\ntransition: ${transition}\nset:\n  filing-decision.rule.count: ${count}\n`
  const resolve = (transition: string, on: string, filedOn?: string) => {
    const own = ['2024-01-01', '2025-06-01'].flatMap((from, index) => {
      const files = new Map([[`v${index}.yaml`, text(from, `2025.${index + 1}`, transition, index === 0 ? 6 : 4)]])
      const parsed = parsePack(files)
      return parsed.ok ? [parsed.pack] : []
    })
    const resolved = resolveCode({
      packs: packsFor({ packs: [...packs, ...own], court: '浙0999' }),
      court: '浙0999',
      on,
      ...(filedOn && { filedOn }),
    })
    return resolved.ok ? valueAt(resolved.code.periods, ['filing-decision', 'rule', 'count']) : resolved.findings
  }
  test.each([
    ['filed-after', '2025-05-31', undefined, 6],
    ['filed-after', '2025-06-01', undefined, 4],
    ['filed-after', '2025-07-01', '2025-05-01', 6],
    ['events-after', '2025-07-01', '2025-05-01', 4],
    ['all', '2025-07-01', '2025-05-01', 4],
  ])('%s: on %s for a case filed on %s it is %s', (transition, on, filedOn, count) => {
    expect(resolve(transition, on, filedOn)).toBe(count)
  })
})

describe('what other commands ask of the codes', () => {
  const lookUp = ruleLookUp(parsePacks(builtInCodes()).packs)
  test.each([
    ['filing-decision', '浙0281', '2026-03-01', { count: 3, unit: 'day' }],
    ['filing-decision', '浙0212', undefined, { count: 7, unit: 'day' }],
    ['periods.trial-limit', '鄂0106', '2026-03-01', { count: 6, unit: 'month' }],
    ['evidence', '鄂0106', '2026-03-01', { count: 20, unit: 'day' }],
    ['nothing', '浙0212', '2026-03-01', undefined],
    ['filing-decision', 'nowhere', '2026-03-01', undefined],
  ])('rule.ref %s in %s on %s', (ref, court, on, rule) => {
    expect(lookUp(ref, court, on)).toEqual(rule)
  })

  test('the province’s choice within a tariff', () => {
    const choice = tariffChoices(packs)
    expect(choice('cn.civil.other', '浙0212', '2026-03-01')).toMatchObject({ fen: 8000 })
    expect(choice('cn.civil.divorce', '鄂0106', '2026-03-01')).toMatchObject({ fen: 20_000 })
    expect(choice('cn.civil.other', '京0101', '2026-03-01')).toBeNull()
  })
})
