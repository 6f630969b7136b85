import { safeReturnPath } from '@court/auth/return-path'

export type SearchParams = Promise<Record<string, string | string[] | undefined>>

/** One value of the page's query; of several the first. */
export async function queryValue(searchParams: SearchParams, name: string): Promise<string> {
  const value = (await searchParams)[name]
  return (Array.isArray(value) ? value[0] : value) ?? ''
}

/** Where to go afterwards: `next` of the query, when it is a page of this site. */
export const nextPath = async (searchParams: SearchParams, fallback: string): Promise<string> =>
  safeReturnPath(await queryValue(searchParams, 'next'), fallback)
