import type { Page } from '@playwright/test'
import { barriers, overflow } from './page-checks.ts'

export type Look = { language: 'zh-CN' | 'en'; isElder: boolean; width: 360 | 1440 }

export const zhPhone: Look = { language: 'zh-CN', isElder: false, width: 360 }
const zhElderDesk: Look = { language: 'zh-CN', isElder: true, width: 1440 }
const enElderPhone: Look = { language: 'en', isElder: true, width: 360 }
export const enDesk: Look = { language: 'en', isElder: false, width: 1440 }

// Every language, size of type and window meets every other one.
const looks: Look[] = [zhPhone, zhElderDesk, enElderPhone, enDesk]

/** From the next page on, as somebody sees it who chose so. */
export async function wear(page: Page, { language, isElder, width }: Look): Promise<void> {
  await page.setViewportSize(windowOf(width))
  const cookies = [
    { name: 'locale', value: language },
    { name: 'elder', value: isElder ? '1' : '0' },
  ]
  const url = new URL(page.url()).origin
  await page.context().addCookies(cookies.map((cookie) => ({ ...cookie, url })))
}

const windowOf = (width: Look['width']) => ({ width, height: width === 360 ? 740 : 900 })

// The page that stands there in another size of type and window: both are for the style sheet alone.
async function change(page: Page, { isElder, width }: Look): Promise<void> {
  await page.setViewportSize(windowOf(width))
  await page.evaluate(`document.documentElement.toggleAttribute('data-elder', ${isElder})`)
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

/** What is wrong with these pages in every look: a line each. A page is asked for once in each language. */
export async function faultsOf(page: Page, addresses: string[], chosen: Look[] = looks): Promise<string[]> {
  const faults: string[] = []
  for (const [, [first, ...others]] of Map.groupBy(chosen, ({ language }) => language)) {
    if (!first) continue
    await wear(page, first)
    for (const address of addresses) {
      await page.goto(address)
      faults.push(...(await faultsIn(page, first)))
      for (const look of others) {
        await change(page, look)
        faults.push(...(await faultsIn(page, look)))
      }
      await page.setViewportSize(windowOf(first.width))
    }
  }
  return faults
}

async function faultsIn(page: Page, { language, isElder, width }: Look): Promise<string[]> {
  const name = `${language}${isElder ? ' elder' : ''} ${width}px`
  const faults = (await barriers(page)).map((line) => `${name}: ${line}`)
  const wider = await overflow(page)
  return wider > 0 ? [...faults, `${name}: ${page.url()} is ${wider}px wider than the window`] : faults
}
