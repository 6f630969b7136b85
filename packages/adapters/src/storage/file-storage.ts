import { createReadStream } from 'node:fs'
import { mkdir, open, rename, rm, stat } from 'node:fs/promises'
import { randomUUID } from 'node:crypto'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import type { ByteRange, PutBlob, PutBlobResult, StoragePort } from '@court/usecases/ports/storage'
import { startHashes } from './hashes.ts'

/**
 * Files on disk, addressed by their SHA-256 inside one court: `<directory>/<courtId>/ab/cd/<sha256>`. A file appears under its key only
 * when it is complete, flushed and hashed; the same content put twice is one file; a court never meets another court's blob.
 */
export function createFileStorage({ directory }: { directory: string }): StoragePort {
  const pathOf = (courtId: string, key: string) =>
    join(directory, checkedName(courtId), checkedKey(key).slice(0, 2), key.slice(2, 4), key)

  return {
    async put(input) {
      const court = join(directory, checkedName(input.courtId))
      const incoming = join(court, 'incoming', randomUUID())
      await mkdir(dirname(incoming), { recursive: true })
      try {
        const written = await writeHashed(incoming, input)
        if (!written.ok) return written
        const target = pathOf(input.courtId, written.blob.key)
        await mkdir(dirname(target), { recursive: true })
        await rename(incoming, target)
        await flushDirectory(dirname(target))
        return written
      } finally {
        await rm(incoming, { force: true })
      }
    },

    async open({ courtId, key, range }) {
      const path = pathOf(courtId, key)
      const found = await stat(path).catch(absent)
      if (!found) return null
      const { first, last } = checkedRange(found.size, range)
      const nodeStream = found.size === 0 ? Readable.from([]) : createReadStream(path, { start: first, end: last })
      return { body: webStream(nodeStream), sizeBytes: found.size, first, last }
    },

    async verify({ courtId, key }) {
      const path = pathOf(courtId, key)
      if (!(await stat(path).catch(absent))) return 'absent'
      const hashes = startHashes()
      for await (const chunk of createReadStream(path)) hashes.update(chunk as Buffer)
      return hashes.finish().sha256 === key ? 'intact' : 'differs'
    },

    async remove({ courtId, key }) {
      await rm(pathOf(courtId, key), { force: true })
    },
  }
}

async function writeHashed(path: string, { body, sizeBytesMax, expected }: PutBlob): Promise<PutBlobResult> {
  const file = await open(path, 'wx', 0o640)
  const hashes = startHashes()
  let sizeBytes = 0
  try {
    for await (const chunk of body instanceof Uint8Array ? [body] : body) {
      sizeBytes += chunk.byteLength
      if (sizeBytes > sizeBytesMax) return tooLarge(sizeBytesMax)
      hashes.update(chunk)
      await file.write(chunk)
    }
    await file.sync()
  } finally {
    await file.close()
  }
  const { sha256, sm3 } = hashes.finish()
  if (differs(expected?.sha256, sha256) || differs(expected?.sm3, sm3)) return hashDiffers({ sha256, sm3 })
  return { ok: true, blob: { key: sha256, sizeBytes, sha256, sm3 } }
}

const differs = (expected: string | undefined, found: string) =>
  expected !== undefined && expected.toLowerCase() !== found

function tooLarge(sizeBytesMax: number): PutBlobResult {
  return {
    ok: false,
    ruleId: 'storage.too-large',
    reason: {
      zh: '文件超过本院允许的大小，请压缩或拆分后重新上传。',
      en: 'The file is larger than this court allows. Compress or split it and upload it again.',
    },
    facts: { sizeBytesMax },
  }
}

function hashDiffers(found: { sha256: string; sm3: string }): PutBlobResult {
  return {
    ok: false,
    ruleId: 'storage.hash-differs',
    reason: {
      zh: '收到的文件与发送的文件不一致，请重新上传。',
      en: 'The file that arrived is not the file that was sent. Upload it again.',
    },
    facts: found,
  }
}

/** A rename survives a power cut only when its directory is flushed too. */
async function flushDirectory(path: string) {
  const directory = await open(path, 'r')
  try {
    await directory.sync()
  } finally {
    await directory.close()
  }
}

function checkedRange(sizeBytes: number, range: ByteRange | undefined) {
  const first = range?.first ?? 0
  const last = Math.min(range?.last ?? sizeBytes - 1, sizeBytes - 1)
  if (!range) return { first, last }
  if (!Number.isSafeInteger(first) || first < 0 || first >= sizeBytes || last < first) {
    throw new RangeError(`range ${first}-${range.last ?? ''} lies outside of ${sizeBytes} bytes`)
  }
  return { first, last }
}

function checkedName(courtId: string): string {
  if (!/^[A-Za-z0-9_-]{1,64}$/.test(courtId)) throw new Error('a court id may hold letters, digits, - and _ only')
  return courtId
}

function checkedKey(key: string): string {
  if (!/^[0-9a-f]{64}$/.test(key)) throw new Error('a storage key is 64 hexadecimal digits')
  return key
}

function absent(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT') return null
  throw error
}

// Node's and the browser's declarations of the same stream differ; at run time they are one class.
const webStream = (stream: Readable) => Readable.toWeb(stream) as unknown as ReadableStream<Uint8Array>
