import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { chromium, type Browser, type Page } from 'playwright-core'
import { findBrowser } from '../../../e2e/src/browser.ts'

export type Timings = { connectedMs: number; firstFrameMs: number }

export type BrowserClient = {
  /** From the moment the page has its key until the first picture of somebody else is painted; it leaves again. */
  join(key: { address: string; token: string }): Promise<Timings>
  close(): Promise<void>
}

/** `livekit-client` as it comes, on a page that does nothing else, in a headless Chromium. */
export async function openBrowserClient(): Promise<BrowserClient> {
  const library = readFileSync(
    createRequire(import.meta.url)
      .resolve('livekit-client')
      .replace(/[^/]+$/, 'livekit-client.umd.js'),
  )
  const server = createServer((request, response) => {
    const isLibrary = request.url === '/livekit-client.js'
    response.setHeader('content-type', isLibrary ? 'text/javascript' : 'text/html')
    response.end(isLibrary ? library : '<!doctype html><script src="/livekit-client.js"></script>')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { executablePath, args, env } = await findBrowser()
  const browser: Browser = await chromium.launch({
    executablePath,
    args: [...args, '--autoplay-policy=no-user-gesture-required'],
    env: { ...process.env, ...env } as Record<string, string>,
  })
  const page: Page = await browser.newPage()
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
  await page.evaluate(() => {
    ;(globalThis as unknown as { LivekitClient: Library }).LivekitClient.setLogLevel('silent')
  })
  return {
    join: (key) => page.evaluate(joinOnPage, key),
    async close() {
      await browser.close()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

type Library = {
  setLogLevel(level: string): void
  Room: new () => {
    on(event: string, listener: (track: { kind: string; attach(): Video }) => void): void
    connect(address: string, token: string): Promise<void>
    disconnect(): Promise<void>
  }
}
type Video = { requestVideoFrameCallback(listener: () => void): void; remove(): void }

/** Runs inside the page. */
async function joinOnPage({ address, token }: { address: string; token: string }) {
  const { LivekitClient } = globalThis as unknown as { LivekitClient: Library }
  const { document } = globalThis as unknown as { document: { body: { append(video: Video): void } } }
  const room = new LivekitClient.Room()
  const from = performance.now()
  const firstFrame = new Promise<number>((resolve, reject) => {
    setTimeout(() => reject(new Error('no picture within 20 s')), 20_000)
    room.on('trackSubscribed', (track) => {
      if (track.kind !== 'video') return
      const video = track.attach()
      document.body.append(video)
      video.requestVideoFrameCallback(() => {
        resolve(performance.now() - from)
        video.remove()
      })
    })
  })
  await room.connect(address, token)
  const connectedMs = performance.now() - from
  const firstFrameMs = await firstFrame
  await room.disconnect()
  return { connectedMs, firstFrameMs }
}
