import { join as joinPath } from 'node:path'
import { createLiveKitMedia } from '@court/adapters/media/livekit-media'
import { endClients, joinAsClient } from '@court/testkit/media/client'
import { roomOf } from '@court/usecases/hearings/hearing-types'
import { findMediaServer, noMediaServer, startMediaServer } from '../../../scripts/media-server.mjs'
import type { Bench, Outcome } from '../bench.ts'
import { openBrowserClient, type Timings } from '../hearings/browser-client.ts'
import { openHearings, type HearingPlace } from '../hearings/open-hearings.ts'
import { alternate } from '../measure/alternate.ts'
import { median, medianRatio, percentile, rounded } from '../measure/statistics.ts'
import { courtId, sessionOf } from '../nation/ids.ts'
import { withClient } from '../postgres/addresses.ts'
import { startProcess } from '../processes/start-process.ts'

const scales = {
  small: { cases: 2_000, joinsPerRound: 2, admissions: 20 },
  normal: { cases: 10_000, joinsPerRound: 10, admissions: 400 },
  full: { cases: 100_000, joinsPerRound: 20, admissions: 1_000 },
}

type Key = { address: string; token: string }
type Sample = { ms: number[]; connectedMs: number[]; admissionMs: number[] }

export const join: Bench = {
  name: 'join',
  description:
    'into a hearing: asking for the key (roll, seat, ticket, audit, token, over HTTP), connecting, first picture in a Chromium; limit: bare livekit-client with a token in hand, same server',
  async run(settings) {
    const { cases, joinsPerRound, admissions } = scales[settings.scale]
    const program = findMediaServer()
    if (!program) throw new Error(noMediaServer)
    const closers: (() => Promise<unknown> | void)[] = []
    try {
      const server = await startMediaServer({ program })
      closers.unshift(() => server.stop())
      const { url, key, secret } = server
      const { nation, places } = await openHearings(cases, settings.say)
      closers.unshift(() => nation.close())
      const api = await startProcess(joinPath(import.meta.dirname, '../processes/api.ts'), {
        ...{ url: nation.url, poolMax: 10, media: { url, publicUrl: url, key, secret } },
      })
      closers.unshift(() => api.stop())
      const browser = await openBrowserClient()
      closers.unshift(() => browser.close())

      const admit = await admissionOf(api, places)
      const media = createLiveKitMedia({ url, publicUrl: url, key, secret })
      // Somebody is there already, and is seen: the same room for both sides.
      const place = places[0]
      if (!place) throw new Error('no court has a case to hear')
      const room = roomOf(courtId(place.court), place.hearingId)
      await media.openRoom({ room, emptySeconds: 3_600, participantsMax: 20 })
      const ticket = { room, seconds: 600, maySpeak: true }
      const other = await joinAsClient({
        ...{ url, token: await media.issueToken({ ...ticket, identity: 'other', ticket: 'other' }) },
      })
      closers.unshift(() => other.leave().then(endClients))
      await other.show({ framesPerSecond: 30 })

      let bare = 0
      const inHand = async (): Promise<Key> => {
        const identity = `bare-${(bare += 1)}`
        return { address: url, token: await media.issueToken({ ...ticket, identity, ticket: identity }) }
      }
      const sides = {
        ours: async () => {
          await forgetLimits(nation.url)
          return joinMany(joinsPerRound, (turn) => admit(place, turn % 2), browser.join)
        },
        bare: () => joinMany(joinsPerRound, inHand, browser.join, { isFree: true }),
      }
      const samples = await alternate(sides, settings)
      settings.say(`${admissions} keys, one after the other`)
      await admitMany(2 * places.length, places, admit) // every court's code is read once
      await forgetLimits(nation.url)
      const cpuBefore = await api.cpuMs()
      const admissionMs = await admitMany(admissions, places, admit)
      const cpuMs = ((await api.cpuMs()) - cpuBefore) / admissions
      return outcomeOf(samples, { admissionMs, cpuMs })
    } finally {
      for (const close of closers) await close()
    }
  },
}

/** Nobody but a bench enters sixty times in ten minutes. */
const forgetLimits = (url: string) => withClient(url, (client) => client.query('delete from rate_limit'))
const posts = ['judge', 'court-clerk'] as const

/** Asks for a key as the page does: the procedure over HTTP, as the judge or the clerk who is signed in. */
async function admissionOf(api: { ask(request: unknown): Promise<unknown> }, places: readonly HearingPlace[]) {
  const origin = `http://127.0.0.1:${Number(await api.ask('port'))}`
  const cookies = new Map<string, string>()
  for (const { court } of places)
    for (const post of posts) {
      const session = sessionOf(court, post)
      cookies.set(session, String(await api.ask(session)))
    }
  return async ({ court, ...place }: HearingPlace, who: number): Promise<Key> => {
    const response = await fetch(`${origin}/api/trpc/hearings.join`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        cookie: cookies.get(sessionOf(court, posts[who] ?? 'judge')) ?? '',
        origin: 'http://127.0.0.1',
        'sec-fetch-site': 'same-origin',
      },
      body: JSON.stringify({ json: place }),
    })
    const text = await response.text()
    if (!response.ok) throw new Error(`no key: ${response.status} ${text}`)
    const answer = (JSON.parse(text) as { result: { data: { json: { ok: boolean; value: Key } } } }).result.data.json
    if (!answer.ok) throw new Error(`no key: ${text}`)
    return answer.value
  }
}

type Joining = (key: Key) => Promise<Timings>

/** `isFree`: the key does not count, as for somebody who has it already. */
async function joinMany(
  count: number,
  keyOf: (turn: number) => Promise<Key>,
  joining: Joining,
  { isFree = false } = {},
): Promise<Sample> {
  const sample: Sample = { ms: [], connectedMs: [], admissionMs: [] }
  for (let turn = 0; turn < count; turn += 1) {
    const from = performance.now()
    const key = await keyOf(turn)
    const admissionMs = isFree ? 0 : performance.now() - from
    const { connectedMs, firstFrameMs } = await joining(key)
    sample.ms.push(admissionMs + firstFrameMs)
    sample.connectedMs.push(admissionMs + connectedMs)
    sample.admissionMs.push(admissionMs)
  }
  return sample
}

async function admitMany(
  count: number,
  places: readonly HearingPlace[],
  admit: (place: HearingPlace, who: number) => Promise<Key>,
): Promise<number[]> {
  const took: number[] = []
  for (let turn = 0; turn < count; turn += 1) {
    const place = places[turn % places.length]
    if (!place) break
    const from = performance.now()
    await admit(place, Math.floor(turn / places.length) % 2)
    took.push(performance.now() - from)
  }
  return took
}

/** `cpuMs`: of the API, per key; it hardly depends on what else the machine does. */
type Admissions = { admissionMs: number[]; cpuMs: number }

function outcomeOf(samples: Record<'ours' | 'bare', Sample[]>, { admissionMs, cpuMs }: Admissions): Outcome {
  const perRound = (side: Sample[], of: keyof Sample) => side.map((sample) => median(sample[of]))
  const [ours, bare] = [perRound(samples.ours, 'ms'), perRound(samples.bare, 'ms')]
  // More is better: how fast ours is compared with nothing but the client.
  const ratioToLimit = medianRatio(bare, ours)
  const p95 = percentile(admissionMs, 0.95)
  const row = (side: string, all: Sample[]) => ({
    side,
    'key ms': rounded(median(perRound(all, 'admissionMs'))),
    'connected ms': rounded(median(perRound(all, 'connectedMs'))),
    'first picture ms': rounded(median(perRound(all, 'ms'))),
  })
  return {
    ratioToPeer: null,
    ratioToLimit,
    table: [row('ours', samples.ours), row('bare livekit-client', samples.bare)],
    aims: [
      { what: 'bare / ours, key to first picture', figure: ratioToLimit, at: 'least', aim: 0.9 },
      { what: 'key over HTTP, p95', figure: p95, at: 'most', aim: 100, unit: 'ms' },
    ],
    figures: {
      firstPictureMs: { ours, bare },
      connectedMs: { ours: perRound(samples.ours, 'connectedMs'), bare: perRound(samples.bare, 'connectedMs') },
      admissionMs: { median: median(admissionMs), p95, count: admissionMs.length, cpuMs },
    },
  }
}
