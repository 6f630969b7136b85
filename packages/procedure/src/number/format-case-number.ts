import { formatPart } from './part-numeral.ts'

/** One serial, or a range written with `-`. */
export type SerialGroup = number | { from: number; to: number }

export type CaseNumberParts = {
  year: number
  court: string
  /** 专门审判代字, one character. */
  division?: string | null
  type: string
  serials: readonly SerialGroup[]
  /** 之N of a later document. */
  part?: number | null
  /** The form of before 2016: （2015）沪一中民保字第7号. */
  old?: boolean
}

/** The number as a court writes it: full-width brackets, half-width digits, no blanks. */
export function formatCaseNumber({ year, court, division, type, serials, part, old }: CaseNumberParts): string {
  if (serials.length === 0) throw new RangeError('A case number needs a serial')
  const written = serials
    .map((group) => (typeof group === 'number' ? String(group) : `${group.from}-${group.to}`))
    .join('、')
  const link = old === true ? '字第' : ''
  return `（${year}）${court}${division ?? ''}${type}${link}${written}号${part == null ? '' : `之${formatPart(part)}`}`
}
