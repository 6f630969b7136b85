import { chromium, type Browser, type Page } from '@playwright/test'
import { findBrowser } from '../../../e2e/src/browser.ts'
import { held, must, seconds, skipped, type Fault } from '../fault.ts'
import { until } from '../ground/child.ts'
import type { Ground } from '../ground/ground.ts'
import type { Clerk } from '../ground/town.ts'
import { startLoad } from '../load/load.ts'

const filings = Number(process.env['FAULTS_MORNING'] ?? 30)

/** A browser, or null with the reason where none is found. */
export async function openBrowser(): Promise<{ browser: Browser } | { why: string }> {
  try {
    const { executablePath, args, env } = await findBrowser()
    return {
      browser: await chromium.launch({
        executablePath,
        args,
        env: { ...process.env, ...env } as Record<string, string>,
      }),
    }
  } catch (error) {
    return { why: `no browser: ${error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error)}` }
  }
}

export async function openPage(
  browser: Browser,
  { origin, cookie, size }: { origin: string; cookie: string; size: { width: number; height: number } },
) {
  const context = await browser.newContext({ viewport: size, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' })
  const [name = '', value = ''] = cookie.split('=')
  await context.addCookies([{ name, value, url: origin }])
  const page = await context.newPage()
  page.setDefaultTimeout(60_000)
  return page
}

export const morningAtTheDesk: Fault = {
  id: 'E1',
  title: `a clerk decides ${filings} filings with the keyboard alone while the worker is killed twice`,
  async run(ground, history) {
    const opened = await openBrowser()
    if ('why' in opened) return skipped(opened.why)
    const { town } = ground
    const clerk = town.clerks[0]
    if (!clerk) throw new Error('no clerk')
    const site = await ground.site()
    const before = await acceptedBy(ground, clerk)
    const drafts = await town.prepareDrafts(filings, clerk.court)
    await startLoad({ town, history, originOf: () => site.origin, drafts, filingsPerSecond: 3, readsPerSecond: 0 }).done
    const numbers = history.receipts
      .filter(({ draftId }) => drafts.some((draft) => draft.draftId === draftId))
      .map(({ number }) => number)
    must(numbers.length === filings, `${numbers.length} of ${filings} filings arrived`)
    let worker = await ground.worker()
    const page = await openPage(opened.browser, {
      origin: site.origin,
      cookie: clerk.cookie,
      size: { width: 1440, height: 900 },
    })
    const begun = performance.now()
    try {
      for (const [index, number] of numbers.entries()) {
        await decideByKeyboard(page, site.origin, number)
        if (index !== Math.floor(filings / 3) && index !== Math.floor((2 * filings) / 3)) continue
        await worker.child.end('SIGKILL')
        worker = await ground.worker()
      }
    } finally {
      await opened.browser.close()
    }
    const took = performance.now() - begun
    const caughtUp = await ground.untilNothingOwed()
    history.operations += filings * 5
    must(
      (await acceptedBy(ground, clerk)) - before === filings,
      `${(await acceptedBy(ground, clerk)) - before} of ${filings} filings are accepted`,
    )
    return held({
      'seconds a filing': Math.round(took / filings / 100) / 10,
      'all told after s': seconds(caughtUp),
      accepted: filings,
    })
  },
}

const acceptedBy = ({ town }: Ground, { court }: Clerk) =>
  town.all.client.case.count({ where: { courtId: court.id, acceptedAt: { not: null } } })

/** From the inbox to the entry of acceptance: search, open, review, pass every paper, accept. No mouse, and no wait but for what is on the page. */
async function decideByKeyboard(page: Page, origin: string, number: string): Promise<void> {
  const { keyboard } = page
  const focused = (selector: string) =>
    page
      .locator(`${selector}:focus`)
      .count()
      .then((count) => count > 0)
  const press = (key: string, what: string, isDone: () => Promise<boolean> | boolean) =>
    until(
      what,
      async () => {
        if (await isDone()) return true
        await keyboard.press(key)
        return isDone()
      },
      { milliseconds: 60_000, every: 300 },
    )
  await page.goto(`${origin}/desk`)
  await press('/', 'the search has the focus', () => focused('input[name="q"]'))
  await keyboard.type(number)
  await keyboard.press('Enter')
  await page.waitForURL(/q=/)
  await press('j', 'the filing is chosen', () => focused('[data-work-list] a[data-open]'))
  await keyboard.press('Enter')
  await page.waitForURL(/case=/)
  await press('e', 'its review is open', () => /\/review/.test(page.url()))
  // One key passes a paper, another goes to the next; the page says when all are looked at.
  await page.getByRole('group').first().waitFor()
  for (let paper = 0; !(await page.getByText('全部已审查').isVisible()); paper += 1) {
    must(paper < 40, `the papers of ${number} could not all be passed`)
    await keyboard.press('1')
    await page.waitForTimeout(150)
    await keyboard.press('n')
    await page.waitForTimeout(100)
  }
  await press('a', 'the acceptance is open', () => page.locator('details[data-decision="accept"][open]').isVisible())
  await keyboard.press('Control+Enter')
  await page.waitForURL(/done=accept-filing/)
}
