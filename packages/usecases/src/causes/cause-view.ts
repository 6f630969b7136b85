import type { Words } from '../refusal.ts'

/** A cause of action with the way down to it. */
export type CauseView = {
  edition: string
  code: string
  level: number
  title: Words
  /** From the first level to the one above, so that equal titles can be told apart. */
  path: { code: string; title: Words }[]
}

export type CauseRow = {
  edition: string
  code: string
  level: number
  parentCode: string | null
  position: number
  titleZh: string
  titleEn: string
  pinyin: string
  initials: string
}

export function causeView(cause: CauseRow, byCode: ReadonlyMap<string, CauseRow>): CauseView {
  const path: CauseView['path'] = []
  for (
    let above = byCode.get(cause.parentCode ?? '');
    above && path.length < 10;
    above = byCode.get(above.parentCode ?? '')
  )
    path.unshift({ code: above.code, title: { zh: above.titleZh, en: above.titleEn } })
  return {
    edition: cause.edition,
    code: cause.code,
    level: cause.level,
    title: { zh: cause.titleZh, en: cause.titleEn },
    path,
  }
}
