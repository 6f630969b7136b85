export type Line = {
  connection: 'good' | 'weak' | 'none'
  upKbps: number | null
  downKbps: number | null
  delayMs: number | null
}

const address = '/api/line-test'
const bytes = 256 * 1024

/** Measured against this site itself: some round trips, then small loads one way and the other. Takes a few seconds at most. */
export async function measureLine(now: () => number = () => performance.now()): Promise<Line> {
  try {
    const trips: number[] = []
    for (let trip = 0; trip < 3; trip++) {
      const from = now()
      await load(0)
      trips.push(now() - from)
    }
    const delayMs = Math.round(Math.min(...trips))
    const downKbps = await speed(now, delayMs, () => load(bytes))
    const upKbps = await speed(now, delayMs, send)
    return { connection: gradeOf({ upKbps, downKbps, delayMs }), upKbps, downKbps, delayMs }
  } catch {
    return { connection: 'none', upKbps: null, downKbps: null, delayMs: null }
  }
}

// Sound needs about 50 kbit/s, a small picture 150, one of 360 lines 500 each way. Whoever has less is offered sound first.
export function gradeOf({ upKbps, downKbps, delayMs }: { upKbps: number; downKbps: number; delayMs: number }) {
  return upKbps >= 600 && downKbps >= 800 && delayMs <= 400 ? 'good' : 'weak'
}

async function speed(now: () => number, delayMs: number, act: () => Promise<void>): Promise<number> {
  const from = now()
  await act()
  const seconds = Math.max(1, now() - from - delayMs) / 1000
  return Math.min(10_000_000, Math.round((bytes * 8) / 1000 / seconds))
}

async function load(size: number): Promise<void> {
  const answer = await fetch(`${address}?bytes=${size}`, { cache: 'no-store', signal: AbortSignal.timeout(15_000) })
  if (!answer.ok) throw new Error('the site did not answer')
  await answer.arrayBuffer()
}

async function send(): Promise<void> {
  const body = new Uint8Array(bytes)
  for (let at = 0; at < bytes; at += 65_536) crypto.getRandomValues(body.subarray(at, at + 65_536))
  const answer = await fetch(address, { method: 'POST', body, signal: AbortSignal.timeout(15_000) })
  if (!answer.ok) throw new Error('the site did not answer')
}
