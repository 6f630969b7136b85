/**
 * Pictures of pages, kept in memory by content: at most `bytesMax` in all, the least recently asked for goes first. Of many that ask for one
 * picture at once it is drawn once, and no more than `atOnce` are drawn at a time.
 */
export function createPreviewCache({ bytesMax = 64 * 1024 * 1024, atOnce = 2 } = {}) {
  const kept = new Map<string, Uint8Array>()
  const drawing = new Map<string, Promise<Uint8Array | null>>()
  const waiting: (() => void)[] = []
  let bytes = 0
  let active = 0

  function keep(key: string, picture: Uint8Array) {
    kept.set(key, picture)
    bytes += picture.byteLength
    for (const [oldest, other] of kept) {
      if (bytes <= bytesMax) break
      kept.delete(oldest)
      bytes -= other.byteLength
    }
  }

  async function inTurn<T>(act: () => Promise<T>): Promise<T> {
    if (active >= atOnce) await new Promise<void>((resolve) => waiting.push(resolve))
    active += 1
    try {
      return await act()
    } finally {
      active -= 1
      waiting.shift()?.()
    }
  }

  return {
    async get(key: string, draw: () => Promise<Uint8Array | null>): Promise<Uint8Array | null> {
      const known = kept.get(key)
      if (known) {
        kept.delete(key)
        kept.set(key, known)
        return known
      }
      const begun = drawing.get(key)
      if (begun) return begun
      const picture = inTurn(draw).finally(() => drawing.delete(key))
      drawing.set(key, picture)
      const drawn = await picture
      if (drawn) keep(key, drawn)
      return drawn
    },
  }
}

export type PreviewCache = ReturnType<typeof createPreviewCache>
