import { cookies } from 'next/headers'
import { services } from './services.ts'

const name = 'admin-sign-in'

/** What the browser carries between the steps of a sign-in: sealed by the use case, and short of life. */
export async function keepTicket(ticket: string): Promise<void> {
  ;(await cookies()).set(name, ticket, { ...attributes(), maxAge: 600 })
}

export async function ticketInBrowser(): Promise<string | undefined> {
  return (await cookies()).get(name)?.value
}

export async function dropTicket(): Promise<void> {
  ;(await cookies()).set(name, '', { ...attributes(), maxAge: 0 })
}

const attributes = () =>
  ({ httpOnly: true, sameSite: 'strict', secure: services().cookies.clear().options.secure, path: '/' }) as const
