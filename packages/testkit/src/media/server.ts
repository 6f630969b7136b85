import { createRequire } from 'node:module'
import { afterAll, describe } from 'vitest'
import { createLiveKitMedia } from '@court/adapters/media/livekit-media'
import type { MediaPort } from '@court/usecases/ports/media'
import { findMediaServer, noMediaServer, startMediaServer } from '../../../../scripts/media-server.mjs'
import type { RunningMediaServer } from '../../../../scripts/media-server.mjs'

const program = findMediaServer()
const started: RunningMediaServer[] = []
const noClients = `no client of the media server for ${process.platform} ${process.arch}: npm has no binding`

/** Why the tests on the real media server cannot run on this machine; `null` when they can. */
export const whyNoMedia = program ? (hasClients() ? null : noClients) : noMediaServer

/** `describe` for tests on the real media server. Where none can be had they are skipped, counted, and the title says why. */
export function describeWithMedia(title: string, tests: () => void, whyElseNot: string | null = null): void {
  const whyNot = whyNoMedia ?? whyElseNot
  describe.skipIf(whyNot !== null)(whyNot ? `${title} (${whyNot})` : title, () => {
    afterAll(async () => {
      for (const server of started.splice(0)) await server.stop()
    })
    tests()
  })
}

export type TestMediaServer = RunningMediaServer & {
  /** The real adapter in front of it. */
  media: MediaPort
}

/** A LiveKit server of this test file alone, on ports of its own. Call it in `beforeAll` of a `describeWithMedia`; stopped after it. */
export async function startTestMediaServer(options: { webhookUrls?: string[] } = {}): Promise<TestMediaServer> {
  if (!program) throw new Error(noMediaServer)
  const server = await startMediaServer({ program, ...options })
  started.push(server)
  const { url, key, secret } = server
  return { ...server, media: createLiveKitMedia({ url, publicUrl: url, key, secret }) }
}

function hasClients(): boolean {
  try {
    createRequire(import.meta.url).resolve(`@livekit/rtc-ffi-bindings-${platformName()}`)
    return true
  } catch {
    return false
  }
}

function platformName(): string {
  const suffix = { linux: '-gnu', win32: '-msvc' }[process.platform as string] ?? ''
  return `${process.platform}-${process.arch}${suffix}`
}
