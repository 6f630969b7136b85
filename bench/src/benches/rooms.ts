import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createLiveKitMedia } from '@court/adapters/media/livekit-media'
import { findMediaServer, noMediaServer, startMediaServer } from '../../../scripts/media-server.mjs'
import type { Bench, Outcome, Settings } from '../bench.ts'
import { median, rounded } from '../measure/statistics.ts'
import { startProcess, type BenchProcess } from '../processes/start-process.ts'

const scales = {
  small: { roomsMax: 2, seconds: 2 },
  normal: { roomsMax: 16, seconds: 5 },
  full: { roomsMax: 60, seconds: 10 },
}
const inRoom = 3
/** Fewer than this share of what was sent, to the two others each: frames are lost. */
const shareLeast = 0.95
/** Senders that come below this have no processor left: what is full is this machine with all its clients, not the server. */
const sentLeast = 8

type Pictures = { sent: number; arrived: number }
type Level = { rooms: number; share: number; sentPerSecond: number; serverCores: number | null; clientCores: number }

export const rooms: Bench = {
  name: 'rooms',
  description:
    'rooms of three with 320 × 180 pictures and sound on one media server, one more at a time until pictures are lost; processor time per participant',
  async run(settings) {
    const { roomsMax } = scales[settings.scale]
    const program = findMediaServer()
    if (!program) throw new Error(noMediaServer)
    const server = await startMediaServer({ program })
    const clients: BenchProcess[] = []
    try {
      const { url, key, secret } = server
      const media = createLiveKitMedia({ url, publicUrl: url, key, secret })
      const levels: Level[] = []
      for (let count = 1; count <= roomsMax; count += 1) {
        // Several processes, as several people have several machines: one loop of events would be full first.
        if (count % 4 === 1) clients.push(await startProcess(join(import.meta.dirname, '../processes/room-clients.ts')))
        const room = `bench.${count}`
        await media.openRoom({ room, emptySeconds: 600, participantsMax: 10 })
        const keys = await Promise.all(
          Array.from({ length: inRoom }, async (_, index) => ({
            url,
            token: await media.issueToken({
              ...{ room, identity: `seat-${index}`, ticket: `${count}-${index}`, seconds: 600, maySpeak: true },
            }),
          })),
        )
        await clients.at(-1)?.ask({ kind: 'enter', keys })
        const level = await measure({ rooms: count, clients, serverPid: server.pid(), settings })
        levels.push(level)
        settings.say(`${count} rooms: ${Math.round(level.share * 100)} % of the pictures arrived`)
        if (!isWhole(level)) break
      }
      return outcomeOf(levels)
    } finally {
      for (const one of clients) one.stop()
      await server.stop()
    }
  },
}

type Measured = { rooms: number; clients: BenchProcess[]; serverPid: number; settings: Settings }

async function measure({ rooms: count, clients, serverPid, settings }: Measured): Promise<Level> {
  const { seconds } = scales[settings.scale]
  const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
  const sum = (values: number[]) => values.reduce((all, one) => all + one, 0)
  const pictures = async () => {
    const all = (await Promise.all(clients.map((one) => one.ask({ kind: 'pictures' })))) as Pictures[]
    return { sent: sum(all.map(({ sent }) => sent)), arrived: sum(all.map(({ arrived }) => arrived)) }
  }
  const clientMs = async () => sum(await Promise.all(clients.map((one) => one.cpuMs())))
  await pause(1_500) // the encoders find their rate
  const [from, before, serverMs, ownMs] = [performance.now(), await pictures(), cpuMsOf(serverPid), await clientMs()]
  await pause(seconds * 1000)
  const [after, tookMs] = [await pictures(), performance.now() - from]
  const serverEnd = cpuMsOf(serverPid)
  return {
    rooms: count,
    share: (after.arrived - before.arrived) / ((inRoom - 1) * (after.sent - before.sent)),
    sentPerSecond: (after.sent - before.sent) / (tookMs / 1000) / (count * inRoom),
    serverCores: serverMs === null || serverEnd === null ? null : (serverEnd - serverMs) / tookMs,
    clientCores: ((await clientMs()) - ownMs) / tookMs,
  }
}

/** Milliseconds of processor time a process has taken, where /proc says it. */
function cpuMsOf(pid: number): number | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
    return (Number(fields[11]) + Number(fields[12])) * 10
  } catch {
    return null
  }
}

const isWhole = ({ share, sentPerSecond }: Level) => share >= shareLeast && sentPerSecond >= sentLeast

function endOf(level: Level | undefined): string {
  if (!level || isWhole(level)) return 'the bound of this bench'
  return level.sentPerSecond < sentLeast ? 'senders without processor time' : 'pictures lost'
}

function outcomeOf(levels: readonly Level[]): Outcome {
  const whole = levels.filter(isWhole)
  const last = levels.at(-1)
  const perParticipant = (of: 'serverCores' | 'clientCores') =>
    whole.length === 0 ? null : median(whole.map((level) => (level[of] ?? NaN) / (level.rooms * inRoom)))
  const server = perParticipant('serverCores')
  return {
    ratioToPeer: null,
    ratioToLimit: null,
    table: levels.map(({ rooms: count, share, sentPerSecond, serverCores, clientCores }) => ({
      rooms: count,
      participants: count * inRoom,
      'sent a second': rounded(sentPerSecond),
      'arrived %': Math.round(share * 100),
      'server cores': serverCores === null ? '?' : rounded(serverCores),
      'client cores': rounded(clientCores),
    })),
    aims: [],
    figures: {
      roomsWithoutLoss: whole.length,
      endedBy: endOf(last),
      serverCoresPerParticipant: server,
      clientCoresPerParticipant: perParticipant('clientCores'),
      participantsPerServerCore: server ? Math.floor(1 / server) : null,
      levels,
    },
  }
}
