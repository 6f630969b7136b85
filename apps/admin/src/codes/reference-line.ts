import { referencesOf, type Reference } from '@court/procedure/code/schema/reference'

const laws: Record<string, string> = {
  民诉法: 'Civil Procedure Law',
  民诉法解释: 'SPC Interpretation of the Civil Procedure Law',
  在线诉讼规则: 'Online Litigation Rules',
  诉讼费用交纳办法: 'Fee Measures',
  证据规定: 'SPC Rules on Evidence',
  登记立案规定: 'SPC Rules on Docketing',
}

// 民诉法第126条 / Civil Procedure Law art. 126; a report as it is reported.
export function referenceLine(reference: Reference | Reference[] | undefined, locale: 'zh-CN' | 'en'): string {
  return referencesOf(reference)
    .map((one) => {
      if (!('law' in one)) return one.reported
      const isNumber = /^\d/.test(String(one.article))
      if (locale === 'en') return `${laws[one.law] ?? one.law} ${isNumber ? 'art. ' : ''}${one.article}`
      return `${one.law}${isNumber ? `第${one.article}条` : String(one.article)}`
    })
    .join(locale === 'en' ? '; ' : '；')
}
