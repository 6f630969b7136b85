import type { Matter } from '../file-case.ts'

const costs = { kind: 'costs', text: '本案诉讼费用由被告负担。' } as const

/** What people go to a basic court for; facts are invented. Amounts grow with the number, so that all three procedures occur. */
export function matterOf(index: number): Matter {
  const scale = 1 + (index % 9)
  const make = matters[index % matters.length] ?? matters[0]
  return make(scale)
}

const matters: [(scale: number) => Matter, ...((scale: number) => Matter)[]] = [
  (scale) => ({
    cause: 'contract.loan.private',
    claims: [
      { kind: 'payment', text: `判令被告归还借款本金人民币${scale * 12_000}元。`, yuan: scale * 12_000 },
      { kind: 'interest', text: '判令被告按年利率6%支付逾期利息。', yuan: scale * 720 },
      costs,
    ],
    grounds: '被告因经营周转向原告借款，约定一年归还并出具借条。到期后原告多次催讨，被告以资金困难为由至今未还。',
  }),
  (scale) => ({
    cause: 'contract.sale',
    claims: [{ kind: 'payment', text: `判令被告支付货款人民币${scale * 38_000}元。`, yuan: scale * 38_000 }, costs],
    grounds: '双方签订买卖合同，原告已按约交付全部货物，被告验收后未按约定期限支付货款，经多次催告仍未支付。',
  }),
  (scale) => ({
    cause: 'tort.traffic',
    claims: [{ kind: 'payment', text: '判令被告赔偿医疗费、误工费、护理费等损失。', yuan: scale * 16_500 }, costs],
    grounds:
      '被告驾驶小型轿车转弯时未让行，与原告驾驶的电动自行车相撞，交警认定被告负主要责任。原告住院治疗，损失未获赔偿。',
  }),
  () => ({
    cause: 'family.divorce',
    claims: [{ kind: 'declaration', text: '判令原告与被告离婚。' }, costs],
    grounds: '双方婚后性格不合，长期分居已满两年，多次调解无效，夫妻感情确已破裂，原告请求解除婚姻关系。',
  }),
  (scale) => ({
    cause: 'labour.wages',
    claims: [{ kind: 'payment', text: '判令被告支付拖欠的劳动报酬。', yuan: scale * 5_400 }],
    grounds: '原告在被告处工作，被告自去年九月起拖欠工资，经劳动监察部门协调仍未支付，有考勤记录和工资欠条为证。',
  }),
]
