import { expect, test } from 'vitest'
import { titleParts } from './title-parts.ts'

const causes = new Map([
  ['借贷纠纷', 'Loan dispute'],
  ['民间借贷纠纷', 'Private lending dispute'],
])
const zhang = { name: '张三', hasOthers: false }
const li = { name: '李四', hasOthers: false }

test('who sues whom, and for what, in English', () => {
  expect(titleParts('张三诉李四民间借贷纠纷', causes)).toEqual({
    plaintiffs: zhang,
    defendants: li,
    cause: 'Private lending dispute',
  })
})

test('several on a side are the first and others', () => {
  expect(titleParts('张三等诉李四等借贷纠纷', causes)).toEqual({
    plaintiffs: { name: '张三', hasOthers: true },
    defendants: { name: '李四', hasOthers: true },
    cause: 'Loan dispute',
  })
})

test.each([
  '',
  '张三诉李四',
  '民间借贷纠纷',
  '诉李四借贷纠纷',
  '张三诉借贷纠纷',
  '起诉者诉李四借贷纠纷',
  '申请宣告失踪',
])('a title that is not made so is left as it stands: %s', (title) => expect(titleParts(title, causes)).toBeNull())
