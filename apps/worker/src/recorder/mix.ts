export type Mix = {
  /** What arrived from one track. */
  add(track: string, samples: Int16Array): void
  remove(track: string): void
  /** The next `count` samples of all tracks together; silence where nothing arrived. */
  take(count: number): Int16Array
}

/**
 * Sound of several tracks as one. Each track may run ahead by up to `samplesAheadMax`, what is older is dropped; it is heard once
 * `samplesToBegin` are there, so that the jitter of the network makes no holes.
 */
export function createMix({
  samplesToBegin,
  samplesAheadMax,
}: {
  samplesToBegin: number
  samplesAheadMax: number
}): Mix {
  const tracks = new Map<string, { waiting: Int16Array[]; count: number; isHeard: boolean }>()
  const trackOf = (name: string) => {
    const track = tracks.get(name) ?? { waiting: [], count: 0, isHeard: false }
    tracks.set(name, track)
    return track
  }
  return {
    add(name, samples) {
      const track = trackOf(name)
      track.waiting.push(samples)
      track.count += samples.length
      if (track.count >= samplesToBegin) track.isHeard = true
      while (track.count > samplesAheadMax) track.count -= track.waiting.shift()?.length ?? track.count
    },
    remove: (name) => void tracks.delete(name),
    take(count) {
      const mixed = new Int16Array(count)
      for (const track of tracks.values()) {
        if (!track.isHeard) continue
        const taken = addTo(mixed, track.waiting)
        track.count -= taken
        if (taken < count) track.isHeard = false // it ran dry: gather anew
      }
      return mixed
    },
  }
}

/** Adds from the front of `waiting`, takes away what was added; returns how many samples. */
function addTo(mixed: Int16Array, waiting: Int16Array[]): number {
  let at = 0
  while (at < mixed.length) {
    const [first] = waiting
    if (!first) break
    const count = Math.min(first.length, mixed.length - at)
    for (let index = 0; index < count; index += 1) {
      const sum = (mixed[at + index] ?? 0) + (first[index] ?? 0)
      mixed[at + index] = Math.max(-32_768, Math.min(32_767, sum))
    }
    at += count
    if (count === first.length) waiting.shift()
    else waiting[0] = first.subarray(count)
  }
  return at
}
