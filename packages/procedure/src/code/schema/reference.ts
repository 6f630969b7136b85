import { z } from 'zod'

const articleReference = z
  .strictObject({
    law: z
      .string()
      .min(1)
      .describe('Short name of the document, as the glossary has it: 民诉法, 民诉法解释, 在线诉讼规则'),
    article: z.union([z.number().int().positive(), z.string().min(1)]).describe('Article, such as 126 or "126(2)"'),
    note: z.string().optional().describe('What the article says, when the rule needs it'),
    verified: z.boolean().optional().describe('false when nobody has checked the number against the source'),
  })
  .describe('An article that was read. A number is never invented')

const reportedReference = z
  .strictObject({
    reported: z.string().min(1).describe('What is publicly reported of a rule whose text we do not have'),
    source: z.string().optional().describe('Where it was reported'),
    verified: z.literal(false).describe('Always false: it shows as unverified wherever the rule is shown'),
  })
  .describe('A rule known only by report')

const oneReference = z.union([articleReference, reportedReference])
export type Reference = z.infer<typeof oneReference>

export const referenceSchema = z
  .union([oneReference, z.array(oneReference).min(1)])
  .meta({ id: 'reference', description: 'Where the rule comes from: an article, or a report' })

/** A rule may cite one place or several; readers always get a list. */
export function referencesOf(reference: Reference | Reference[] | undefined): Reference[] {
  if (reference === undefined) return []
  return Array.isArray(reference) ? reference : [reference]
}

/** "民诉法 art 126", "民诉法第126条", or the report; marked when unverified. */
export function referenceText(reference: Reference | Reference[] | undefined, language: 'zh' | 'en' = 'en'): string {
  const mark = language === 'zh' ? '（未核实）' : ' (unverified)'
  return referencesOf(reference)
    .map((one) => ('law' in one ? articleText(one, language) : one.reported) + (one.verified === false ? mark : ''))
    .join(language === 'zh' ? '、' : ', ')
}

function articleText({ law, article }: { law: string; article: string | number }, language: 'zh' | 'en'): string {
  const isNumber = /^\d/.test(String(article))
  if (language === 'en') return isNumber ? `${law} art ${article}` : `${law} ${article}`
  return isNumber ? `${law}第${article}条` : `${law}${article}`
}
