/**
 * Causes of action (民事案件案由规定, edition in force from 2026-01-01): the groups the demo uses.
 * `id` is our own and never changes; `number` is the edition's, left out where it was not seen in the text.
 */
export type SeedCause = {
  id: string
  number?: string
  level: 1 | 2 | 3 | 4
  parent: string | null
  zh: string
  en: string
}

export const causeEdition = { id: '2026', validFrom: '2026-01-01' } as const

export const seedCauses: readonly SeedCause[] = [
  { id: 'personality', level: 1, parent: null, zh: '人格权纠纷', en: 'Personality rights' },
  {
    id: 'personality.life-body-health',
    level: 3,
    parent: 'personality',
    zh: '生命权、身体权、健康权纠纷',
    en: 'Right to life, body and health',
  },
  { id: 'personality.reputation', level: 3, parent: 'personality', zh: '名誉权纠纷', en: 'Right of reputation' },
  {
    id: 'personality.privacy',
    level: 3,
    parent: 'personality',
    zh: '隐私权、个人信息保护纠纷',
    en: 'Privacy and personal information',
  },

  { id: 'family', level: 1, parent: null, zh: '婚姻家庭、继承纠纷', en: 'Marriage, family and succession' },
  { id: 'family.divorce', number: '14', level: 3, parent: 'family', zh: '离婚纠纷', en: 'Divorce' },
  {
    id: 'family.post-divorce-property',
    level: 3,
    parent: 'family',
    zh: '离婚后财产纠纷',
    en: 'Property after divorce',
  },
  { id: 'family.maintenance', level: 3, parent: 'family', zh: '抚养纠纷', en: 'Child maintenance and custody' },
  { id: 'family.support-of-elders', level: 3, parent: 'family', zh: '赡养纠纷', en: 'Support of elders' },
  { id: 'family.statutory-succession', level: 3, parent: 'family', zh: '法定继承纠纷', en: 'Intestate succession' },

  { id: 'property', level: 1, parent: null, zh: '物权纠纷', en: 'Property' },
  { id: 'property.return-of-thing', level: 3, parent: 'property', zh: '返还原物纠纷', en: 'Return of property' },
  { id: 'property.neighbours', level: 3, parent: 'property', zh: '相邻关系纠纷', en: 'Neighbour relations' },
  { id: 'property.co-ownership', level: 3, parent: 'property', zh: '共有纠纷', en: 'Co-ownership' },

  { id: 'contract', level: 1, parent: null, zh: '合同、准合同纠纷', en: 'Contract and quasi-contract' },
  { id: 'contract.disputes', number: '10', level: 2, parent: 'contract', zh: '合同纠纷', en: 'Contract' },
  { id: 'contract.sale', level: 3, parent: 'contract.disputes', zh: '买卖合同纠纷', en: 'Sale of goods' },
  {
    id: 'contract.sale.online',
    number: '88.8',
    level: 4,
    parent: 'contract.sale',
    zh: '信息网络买卖合同纠纷',
    en: 'Online sale',
  },
  { id: 'contract.loan', number: '108', level: 3, parent: 'contract.disputes', zh: '借款合同纠纷', en: 'Loan' },
  {
    id: 'contract.loan.financial',
    level: 4,
    parent: 'contract.loan',
    zh: '金融借款合同纠纷',
    en: 'Loan from a financial institution',
  },
  {
    id: 'contract.loan.private',
    number: '108.3',
    level: 4,
    parent: 'contract.loan',
    zh: '民间借贷纠纷',
    en: 'Private lending',
  },
  { id: 'contract.lease', level: 3, parent: 'contract.disputes', zh: '租赁合同纠纷', en: 'Lease' },
  { id: 'contract.lease.house', level: 4, parent: 'contract.lease', zh: '房屋租赁合同纠纷', en: 'Lease of premises' },
  {
    id: 'contract.housing-sale',
    level: 3,
    parent: 'contract.disputes',
    zh: '房屋买卖合同纠纷',
    en: 'Sale of premises',
  },
  { id: 'contract.construction', level: 3, parent: 'contract.disputes', zh: '建设工程合同纠纷', en: 'Construction' },
  { id: 'contract.work', level: 3, parent: 'contract.disputes', zh: '承揽合同纠纷', en: 'Contract for work' },
  { id: 'contract.services', level: 3, parent: 'contract.disputes', zh: '服务合同纠纷', en: 'Services' },
  {
    id: 'contract.property-management',
    number: '126',
    level: 3,
    parent: 'contract.disputes',
    zh: '物业服务合同纠纷',
    en: 'Property management',
  },
  { id: 'contract.guarantee', level: 3, parent: 'contract.disputes', zh: '保证合同纠纷', en: 'Guarantee' },
  { id: 'contract.unjust-enrichment', level: 2, parent: 'contract', zh: '不当得利纠纷', en: 'Unjust enrichment' },

  { id: 'ip', level: 1, parent: null, zh: '知识产权与竞争纠纷', en: 'Intellectual property and competition' },
  { id: 'ip.copyright', level: 3, parent: 'ip', zh: '著作权权属、侵权纠纷', en: 'Copyright' },
  { id: 'ip.trade-mark', level: 3, parent: 'ip', zh: '商标权权属、侵权纠纷', en: 'Trade marks' },
  { id: 'ip.patent', level: 3, parent: 'ip', zh: '专利权权属、侵权纠纷', en: 'Patents' },

  { id: 'data', level: 1, parent: null, zh: '数据、网络虚拟财产纠纷', en: 'Data and virtual property' },
  { id: 'data.disputes', number: '199', level: 2, parent: 'data', zh: '数据纠纷', en: 'Data' },
  {
    id: 'data.virtual-property',
    number: '202',
    level: 2,
    parent: 'data',
    zh: '网络虚拟财产纠纷',
    en: 'Virtual property',
  },

  { id: 'labour', level: 1, parent: null, zh: '劳动争议、人事争议', en: 'Labour and personnel' },
  { id: 'labour.contract', number: '205', level: 3, parent: 'labour', zh: '劳动合同纠纷', en: 'Labour contract' },
  {
    id: 'labour.wages',
    number: '205.5',
    level: 4,
    parent: 'labour.contract',
    zh: '追索劳动报酬纠纷',
    en: 'Unpaid wages',
  },
  {
    id: 'labour.new-forms',
    number: '214',
    level: 2,
    parent: 'labour',
    zh: '新就业形态用工纠纷',
    en: 'New forms of employment',
  },

  {
    id: 'company',
    level: 1,
    parent: null,
    zh: '与公司、证券、保险、票据等有关的民事纠纷',
    en: 'Companies, securities, insurance, bills',
  },
  { id: 'company.equity-transfer', level: 3, parent: 'company', zh: '股权转让纠纷', en: 'Transfer of shares' },
  { id: 'company.insurance-property', level: 3, parent: 'company', zh: '财产保险合同纠纷', en: 'Property insurance' },

  { id: 'tort', level: 1, parent: null, zh: '侵权责任纠纷', en: 'Tort' },
  {
    id: 'tort.traffic',
    number: '411',
    level: 3,
    parent: 'tort',
    zh: '机动车交通事故责任纠纷',
    en: 'Motor vehicle accidents',
  },
  { id: 'tort.medical', level: 3, parent: 'tort', zh: '医疗损害责任纠纷', en: 'Medical injury' },
  { id: 'tort.product', level: 3, parent: 'tort', zh: '产品责任纠纷', en: 'Product liability' },
  { id: 'tort.animals', level: 3, parent: 'tort', zh: '饲养动物损害责任纠纷', en: 'Injury by animals' },
  { id: 'tort.network', level: 3, parent: 'tort', zh: '网络侵权责任纠纷', en: 'Online tort' },
]
