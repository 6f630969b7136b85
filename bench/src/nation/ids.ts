/** The ids that `functions.sql` gives: of what kind, and which one. */
const id = (kind: number, n: number): string =>
  `${kind.toString(16).padStart(8, '0')}-0000-7000-8000-${n.toString(16).padStart(12, '0')}`

/** Courts are numbered from the largest, 1. */
export const courtId = (court: number) => id(1, court)
export const caseId = (n: number) => id(2, n)
export const personOf = (n: number) => id(8, n)

const posts = { 'filing-clerk': 3, judge: 4, 'court-clerk': 5 } as const
export type Post = keyof typeof posts

/** The one member of staff of that post in a court, who is signed in. */
export const staffId = (court: number, post: Post) => id(posts[post], court)
export const sessionOf = (court: number, post: Post) => id(40 + posts[post], court)
