import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { answerNumber } from './answer-number.ts'
import { courtCodes } from './court-codes.ts'
import { formatCaseNumber } from './format-case-number.ts'
import type { SerialGroup } from './format-case-number.ts'
import { parseCaseNumber } from './parse-case-number.ts'
import { formatPart, parsePart } from './part-numeral.ts'
import { divisionCodes, typeCodes } from './type-codes.ts'

const read = (text: string) => answerNumber({ id: 'n', text })

describe('the form since 2016', () => {
  test.each([
    // text, court, division, type, serials, part
    ['（2018）浙02民终937号之三', '浙02', null, '民终', [937], 3],
    ['（2018）浙0212民初1234号', '浙0212', null, '民初', [1234], null],
    ['（2019）最高法知民终1号', '最高法', '知', '民终', [1], null],
    ['（2020）最高法民申8号', '最高法', null, '民申', [8], null],
    ['（2020）浙民再8号', '浙', null, '民再', [8], null],
    ['（2021）内01民终5号', '内01', null, '民终', [5], null],
    ['（2021）兵民终5号', '兵', null, '民终', [5], null],
    ['（2021）军刑终5号', '军', null, '刑终', [5], null],
    ['（2020）浙02知民初100号', '浙02', '知', '民初', [100], null],
    ['（2020）粤0703执恢36号', '粤0703', null, '执恢', [36], null],
    ['（2023）浙0282执8号之十一', '浙0282', null, '执', [8], 11],
    ['（2023）浙0282执8号之九十九', '浙0282', null, '执', [8], 99],
    ['（2024）浙0212诉前调1号', '浙0212', null, '诉前调', [1], null],
    ['（2024）浙0212民诉前调1号', '浙0212', null, '民诉前调', [1], null],
    ['（2022）浙02破申7号', '浙02', null, '破申', [7], null],
    ['（2022）最高法委赔监7号', '最高法', null, '委赔监', [7], null],
  ])('%s', (text, court, division, type, serials, part) => {
    expect(read(text)).toEqual({
      id: 'n',
      year: Number(text.slice(1, 5)),
      court,
      division,
      type,
      serials,
      part,
      canonical: text,
      known: true,
    })
  })

  test.each([
    ['(2022)浙0225民初66号之一', '（2022）浙0225民初66号之一'],
    ['（2022)浙0225民初66号', '（2022）浙0225民初66号'],
    ['（２０２２）浙０２２５民初６６号', '（2022）浙0225民初66号'],
    [' （2022） 浙 0225　民初 6 6 号 之 一 ', '（2022）浙0225民初66号之一'],
    ['（2019）浙02民终552、553号', '（2019）浙02民终552、553号'],
    ['（2020）浙0212民初2011-2013号', '（2020）浙0212民初2011-2013号'],
    ['（2020）浙0212民初9、2011-2012、5号', '（2020）浙0212民初9、2011-2012、5号'],
  ])('%s becomes %s', (text, canonical) => expect(read(text)).toMatchObject({ canonical }))

  it('writes joined numbers and ranges out', () => {
    expect(read('（2020）浙0212民初9、2011-2013、5号')).toMatchObject({ serials: [9, 2011, 2012, 2013, 5] })
    expect(read('（2020）浙0212民初1-1000号')).toHaveProperty('serials.length', 1000)
  })
})

describe('what is not one case number', () => {
  test.each([
    '',
    '号',
    '民事判决书',
    '（2018）',
    '（2018）浙0212民初号',
    '（2019）浙0206民初52',
    '2018浙0212民初12号',
    '（18）浙0212民初12号',
    '[2018]浙0212民初12号',
    '〔2018〕浙0212民初12号',
    '（2018浙0212民初12号',
    '（2018）民初12号',
    '（2018）执12号',
    '（2018）诉前调1号',
    '（2018）0212民初12号',
    '（2018）浙0212 12号',
    '（2018）浙021民初1号',
    '（2018）浙2民初1号',
    '（2018）浙021200民初1号',
    '（2018）最高法01民初1号',
    '（2018）浙0212mc1号',
    '（2018）浙0212民初第1号',
    '（2018）浙0212民初字1号',
    '（2018）浙0212民初0号',
    '（2018）浙0212民初012号',
    '（2018）浙0212民初1、02号',
    '（2018）浙0212民初1、号',
    '（2018）浙0212民初、1号',
    '（2018）浙0212民初1、、2号',
    '（2018）浙0212民初5-3号',
    '（2018）浙0212民初5-5号',
    '（2018）浙0212民初1-1001号',
    '（2018）浙0212民初1-2-3号',
    '（2018）浙0212民初-3号',
    '（2018）浙0212民初3-号',
    '（2018）浙0212民初1－3号',
    '（2018）浙0212民初1~3号',
    '（2018）浙0212民初1至3号',
    '（2018）浙0212民初1,2号',
    '（2018）浙0212民初1，2号',
    '（2018）浙0212民初5、5号',
    '（2018）浙0212民初1-5、3号',
    '（2018）浙0212民初1号之',
    '（2018）浙0212民初1号之零',
    '（2018）浙0212民初1号之1',
    '（2018）浙0212民初1号之一十',
    '（2018）浙0212民初1号之一百',
    '（2018）浙0212民初1号之一之二',
    '（2018）浙0212民初1号一',
    '（2018）浙0212民初1号判决',
    '案号（2018）浙0212民初1号',
    '（2018）浙0212民初1号（2018）浙0212民初2号',
    '（2015）民申字第1号',
    '（2015）字第1号',
    '（2015）沪一中民保字第号',
    '（2015）沪一中民保字第07号',
    '（2015）沪一中民保字第7号之百',
  ])('%s is refused', (text) => {
    expect(read(text)).toMatchObject({
      id: 'n',
      error: { code: expect.any(String), message: expect.any(String), path: 'text' },
    })
  })
  test.each([
    [{}],
    [{ text: 5 }],
    [{ text: null }],
    [{ text: '（2018）浙0212民初1号', court: '浙0212' }],
    [[]],
    ['x'],
    [null],
  ])('the request %j is refused', (request) => {
    expect(answerNumber(request)).toHaveProperty('error.code')
  })
})

describe('known: court and type were valid in that year', () => {
  test.each([
    ['（2018）浙0212民初1号', true, 'listed'],
    ['（2018）浙0299民初1号', false, 'no such court'],
    ['（2018）蒙01民初1号', false, 'no such province'],
    ['（2018）浙0212民甲1号', false, 'no such type'],
    ['（2015）浙0212民初1号', false, 'the new form before 2016'],
    ['（2016）浙0212民初1号', true, 'its first year'],
    ['（2016）浙0204民初1号', true, '江东, before it went into 鄞州'],
    ['（2019）浙0204民初1号', false, '江东, after'],
    ['（2016）浙0283民初1号', true, '奉化市'],
    ['（2019）浙0283民初1号', false, '奉化市 became a district'],
    ['（2019）浙0213民初1号', true, '奉化区'],
    ['（2016）浙0192民初1号', false, '杭州互联网法院 opened in 2017'],
    ['（2018）浙0192民初1号', true, 'open'],
    ['（2016）浙02民破1号', true, '民破 until July 2016'],
    ['（2018）浙02民破1号', false, '民破, after'],
    ['（2018）浙02破1号', true, '破 since August 2016'],
    ['（2017）浙02知民初1号', false, '专门审判代字 since December 2018'],
    ['（2020）浙02环民初1号', false, 'no such 专门审判代字'],
    ['（2015）沪一中民保字第7号', true, 'the old form'],
    ['（2016）沪一中民保字第7号', false, 'the old form from 2016 on'],
  ])('%s %s: %s', (text, known) => expect(read(text)).toMatchObject({ known }))

  it('takes courts and types that a court has added', () => {
    const open = { validFrom: '2024-01-01', validTo: null }
    const extra = { courts: new Map([['浙0299', open]]), types: new Map([['民速', open]]) }
    expect(parseCaseNumber('（2025）浙0299民速1号', extra)).toMatchObject({
      ok: true,
      number: { known: true, type: '民速' },
    })
    expect(parseCaseNumber('（2023）浙0299民速1号', extra)).toMatchObject({ ok: true, number: { known: false } })
  })
})

describe('the forms before 2016', () => {
  test.each([
    ['（2015）沪一中民保字第7号', '沪一中', '民保', [7], null],
    ['（2015）沪一中民保字第7号之一', '沪一中', '民保', [7], 1],
    ['(2014)浙甬商终字第 100、101 号', '浙甬', '商终', [100, 101], null],
    ['（2013）知行字第5号', '知', '行', [5], null],
    ['（2014）甬海法商初字第3-5号', '甬海法', '商初', [3, 4, 5], null],
    ['（2015）朝民（商）初字第9号', '朝', '民（商）初', [9], null],
    ['（2016）浙0212民初字第9号', '浙0212', '民初', [9], null],
  ])('%s', (text, court, type, serials, part) => {
    expect(read(text)).toMatchObject({ court, division: null, type, serials, part, old: true })
  })
})

describe('for every number', () => {
  const group: fc.Arbitrary<SerialGroup> = fc.oneof(
    fc.integer({ min: 1, max: 99_999_999 }),
    fc
      .tuple(fc.integer({ min: 1, max: 99_999_999 }), fc.integer({ min: 1, max: 999 }))
      .map(([from, more]) => ({ from, to: from + more })),
  )
  const spread = (groups: readonly SerialGroup[]) =>
    groups.flatMap((one) =>
      typeof one === 'number' ? [one] : Array.from({ length: one.to - one.from + 1 }, (_, index) => one.from + index),
    )
  const serials = fc
    .array(group, { minLength: 1, maxLength: 4 })
    .filter((groups) => new Set(spread(groups)).size === spread(groups).length)
  const parts = fc.record({
    year: fc.integer({ min: 2016, max: 2099 }),
    court: fc.constantFrom(...courtCodes.keys()),
    division: fc.constantFrom(null, ...divisionCodes.keys()),
    type: fc.constantFrom(...typeCodes.keys()),
    serials,
    part: fc.option(fc.integer({ min: 1, max: 99 })),
  })
  it('parsing what was formatted gives the same back', () => {
    fc.assert(
      fc.property(parts, (number) => {
        const canonical = formatCaseNumber(number)
        const expected = {
          year: number.year,
          court: number.court,
          division: number.division,
          type: number.type,
          serials: spread(number.serials),
          part: number.part,
          canonical,
        }
        expect(parseCaseNumber(canonical)).toMatchObject({ ok: true, number: expected })
      }),
    )
  })
  it('a canonical number is canonical', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[（(]20[12]\d[)）][浙最高法京知民初终执字第号之一十\d、-]{1,14}号(之[一二十]{1,3})?$/),
        (text) => {
          const parsed = parseCaseNumber(text)
          if (parsed.ok) expect(parseCaseNumber(parsed.number.canonical)).toEqual(parsed)
        },
      ),
    )
  })
  it('answers whatever is sent', () => {
    fc.assert(fc.property(fc.anything(), (request) => void answerNumber(request)))
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => void answerNumber({ text })))
  })
  it('parts run from 一 to 九十九', () => {
    for (let part = 1; part <= 99; part++) expect(parsePart(formatPart(part))).toBe(part)
    expect([formatPart(10), formatPart(11), formatPart(20), formatPart(99)]).toEqual(['十', '十一', '二十', '九十九'])
  })
})

const vectors = fileURLToPath(new URL('../../../../../shared/vectors/numbers-cn.ndjson', import.meta.url))
describe.skipIf(!existsSync(vectors))('the public examples', () => {
  type Vector = { request: object; expect?: object; error?: true; note: string }
  const lines = existsSync(vectors) ? readFileSync(vectors, 'utf8').trim().split('\n') : []
  it.each(lines.map((line) => JSON.parse(line) as Vector))('$note', (vector) => {
    expect(answerNumber({ id: 1, ...vector.request })).toMatchObject(
      vector.error ? { error: {} } : (vector.expect ?? {}),
    )
  })
})
