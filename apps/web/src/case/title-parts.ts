export type TitleParts = { plaintiffs: Side; defendants: Side; cause: string }
type Side = { name: string; hasOthers: boolean }

/**
 * What a title is made of: 张三等诉李四民间借贷纠纷 are Zhang San and others against Li Si, with the cause in English. `causes` are the
 * titles of the catalogue, Chinese to English. Null for whatever is not written so.
 */
export function titleParts(title: string, causes: ReadonlyMap<string, string>): TitleParts | null {
  const causeZh = endingOf(title, causes)
  const cause = causes.get(causeZh)
  const sides = title.slice(0, title.length - causeZh.length).split('诉')
  const [plaintiffs = '', defendants = ''] = sides
  if (cause === undefined || sides.length !== 2 || plaintiffs === '' || defendants === '') return null
  return { plaintiffs: side(plaintiffs), defendants: side(defendants), cause }
}

/** The longest cause that the title ends with; '' for none. */
function endingOf(title: string, causes: ReadonlyMap<string, string>): string {
  for (let at = 0; at < title.length; at++) if (causes.has(title.slice(at))) return title.slice(at)
  return ''
}

function side(text: string): Side {
  const hasOthers = text.length > 1 && text.endsWith('等')
  return { name: hasOthers ? text.slice(0, -1) : text, hasOthers }
}
