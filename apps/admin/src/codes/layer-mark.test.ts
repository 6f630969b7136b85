import { expect, test } from 'vitest'
import { layerMark } from './layer-mark.ts'

test.each([
  ['national', '全国通用规则', '国'],
  ['superior', '浙江省高级人民法院规定', '浙'],
  ['superior', '宁波移动微法院诉讼规程（试行）', '甬'],
  ['superior', '云南省高级人民法院规定', '云'],
  ['court', '余姚市人民法院', '院'],
])('%s %s shows as %s', (layer, title, mark) => {
  expect(layerMark({ layer, title })).toBe(mark)
})
