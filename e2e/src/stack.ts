import { readFileSync } from 'node:fs'

export const stackFileVariable = 'E2E_STACK'

export type SignIn = {
  at: 'web' | 'admin'
  who: string
  account: string
  password?: string
  totpSecret?: string
  note?: string
}

/** Addresses of the running platform, and the demo sign-ins that the seed wrote down. */
export type Stack = {
  web: string
  admin: string
  catcher: string
  worker: string
  /** Where the run writes which processes it has. */
  recordFile: string
  signIns: SignIn[]
}

export function stack(): Stack {
  const file = process.env[stackFileVariable]
  if (!file) throw new Error(`${stackFileVariable} is not set: run the journeys with e2e/playwright.config.ts`)
  return JSON.parse(readFileSync(file, 'utf8')) as Stack
}

/** The process of this name that the platform runs now; undefined when it runs none, as when a server elsewhere serves it. */
export function processOf(name: string): number | undefined {
  const { children } = JSON.parse(readFileSync(stack().recordFile, 'utf8')) as {
    children: { name: string; pid: number }[]
  }
  return children.find((one) => one.name === name)?.pid
}

/** The first sign-in at a site whose role or note says so. */
export function signInOf(at: SignIn['at'], wanted: RegExp): SignIn {
  const found = stack().signIns.find(
    (one) => one.at === at && wanted.test(`${one.who} ${one.note ?? ''} ${one.account}`),
  )
  if (!found) throw new Error(`the demo has no sign-in at ${at} for ${String(wanted)}`)
  return found
}

export type CaughtMessage = { kind: 'mail' | 'sms'; to: string; text: string; subject?: string; at: string }

/** Waits for a message to this phone or address, newest first, whose text fits; not for one that was there before `since`. */
export async function waitForMessage(
  to: string,
  fits: RegExp,
  since = new Date(0),
  seconds = 30,
): Promise<CaughtMessage> {
  const url = new URL('/api/messages', stack().catcher)
  url.searchParams.set('to', to)
  const end = Date.now() + seconds * 1000
  for (;;) {
    const { messages } = (await (await fetch(url)).json()) as { messages: CaughtMessage[] }
    const found = messages.find(
      ({ text, subject, at }) => new Date(at) >= since && fits.test(`${subject ?? ''}\n${text}`),
    )
    if (found) return found
    if (Date.now() > end) throw new Error(`no message to ${to} that fits ${String(fits)} within ${seconds} s`)
    await new Promise((done) => setTimeout(done, 250))
  }
}
