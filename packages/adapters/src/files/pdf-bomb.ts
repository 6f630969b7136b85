import { createInflate } from 'node:zlib'

/** A drawing of 42 million pixels in three colours, or far more text than a page can hold. */
const streamBytesMax = 128 * 1024 * 1024
const allBytesMax = 2 * 1024 * 1024 * 1024
/** Two hundred tagged pages have some twenty thousand. */
const objectsMax = 100_000
/** What Acrobat itself takes: 200 inches, in points. */
export const pageSideMax = 14_400

/** Whether somebody who only opens this PDF would run out of memory or time. Streams are unpacked to be counted, piece by piece. */
export async function isPdfBomb(body: Buffer, text: string): Promise<boolean> {
  if (plainObjects(text) + packedObjects(text) > objectsMax) return true
  let total = 0
  for (const match of text.matchAll(/\bstream\r?\n/g)) {
    const start = match.index + match[0].length
    const dictionary = text.slice(Math.max(text.lastIndexOf(' obj', match.index), match.index - 2000, 0), match.index)
    if (/FlateDecode[^/\]]*\/FlateDecode/.test(dictionary)) return true
    if (!/\/Filter\s*\[?\s*\/(?:FlateDecode|Fl)\b/.test(dictionary)) continue
    const end = text.indexOf('endstream', start)
    const size = await unpackedSize(body.subarray(start, end === -1 ? undefined : end))
    total += size
    if (size > streamBytesMax || total > allBytesMax) return true
  }
  return false
}

function plainObjects(text: string): number {
  const head = /\d\s+obj\b/g
  let count = 0
  while (head.test(text)) count += 1
  return count
}

const packedObjects = (text: string): number => {
  let count = 0
  for (const [, number] of text.matchAll(/\/N\s+(\d{1,9})\b/g)) count += Number(number)
  return count
}

/** Stops counting at the bound; a stream that is broken counts as far as it goes. */
async function unpackedSize(packed: Buffer): Promise<number> {
  const inflate = createInflate({ chunkSize: 1024 * 1024 })
  let size = 0
  try {
    inflate.end(packed)
    for await (const piece of inflate) {
      size += (piece as Buffer).length
      if (size > streamBytesMax) break
    }
  } catch {
    return size
  } finally {
    inflate.destroy()
  }
  return size
}
