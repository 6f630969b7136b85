import { existsSync, mkdirSync, readFileSync, rmdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { tmpdir } from 'node:os'
import type { Browser, BrowserContextOptions, Page } from '@playwright/test'
import { signInStaff } from './sign-in.ts'
import { stack, type SignIn } from './stack.ts'

export const desk = { width: 1440, height: 900 }

type State = Exclude<BrowserContextOptions['storageState'], string | undefined>

/** A window of its own at the desk of this account. All specs share one sign-in of it: a code of the authenticator works once. */
export async function openDesk(browser: Browser, account: string, options: BrowserContextOptions = {}): Promise<Page> {
  const storageState = await stateOf(browser, account)
  const context = await browser.newContext({ viewport: desk, ...options, storageState })
  return context.newPage()
}

async function stateOf(browser: Browser, account: string): Promise<State> {
  const signIn = stack().signIns.find((one) => one.account === account)
  if (!signIn) throw new Error(`the demo has no account ${account}`)
  const folder = join(
    tmpdir(),
    `tongheng-e2e-${Buffer.from(signIn.totpSecret ?? '')
      .toString('hex')
      .slice(0, 24)}`,
  )
  const [file, lock] = [`${folder}.json`, `${folder}.lock`]
  const release = await take(lock)
  try {
    const known = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as State) : undefined
    if (known && (await stillHolds(browser, signIn, known))) return known
    const context = await browser.newContext({ viewport: desk })
    await signInStaff(await context.newPage(), signIn)
    const state = await context.storageState()
    await context.close()
    writeFileSync(file, JSON.stringify(state), { mode: 0o600 })
    return state
  } finally {
    release()
  }
}

async function stillHolds(browser: Browser, { at }: SignIn, storageState: State): Promise<boolean> {
  const context = await browser.newContext({ storageState })
  const answer = await context.request.get(at === 'web' ? `${stack().web}/desk` : `${stack().admin}/courts`)
  await context.close()
  return answer.ok() && !answer.url().includes('sign-in')
}

// Both workers may want the same account: a folder can be made only once.
async function take(lock: string): Promise<() => void> {
  const end = Date.now() + 60_000
  for (;;) {
    try {
      mkdirSync(lock)
      return () => rmdirSync(lock)
    } catch (error) {
      if (Date.now() > end) throw new Error(`${lock} is held by another run: remove it`, { cause: error })
      await new Promise((done) => setTimeout(done, 100))
    }
  }
}
