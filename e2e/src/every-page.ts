import type { Page } from '@playwright/test'
import { barriers, overflow } from './page-checks.ts'

export type Look = { language: 'zh-CN' | 'en'; isElder: boolean; width: 360 | 1440 }

export const zhPhone: Look = { language: 'zh-CN', isElder: false, width: 360 }
export const enElderPhone: Look = { language: 'en', isElder: true, width: 360 }
export const enDesk: Look = { language: 'en', isElder: false, width: 1440 }
const zhElderDesk: Look = { language: 'zh-CN', isElder: true, width: 1440 }

// Every language, size of type and window meets every other one.
const looks: Look[] = [zhPhone, enElderPhone, enDesk, zhElderDesk]

export async function wear(page: Page, { language, isElder, width }: Look): Promise<void> {
  await page.setViewportSize({ width, height: width === 360 ? 740 : 900 })
  const cookies = [
    { name: 'locale', value: language },
    { name: 'elder', value: isElder ? '1' : '0' },
  ]
  const url = new URL(page.url()).origin
  await page.context().addCookies(cookies.map((cookie) => ({ ...cookie, url })))
}

/** Follows every link of a site from these pages on, one page of each kind, and gives back what it opened. */
export async function reachablePages(page: Page, starts: string[], isWanted: (path: string) => boolean) {
  const opened = new Map<string, string>()
  const waiting = [...starts]
  for (let address = waiting.shift(); address; address = waiting.shift()) {
    const { pathname, origin } = new URL(address)
    const isStart = starts.includes(address)
    const kind = isStart ? address : kindOf(pathname)
    if (opened.has(kind) || (!isStart && [...opened.values()].some((one) => kindOf(new URL(one).pathname) === kind)))
      continue
    const answer = await page.goto(address)
    if (!answer?.headers()['content-type']?.startsWith('text/html')) continue
    opened.set(kind, page.url())
    const links = await page
      .locator('a[href]')
      .evaluateAll((all: { href: string; target: string }[]) => all.map(({ href }) => href.replace(/#.*/, '')))
    waiting.push(...links.filter((link) => link.startsWith(origin) && isWanted(new URL(link).pathname)))
  }
  return [...new Set(opened.values())]
}

// Two cases are one kind of page, two actions in a case are two.
function kindOf(pathname: string): string {
  return pathname
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '*')
    .replace(/^\/(c|my|file|check)\/(?!d\/|notices)[^/]+/, '/$1/*')
}

/** What is wrong with these pages in every look: a line each. */
export async function faultsOf(page: Page, addresses: string[], chosen: Look[] = looks): Promise<string[]> {
  const faults: string[] = []
  for (const look of chosen) {
    await wear(page, look)
    const name = `${look.language}${look.isElder ? ' elder' : ''} ${look.width}px`
    for (const address of addresses) {
      await page.goto(address)
      faults.push(...(await barriers(page)).map((line) => `${name}: ${line}`))
      const wider = await overflow(page)
      if (wider > 0) faults.push(`${name}: ${address} is ${wider}px wider than the window`)
    }
  }
  return faults
}
