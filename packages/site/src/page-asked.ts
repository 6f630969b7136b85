import { safeReturnPath } from '@court/auth/return-path'
import { headers } from 'next/headers'

/** The page being drawn, as the proxy noted it (answer-page.ts); never an address of another site. */
export async function pageAsked(fallback: string): Promise<string> {
  return safeReturnPath((await headers()).get('x-page'), fallback)
}

/** `page`, which leads back to the page being drawn once its question is settled. */
export const askFirst = async (page: string, fallback: string): Promise<string> =>
  `${page}?next=${encodeURIComponent(await pageAsked(fallback))}`
