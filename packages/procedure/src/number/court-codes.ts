import { divisionCourtTable } from './division-courts.ts'

/** A court's code and the days on which it was in force. A code may change while the court stays (浙0283 → 浙0213). */
export type CourtCode = { code: string; name: string | null; validFrom: string; validTo: string | null }

/** The first day of the numbering of 法〔2015〕137号. */
export const NUMBERING_FROM = '2016-01-01'

/** High courts by the short name of their province; 内, 军 and 兵 are the exceptions. */
export const highCourts: ReadonlyMap<string, string> = new Map([
  ['京', '北京市高级人民法院'],
  ['津', '天津市高级人民法院'],
  ['冀', '河北省高级人民法院'],
  ['晋', '山西省高级人民法院'],
  ['内', '内蒙古自治区高级人民法院'],
  ['辽', '辽宁省高级人民法院'],
  ['吉', '吉林省高级人民法院'],
  ['黑', '黑龙江省高级人民法院'],
  ['沪', '上海市高级人民法院'],
  ['苏', '江苏省高级人民法院'],
  ['浙', '浙江省高级人民法院'],
  ['皖', '安徽省高级人民法院'],
  ['闽', '福建省高级人民法院'],
  ['赣', '江西省高级人民法院'],
  ['鲁', '山东省高级人民法院'],
  ['豫', '河南省高级人民法院'],
  ['鄂', '湖北省高级人民法院'],
  ['湘', '湖南省高级人民法院'],
  ['粤', '广东省高级人民法院'],
  ['桂', '广西壮族自治区高级人民法院'],
  ['琼', '海南省高级人民法院'],
  ['渝', '重庆市高级人民法院'],
  ['川', '四川省高级人民法院'],
  ['黔', '贵州省高级人民法院'],
  ['云', '云南省高级人民法院'],
  ['藏', '西藏自治区高级人民法院'],
  ['陕', '陕西省高级人民法院'],
  ['甘', '甘肃省高级人民法院'],
  ['青', '青海省高级人民法院'],
  ['宁', '宁夏回族自治区高级人民法院'],
  ['新', '新疆维吾尔自治区高级人民法院'],
  ['兵', '新疆维吾尔自治区高级人民法院生产建设兵团分院'],
  ['军', '中国人民解放军军事法院'],
])

/** Codes that do not follow the division code, or that came or went after 2016: code, name, first day, last day. */
const dated: [code: string, name: string, from?: string, to?: string][] = [
  // Ningbo, in full: the division changes of September 2016 (江东 into 鄞州, 奉化 from city to district).
  ['浙0203', '宁波市海曙区人民法院'],
  ['浙0204', '宁波市江东区人民法院', NUMBERING_FROM, '2016-12-31'],
  ['浙0205', '宁波市江北区人民法院'],
  ['浙0206', '宁波市北仑区人民法院'],
  ['浙0211', '宁波市镇海区人民法院'],
  ['浙0212', '宁波市鄞州区人民法院'],
  ['浙0213', '宁波市奉化区人民法院', '2016-11-01'],
  ['浙0225', '象山县人民法院'],
  ['浙0226', '宁海县人民法院'],
  ['浙0281', '余姚市人民法院'],
  ['浙0282', '慈溪市人民法院'],
  ['浙0283', '奉化市人民法院', NUMBERING_FROM, '2016-12-31'],
  // Other changes of divisions in Zhejiang.
  ['浙0103', '杭州市下城区人民法院', NUMBERING_FROM, '2021-12-31'],
  ['浙0104', '杭州市江干区人民法院', NUMBERING_FROM, '2021-12-31'],
  ['浙0112', '杭州市临安区人民法院', '2017-09-01'],
  ['浙0113', '杭州市临平区人民法院', '2021-04-09'],
  ['浙0114', '杭州市钱塘区人民法院', '2021-04-09'],
  ['浙0185', '临安市人民法院', NUMBERING_FROM, '2017-12-31'],
  ['浙0383', '龙港市人民法院', '2019-09-25'],
  ['浙1021', '玉环县人民法院', NUMBERING_FROM, '2017-12-31'],
  ['浙1083', '玉环市人民法院', '2017-04-01'],
  ['浙8601', '杭州铁路运输法院'],
  ['浙0192', '杭州互联网法院', '2017-08-18'],
  ['京0491', '北京互联网法院', '2018-09-09'],
  ['粤0192', '广州互联网法院', '2018-09-28'],
  // Intermediate courts of the municipalities, and others numbered apart from a prefecture.
  ['京01', '北京市第一中级人民法院'],
  ['京02', '北京市第二中级人民法院'],
  ['京03', '北京市第三中级人民法院'],
  ['京04', '北京市第四中级人民法院'],
  ['津01', '天津市第一中级人民法院'],
  ['津02', '天津市第二中级人民法院'],
  ['津03', '天津市第三中级人民法院', '2019-08-01'],
  ['沪01', '上海市第一中级人民法院'],
  ['沪02', '上海市第二中级人民法院'],
  ['沪03', '上海市第三中级人民法院'],
  ['渝01', '重庆市第一中级人民法院'],
  ['渝02', '重庆市第二中级人民法院'],
  ['渝03', '重庆市第三中级人民法院'],
  ['渝04', '重庆市第四中级人民法院'],
  ['渝05', '重庆市第五中级人民法院'],
  ['琼02', '三亚市中级人民法院'],
  ['琼96', '海南省第一中级人民法院'],
  ['琼97', '海南省第二中级人民法院'],
  ['琼0271', '三亚市城郊人民法院'],
  ['鄂96', '汉江中级人民法院'],
  ['豫96', '济源中级人民法院'],
  // Basic courts of the municipalities whose division changed, and of prefectures without districts.
  ['京0118', '北京市密云区人民法院'],
  ['京0119', '北京市延庆区人民法院'],
  ['京0228', '密云县人民法院', NUMBERING_FROM, '2016-12-31'],
  ['京0229', '延庆县人民法院', NUMBERING_FROM, '2016-12-31'],
  ['津0119', '天津市蓟州区人民法院', '2016-08-01'],
  ['津0225', '蓟县人民法院', NUMBERING_FROM, '2016-12-31'],
  ['沪0108', '上海市闸北区人民法院', NUMBERING_FROM, '2016-12-31'],
  ['沪0151', '上海市崇明区人民法院', '2016-07-01'],
  ['沪0230', '上海市崇明县人民法院', NUMBERING_FROM, '2016-12-31'],
  ['渝0154', '重庆市开州区人民法院', '2016-07-01'],
  ['渝0155', '重庆市梁平区人民法院', '2016-12-01'],
  ['渝0156', '重庆市武隆区人民法院', '2016-12-01'],
  ['粤0309', '深圳市龙华区人民法院', '2017-01-01'],
  ['粤0310', '深圳市坪山区人民法院', '2017-01-01'],
  ['粤1971', '东莞市第一人民法院'],
  ['粤1972', '东莞市第二人民法院'],
  ['粤1973', '东莞市第三人民法院'],
  ['粤2071', '中山市第一人民法院'],
  ['粤2072', '中山市第二人民法院'],
  // Railway (71), maritime (72), intellectual property (73) and financial courts.
  ['辽71', '沈阳铁路运输中级法院'],
  ['吉71', '长春铁路运输中级法院'],
  ['黑71', '哈尔滨铁路运输中级法院'],
  ['晋71', '太原铁路运输中级法院'],
  ['内71', '呼和浩特铁路运输中级法院'],
  ['鲁71', '济南铁路运输中级法院'],
  ['豫71', '郑州铁路运输中级法院'],
  ['鄂71', '武汉铁路运输中级法院'],
  ['粤71', '广州铁路运输中级法院'],
  ['桂71', '南宁铁路运输中级法院'],
  ['云71', '昆明铁路运输中级法院'],
  ['陕71', '西安铁路运输中级法院'],
  ['新71', '乌鲁木齐铁路运输中级法院'],
  ['津72', '天津海事法院'],
  ['辽72', '大连海事法院'],
  ['沪72', '上海海事法院'],
  ['苏72', '南京海事法院', '2019-12-06'],
  ['浙72', '宁波海事法院'],
  ['闽72', '厦门海事法院'],
  ['鲁72', '青岛海事法院'],
  ['鄂72', '武汉海事法院'],
  ['粤72', '广州海事法院'],
  ['桂72', '北海海事法院'],
  ['琼72', '海口海事法院'],
  ['京73', '北京知识产权法院'],
  ['沪73', '上海知识产权法院'],
  ['粤73', '广州知识产权法院'],
  ['琼73', '海南自由贸易港知识产权法院', '2020-12-31'],
  ['沪74', '上海金融法院', '2018-08-20'],
  ['京74', '北京金融法院', '2021-03-18'],
]

/** Short names in numbers of before 2016, which no table fixed; only some. */
export const oldCourtNames: ReadonlySet<string> = new Set([
  '高',
  '沪高',
  '苏',
  '浙',
  '粤高法',
  '沪一中',
  '沪二中',
  '一中',
  '二中',
  '三中',
  '浙甬',
  '浙杭',
  '浙温',
  '甬海法',
  '穗中法',
  '深中法',
])

export const courtCodes: ReadonlyMap<string, CourtCode> = buildCourtCodes()

function buildCourtCodes(): Map<string, CourtCode> {
  const table = new Map<string, CourtCode>()
  const put = (code: string, name: string | null, validFrom = NUMBERING_FROM, validTo: string | null = null) =>
    table.set(code, { code, name, validFrom, validTo })
  put('最高法', '最高人民法院')
  for (const [code, name] of highCourts) put(code, name)
  for (const line of divisionCourtTable.trim().split('\n')) {
    const [area = '', prefecture = '-', ...basic] = line.split(' ')
    if (prefecture !== '-') put(area, `${prefecture}中级人民法院`)
    for (const digits of basic) put(area + digits, null)
  }
  for (const [code, name, from, to] of dated) put(code, name, from, to)
  return table
}
