import { expect, test } from 'vitest'
import { readUnits, writeUnits } from './read-units.ts'

test('a unit a line, tribunals known by their name', () => {
  expect(readUnits('立案庭 | Filing Division\n\n  东城人民法庭｜Dongcheng Tribunal\r\n')).toEqual([
    { kind: 'division', nameZh: '立案庭', nameEn: 'Filing Division' },
    { kind: 'tribunal', nameZh: '东城人民法庭', nameEn: 'Dongcheng Tribunal' },
  ])
})

test('what was written is read again; closed units are not copied', () => {
  const units = [
    { nameZh: '民一庭', nameEn: 'First Civil Division', isActive: true },
    { nameZh: '旧庭', nameEn: 'Old Division', isActive: false },
  ]
  expect(readUnits(writeUnits(units))).toEqual([{ kind: 'division', nameZh: '民一庭', nameEn: 'First Civil Division' }])
})

test('a line without an English name keeps an empty one, so that the form can ask for it', () => {
  expect(readUnits('立案庭')).toEqual([{ kind: 'division', nameZh: '立案庭', nameEn: '' }])
})
