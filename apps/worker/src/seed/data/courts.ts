/**
 * The courts of the demo country. Codes are those of 法〔2015〕137号 as far as they were seen;
 * contacts are invented (555 numbers and .example addresses). `validFrom` is the day from which the code is used.
 */
export type SeedCourt = {
  code: string
  parent: string | null
  level: 'supreme' | 'high' | 'intermediate' | 'basic'
  slug: string
  zh: string
  en: string
  cityZh: string
  addressZh: string
  addressEn: string
  phone: string
  tribunals?: { zh: string; en: string }[]
}

const basic = (
  code: string,
  slug: string,
  placeZh: string,
  placeEn: string,
  tribunals: SeedCourt['tribunals'] = [],
): SeedCourt => ({
  code,
  parent: code.slice(0, 3),
  level: 'basic',
  slug,
  zh: placeZh.endsWith('市') ? `${placeZh}人民法院` : `宁波市${placeZh}人民法院`,
  en: `${placeEn} Basic People's Court`,
  cityZh: '宁波市',
  addressZh: `${placeZh}示范路1号`,
  addressEn: `1 Shifan Road, ${placeEn}`,
  phone: '0574-5550100',
  tribunals,
})

export const seedCourts: readonly SeedCourt[] = [
  {
    code: '最高法',
    parent: null,
    level: 'supreme',
    slug: 'supreme',
    zh: '最高人民法院',
    en: "Supreme People's Court",
    cityZh: '北京市',
    addressZh: '示范大街1号',
    addressEn: '1 Shifan Avenue, Beijing',
    phone: '010-5550100',
  },
  {
    code: '浙',
    parent: '最高法',
    level: 'high',
    slug: 'zhejiang',
    zh: '浙江省高级人民法院',
    en: "Zhejiang High People's Court",
    cityZh: '杭州市',
    addressZh: '杭州市示范路1号',
    addressEn: '1 Shifan Road, Hangzhou',
    phone: '0571-5550100',
  },
  {
    code: '浙02',
    parent: '浙',
    level: 'intermediate',
    slug: 'ningbo',
    zh: '宁波市中级人民法院',
    en: "Ningbo Intermediate People's Court",
    cityZh: '宁波市',
    addressZh: '宁波市示范路2号',
    addressEn: '2 Shifan Road, Ningbo',
    phone: '0574-5550200',
  },
  basic('浙0203', 'haishu', '海曙区', 'Haishu'),
  basic('浙0205', 'jiangbei', '江北区', 'Jiangbei'),
  basic('浙0206', 'beilun', '北仑区', 'Beilun', [{ zh: '大榭人民法庭', en: 'Daxie Tribunal' }]),
  basic('浙0211', 'zhenhai', '镇海区', 'Zhenhai'),
  basic('浙0212', 'yinzhou', '鄞州区', 'Yinzhou', [
    { zh: '姜山人民法庭', en: 'Jiangshan Tribunal' },
    { zh: '邱隘人民法庭', en: "Qiu'ai Tribunal" },
  ]),
  basic('浙0213', 'fenghua', '奉化区', 'Fenghua', [{ zh: '溪口人民法庭', en: 'Xikou Tribunal' }]),
  basic('浙0225', 'xiangshan', '象山县', 'Xiangshan'),
  basic('浙0226', 'ninghai', '宁海县', 'Ninghai'),
  basic('浙0281', 'yuyao', '余姚市', 'Yuyao', [{ zh: '泗门人民法庭', en: 'Simen Tribunal' }]),
  basic('浙0282', 'cixi', '慈溪市', 'Cixi'),
  {
    code: '鄂',
    parent: '最高法',
    level: 'high',
    slug: 'hubei',
    zh: '湖北省高级人民法院',
    en: "Hubei High People's Court",
    cityZh: '武汉市',
    addressZh: '武汉市示范路1号',
    addressEn: '1 Shifan Road, Wuhan',
    phone: '027-5550100',
  },
  {
    code: '鄂01',
    parent: '鄂',
    level: 'intermediate',
    slug: 'wuhan',
    zh: '武汉市中级人民法院',
    en: "Wuhan Intermediate People's Court",
    cityZh: '武汉市',
    addressZh: '武汉市示范路2号',
    addressEn: '2 Shifan Road, Wuhan',
    phone: '027-5550200',
  },
  {
    code: '鄂0106',
    parent: '鄂01',
    level: 'basic',
    slug: 'wuchang',
    zh: '武汉市武昌区人民法院',
    en: "Wuchang Basic People's Court",
    cityZh: '武汉市',
    addressZh: '武昌区示范路1号',
    addressEn: '1 Shifan Road, Wuchang',
    phone: '027-5550300',
    tribunals: [{ zh: '水果湖人民法庭', en: 'Shuiguohu Tribunal' }],
  },
]
