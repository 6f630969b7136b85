import type { SessionCookies } from '@court/auth/session-cookie'
import { cookies } from 'next/headers'

/** What the browser carries between the steps of a staff sign-in: sealed by the use case, and short of life. */
export type TicketCookie = { name: string; site: () => SessionCookies }

export async function keepTicket(cookie: TicketCookie, ticket: string): Promise<void> {
  ;(await cookies()).set(cookie.name, ticket, { ...attributes(cookie), maxAge: 600 })
}

export async function ticketInBrowser({ name }: TicketCookie): Promise<string | undefined> {
  return (await cookies()).get(name)?.value
}

export async function dropTicket(cookie: TicketCookie): Promise<void> {
  ;(await cookies()).set(cookie.name, '', { ...attributes(cookie), maxAge: 0 })
}

const attributes = ({ site }: TicketCookie) =>
  ({ httpOnly: true, sameSite: 'strict', secure: site().clear().options.secure, path: '/' }) as const
