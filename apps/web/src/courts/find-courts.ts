import type { CourtNode } from '@court/usecases/courts/list-courts'

export function flatten(courts: readonly CourtNode[]): CourtNode[] {
  return courts.flatMap((court) => [court, ...flatten(court.children)])
}

// By a part of the name in either language, of the address or of the code; those that begin with it first.
export function findCourts(courts: readonly CourtNode[], text: string): CourtNode[] {
  const query = fold(text)
  if (query === '') return []
  const words = query.split(/\s+/)
  return flatten(courts)
    .filter((court) => {
      const known = fold(
        [court.name.zh, court.name.en, court.code, court.slug, court.addressZh, court.addressEn].join(' '),
      )
      return words.every((word) => known.includes(word))
    })
    .sort((a, b) => Number(!fold(a.name.zh).startsWith(query)) - Number(!fold(b.name.zh).startsWith(query)))
}

// 余姚市法院 finds 余姚市人民法院, as people say it.
function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase().replaceAll('人民法院', '法院').trim()
}
