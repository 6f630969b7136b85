import { referencesOf, type Reference } from '@court/procedure/code/schema/reference'

const lawNames: Record<string, string> = {
  民诉法: 'Civil Procedure Law',
  民诉法解释: 'SPC Interpretation of the Civil Procedure Law',
  在线诉讼规则: 'Online Litigation Rules',
  诉讼费用交纳办法: 'Fee Measures',
  证据规定: 'SPC Rules on Evidence',
  登记立案规定: 'SPC Rules on Docketing',
}

/** 民诉法第126条 / Civil Procedure Law art. 126. What was not checked against its source says so in the words `unverified`. */
export function referenceLine(
  reference: Reference | Reference[] | undefined,
  { locale, unverified }: { locale: string; unverified?: string },
): string {
  const isChinese = locale.startsWith('zh')
  return referencesOf(reference)
    .map((one) => {
      const text =
        'law' in one
          ? isChinese
            ? `${one.law}${articleZh(one.article)}`
            : `${lawNames[one.law] ?? one.law} ${articleEn(one.article)}`
          : one.reported
      return one.verified === false && unverified
        ? isChinese
          ? `${text}（${unverified}）`
          : `${text} (${unverified})`
        : text
    })
    .join(isChinese ? '；' : '; ')
}

// '126(2)' → 第126条第2款; a name such as 案号规定 stays as it is.
function articleZh(article: number | string): string {
  const [, number, paragraph] = /^(\d+)(?:\((\d+)\))?$/.exec(String(article)) ?? []
  if (!number) return String(article)
  return `第${number}条${paragraph ? `第${paragraph}款` : ''}`
}

function articleEn(article: number | string): string {
  return /^\d/.test(String(article)) ? `art. ${article}` : String(article)
}
