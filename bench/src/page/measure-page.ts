import type { Browser, BrowserContextOptions, Page } from 'playwright-core'

export type PageSample = {
  lcpMs: number
  /** The slowest of the clicks; NaN, which reaches no aim, when there was nothing to click. */
  inpMs: number
  cls: number
  javaScriptBytes: number
  allBytes: number
}

type Wanted = {
  url: string
  storageState?: BrowserContextOptions['storageState']
  /** What is clicked, one after the other; a page without it is not clicked. */
  clicks: string
}

// A cheap phone on a poor line: a quarter of this machine's speed, 1.6 Mbit/s, 150 ms.
const phone = { width: 390, height: 844 }
const line = { offline: false, latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8 }
const slowdown = 4
const clicksMax = 10

/** One visit with an empty cache. */
export async function measurePage(browser: Browser, { url, storageState, clicks }: Wanted): Promise<PageSample> {
  const context = await browser.newContext({
    viewport: phone,
    isMobile: true,
    hasTouch: true,
    locale: 'zh-CN',
    ...(storageState === undefined ? {} : { storageState }),
  })
  try {
    const page = await context.newPage()
    await page.addInitScript({ content: observe })
    const bytes = await slow(page)
    const answer = await page.goto(url, { waitUntil: 'networkidle', timeout: 120_000 })
    if (answer?.status() !== 200 || new URL(page.url()).pathname !== new URL(url).pathname)
      throw new Error(`${url} answered ${answer?.status()} at ${page.url()}`)
    let clicked = 0
    for (const target of (await page.locator(clicks).all()).slice(0, clicksMax)) {
      if (!(await target.isVisible())) continue
      await target.click({ timeout: 30_000 })
      clicked += 1
      await page.evaluate(nextFrames)
    }
    const seen = await page.evaluate<Seen>('globalThis.seen')
    return { lcpMs: seen.lcp, inpMs: clicked > 0 ? seen.inp : NaN, cls: seen.cls, ...bytes }
  } finally {
    await context.close()
  }
}

type Seen = { lcp: number; inp: number; cls: number }

/** Runs in the page, before anything of it: source text, for the types of a browser are not those of this program. */
const observe = `
  globalThis.seen = { lcp: 0, inp: 0, cls: 0 }
  const watch = (type, note) =>
    new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type, buffered: true, durationThreshold: 16 })
  watch('largest-contentful-paint', (entry) => { seen.lcp = entry.startTime })
  watch('layout-shift', (entry) => { seen.cls += entry.hadRecentInput ? 0 : entry.value })
  watch('event', (entry) => {
    if (entry.name === 'click' || entry.name.startsWith('pointer')) seen.inp = Math.max(seen.inp, entry.duration)
  })`

const nextFrames =
  'new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve, 50))))'

/** Slows the page down, and counts what comes over the line, compressed as it came. */
async function slow(page: Page): Promise<Pick<PageSample, 'javaScriptBytes' | 'allBytes'>> {
  const session = await page.context().newCDPSession(page)
  await session.send('Network.enable')
  await session.send('Network.emulateNetworkConditions', line)
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
  const bytes = { javaScriptBytes: 0, allBytes: 0 }
  const scripts = new Set<string>()
  session.on('Network.responseReceived', ({ requestId, type }) => void (type === 'Script' && scripts.add(requestId)))
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    bytes.allBytes += encodedDataLength
    if (scripts.has(requestId)) bytes.javaScriptBytes += encodedDataLength
  })
  return bytes
}
