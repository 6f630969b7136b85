import type { CourtNode } from '@court/usecases/courts/list-courts'
import { describe, expect, test } from 'vitest'
import { findCourts } from './find-courts.ts'

const court = (zh: string, en: string, code: string, children: CourtNode[] = []): CourtNode => ({
  courtId: code,
  slug: en.toLowerCase().replaceAll(' ', '-'),
  level: 'basic',
  name: { zh, en },
  zone: 'Asia/Shanghai',
  status: 'open',
  code,
  today: '2026-03-05',
  addressZh: null,
  addressEn: null,
  receivesFilings: true,
  children,
})

const tree = [
  court('宁波市中级人民法院', 'Ningbo Intermediate Court', '浙02', [
    court('宁波市鄞州区人民法院', 'Yinzhou Court', '浙0212'),
    court('余姚市人民法院', 'Yuyao Court', '浙0281'),
  ]),
]

describe('looking for a court', () => {
  test.each([
    ['余姚', ['浙0281']],
    ['余姚市法院', ['浙0281']],
    ['yinzhou', ['浙0212']],
    ['浙0281', ['浙0281']],
    ['宁波', ['浙02', '浙0212']],
    ['宁波 鄞州', ['浙0212']],
    ['不存在', []],
    [' ', []],
  ])('%s', (text, codes) => {
    expect(findCourts(tree, text).map(({ code }) => code)).toEqual(codes)
  })
})
