/** Invented people of the demo. Phone numbers are from a block that is never assigned; ID numbers are computed, not anybody's. */
const surnames = [
  '王',
  '李',
  '张',
  '刘',
  '陈',
  '杨',
  '赵',
  '黄',
  '周',
  '吴',
  '徐',
  '孙',
  '胡',
  '朱',
  '高',
  '林',
  '何',
  '郭',
  '马',
  '罗',
  '欧阳',
  '司马',
  '单',
  '仇',
  '䶮',
]
const givenNames = [
  '示例',
  '甲',
  '乙',
  '丙',
  '一鸣',
  '小满',
  '谷雨',
  '立春',
  '知夏',
  '秋实',
  '冬至',
  '若水',
  '望舒',
  '清和',
  '思齐',
  '允中',
  '明德',
  '怀瑾',
  '子衿',
  '𬭊',
]

export const demoName = (index: number): string =>
  `${surnames[index % surnames.length] ?? '王'}${givenNames[Math.floor(index / surnames.length + index) % givenNames.length] ?? '示例'}`

/** A resident ID number with a right check digit for a demo person. Area 330212; born 1960–1999. */
export function demoResidentId(index: number): string {
  const year = 1960 + (index % 40)
  const month = String((index % 12) + 1).padStart(2, '0')
  const day = String((index % 28) + 1).padStart(2, '0')
  const body = `330212${year}${month}${day}${String(100 + (index % 900)).padStart(3, '0')}`
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
  const sum = weights.reduce((total, weight, i) => total + weight * Number(body[i]), 0)
  return body + '10X98765432'[sum % 11]
}

/** A mobile number of the demo: 199 5550 xxxx. */
export const demoPhone = (index: number): string => `1995550${String(index).padStart(4, '0')}`

export const demoCompanies = [
  { zh: '宁波示例建材有限公司', en: 'Ningbo Sample Building Materials Ltd' },
  { zh: '甬江样例物业服务有限公司', en: 'Yongjiang Sample Property Services Ltd' },
  { zh: '武汉示例软件有限公司', en: 'Wuhan Sample Software Ltd' },
] as const
