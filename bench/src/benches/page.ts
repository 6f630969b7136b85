import { chromium, type Browser, type BrowserContextOptions } from 'playwright-core'
import { findBrowser } from '../../../e2e/src/browser.ts'
import bringUp from '../../../e2e/src/global-setup.ts'
import { signInPerson, signInStaff } from '../../../e2e/src/sign-in.ts'
import { signInOf, stack } from '../../../e2e/src/stack.ts'
import type { Bench } from '../bench.ts'
import { alternate } from '../measure/alternate.ts'
import { median } from '../measure/statistics.ts'
import { startBareNext } from '../page/bare-next.ts'
import { measurePage, type PageSample } from '../page/measure-page.ts'

type State = Exclude<BrowserContextOptions['storageState'], string | undefined>
const sides = ['case', 'inbox', 'bare'] as const
type Side = (typeof sides)[number]

export const page: Bench = {
  name: 'page',
  description:
    "a party's case page and a clerk's inbox on a cheap phone (CPU ÷ 4, 1.6 Mbit/s, 150 ms) from a production build; limit: a bare page of the same Next",
  async run(settings) {
    const down = await bringUp()
    const { executablePath, args, env } = await findBrowser()
    const browser = await chromium.launch({ executablePath, args, env: { ...process.env, ...env } })
    const bare = await startBareNext()
    try {
      const party = await partyWithCase(browser)
      const clerk = await clerkAtDesk(browser)
      const clicks = 'main summary, main button[aria-expanded], main button[type="button"]'
      const samples = await alternate(
        {
          case: () => measurePage(browser, { ...party, clicks }),
          inbox: () => measurePage(browser, { ...clerk, clicks }),
          bare: () => measurePage(browser, { url: bare.url, clicks: 'button' }),
        },
        settings,
      )
      return outcomeOf(samples)
    } finally {
      bare.stop()
      await browser.close()
      await down?.()
    }
  },
}

type Visit = { url: string; storageState: State }

/** Whoever of the demo's parties has a case: the first one of theirs. */
async function partyWithCase(browser: Browser): Promise<Visit> {
  const context = await browser.newContext({ locale: 'zh-CN' })
  try {
    const tab = await context.newPage()
    const { account } = signInOf('web', /当事人/)
    await signInPerson(tab, account.replace(/^\+86/, ''), '/my')
    const found = await tab.locator('main a[href^="/my/"]').all()
    const links = await Promise.all(found.map(async (link) => (await link.getAttribute('href')) ?? ''))
    const href = links.find((link) => /^\/my\/[\w-]+\/[0-9a-f-]{36}$/.test(link))
    if (!href) throw new Error(`${account} has no case`)
    return { url: new URL(href, stack().web).href, storageState: await context.storageState() }
  } finally {
    await context.close()
  }
}

async function clerkAtDesk(browser: Browser): Promise<Visit> {
  const context = await browser.newContext({ locale: 'zh-CN' })
  try {
    const tab = await context.newPage()
    await signInStaff(tab, signInOf('web', /立案庭书记员/))
    await tab.goto(`${stack().web}/desk`)
    return { url: tab.url(), storageState: await context.storageState() }
  } finally {
    await context.close()
  }
}

const titles: Record<Side, string> = { case: "party's case page", inbox: "clerk's inbox", bare: 'bare Next page' }

function outcomeOf(samples: Record<Side, PageSample[]>) {
  const middle = (side: Side, of: keyof PageSample) => median(samples[side].map((sample) => sample[of]))
  const ratio = (of: keyof PageSample) => Math.max(middle('case', of), middle('inbox', of)) / middle('bare', of)
  return {
    ratioToPeer: null,
    // Of two times the shorter is the better one: how much of the bare page's speed is left.
    ratioToLimit: 1 / ratio('lcpMs'),
    table: sides.map((side) => ({
      page: titles[side],
      'LCP ms': middle(side, 'lcpMs'),
      'INP ms': middle(side, 'inpMs'),
      CLS: middle(side, 'cls'),
      'JavaScript kB': middle(side, 'javaScriptBytes') / 1000,
      'all kB': middle(side, 'allBytes') / 1000,
    })),
    aims: (['case', 'inbox'] as const).flatMap((side) => [
      {
        what: `${titles[side]}: JavaScript, compressed`,
        figure: middle(side, 'javaScriptBytes') / 1000,
        at: 'most' as const,
        aim: 150,
        unit: 'kB',
      },
      { what: `${titles[side]}: LCP`, figure: middle(side, 'lcpMs'), at: 'most' as const, aim: 1000, unit: 'ms' },
      { what: `${titles[side]}: INP`, figure: middle(side, 'inpMs'), at: 'most' as const, aim: 100, unit: 'ms' },
      { what: `${titles[side]}: CLS`, figure: middle(side, 'cls'), at: 'most' as const, aim: 0.02 },
    ]),
    figures: { samples },
  }
}
