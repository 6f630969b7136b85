/** What part of a site a path belongs to: its first segment, or the procedure that is called. Ids never become part of it. */
export function routeOf(path: string): string {
  const [first = '', second, third = ''] = segmentsOf(path)
  if (first === 'api' && second === 'trpc') return `api/trpc/${third.split(',')[0] ?? ''}`
  if (first === 'api' || first === 'reports') return `${first}/${second ?? ''}`
  return first === '' ? 'home' : first
}

/** The court's short name where the path names one: `/c/…`, `/file/…`, `/my/…`, `/files/cases/…`. */
export function courtOf(path: string): string | null {
  const [first, second, third] = segmentsOf(path)
  if (first === 'files' && second === 'cases') return third ?? null
  // `/file/d/…` is a draft, and `/my/notices` the notices of a person.
  const isOfCourt = first === 'c' || (first === 'file' && second !== 'd') || (first === 'my' && third !== undefined)
  return isOfCourt ? (second ?? null) : null
}

const segmentsOf = (path: string) => (path.split('?')[0] ?? '').split('/').slice(1)
