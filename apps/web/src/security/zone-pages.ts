import type { Env } from '../env.ts'

/** Pages of clerks and judges, and pages on which only a party has something to do; all others are everybody's. */
const pages = {
  court: ['/desk', '/staff'],
  public: [
    '/file',
    '/my',
    '/sign-in',
    '/account/identity',
    '/account/organisation',
    '/account/phone',
    '/account/confirm',
  ],
} as const

/** False for pages that do not exist where this site is served: no form of the staff's door stands on the public network. */
export function isPageOfZone(path: string, zone: Env['ZONE']): boolean {
  if (zone === 'all') return true
  return !pages[zone === 'public' ? 'court' : 'public'].some((page) => path === page || path.startsWith(`${page}/`))
}
